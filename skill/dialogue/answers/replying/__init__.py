"""What many answers share: the open question, which one is meant, telling something, and going on."""
