"""Answers when something is wrong: warning signs, pain, dizziness, being stuck, and what a body cannot do."""
