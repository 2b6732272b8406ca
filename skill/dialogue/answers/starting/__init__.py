"""Answers with which a routine begins, or goes on where somebody was."""
