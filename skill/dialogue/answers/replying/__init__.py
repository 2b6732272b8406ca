"""What many answers say: place words, the open question, which one is meant, and on with it."""
