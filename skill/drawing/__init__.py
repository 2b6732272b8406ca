"""Figures: how a body looks in a stretch, drawn for a page and for a screen."""
