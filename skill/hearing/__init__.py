"""What hears: the wake word, the end of speech, two recognizers of words, and the microphone of one conversation."""
