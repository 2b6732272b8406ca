"""Leading on: the place brought up to date, the reply that leads on, and how it ends."""
