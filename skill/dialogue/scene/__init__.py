"""Everything that an answer can see of a turn: the person, their routine and place, and what follows from them."""
