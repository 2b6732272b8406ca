"""The steps of a routine for one person: their own ones, what is left out, and what a body needs around them."""
