"""A routine made to last as long as somebody has: its shape, what fills it, and what weighs it."""
