"""What belongs to a language: its locales, phrases, words of danger, and the rules for every spoken text."""
