"""Answers to questions in between: where, how many, how long, how it should feel."""
