"""Where what is remembered of people is kept: engines behind the one Protocol of `skill.ports.store`."""
