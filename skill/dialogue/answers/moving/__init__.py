"""Answers on the way and in a stretch: next, back, sides, pauses, and corrections of the place."""
