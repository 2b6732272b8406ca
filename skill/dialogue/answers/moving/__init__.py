"""On the way and in a stretch: next, back, sides, pauses; and the place put right."""
