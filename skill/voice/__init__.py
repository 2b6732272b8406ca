"""Voices: words made sound by programs on this machine, whole replies with their silences, and what is kept of it."""
