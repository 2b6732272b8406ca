"""Turns in, replies out: what a person may say, and what the coach answers."""
