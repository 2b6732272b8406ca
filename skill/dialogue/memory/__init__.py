"""What is remembered of a person, how it is written down, and how conflicts are settled."""
