"""Sound as numbers, and as files: nothing of words, voices or who listens. Needs numpy, which only a voice has."""
