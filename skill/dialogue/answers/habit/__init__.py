"""To make it yours and a habit: an own routine, programmes, days, and reminders."""
