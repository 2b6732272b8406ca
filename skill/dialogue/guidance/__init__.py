"""Guiding: updates the person's place, lays out the reply that goes on from there, and ends it."""
