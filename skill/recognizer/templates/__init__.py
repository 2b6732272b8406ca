"""Reads how people say each wish from the files of a language, and what its slots may hold."""
