"""What belongs to a language and where it is spoken: locales, phrases, warning words, and what any text must obey."""
