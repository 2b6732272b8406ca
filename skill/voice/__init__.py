"""Voices: programs on this machine that speak, the rendering of whole replies, and a cache of spoken sentences."""
