"""To ask in between: where, how many, how long, how it should feel."""
