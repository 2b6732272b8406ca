"""What suits a person, how long it will be heard, and what is said before it begins."""
