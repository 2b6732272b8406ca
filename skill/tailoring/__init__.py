"""A routine made to fit one person: what is left out, how long is held, how gently, and routines of their own."""
