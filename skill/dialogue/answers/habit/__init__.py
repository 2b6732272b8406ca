"""Answers that make it a habit: people's own routine, programmes, days, and reminders."""
