"""Answers that make it fit: longer, shorter, gentler, slower, with fewer words, or without a stretch."""
