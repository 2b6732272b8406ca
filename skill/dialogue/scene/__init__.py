"""All that an answer can see of a turn: the person, their routine and its place, and what can be told of them."""
