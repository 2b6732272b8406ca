"""What hears: the wake word, the end of speech, three recognizers of words, and the microphone of one conversation."""
