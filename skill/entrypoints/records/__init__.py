"""What whoever runs the skill does with people's records, at the wish of those whose they are."""
