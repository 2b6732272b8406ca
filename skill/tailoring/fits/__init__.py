"""How a dose is moved for one person: how far it may be, how it grows, and how little is kept of it."""
