"""To begin, and to go on where somebody was."""
