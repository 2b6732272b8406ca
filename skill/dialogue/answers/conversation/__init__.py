"""To answer and to end: yes, no, more, the second one, and forgetting."""
