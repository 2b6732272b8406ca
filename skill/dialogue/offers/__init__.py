"""Offers: what suits a person, how long it will take them, and what is said before it begins."""
