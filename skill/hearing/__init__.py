"""Hearing: the wake word, the end of speech, ears (recognizers of words), and the microphone of a conversation."""
