"""What is heard, as markup for a voice or as text for the eye."""
