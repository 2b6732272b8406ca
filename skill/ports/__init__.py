"""What the dialogue and the parts around it promise each other: turns, replies, stores, reminders, time zones."""
