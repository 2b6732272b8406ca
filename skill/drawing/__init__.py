"""Figures: how a body looks in a stretch, drawn as SVG for a page and as AVG for a screen."""
