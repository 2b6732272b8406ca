"""How a dose is adjusted to one person: how far it may go, how it grows, and how it is stored in few bytes."""
