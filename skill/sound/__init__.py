"""Sound as samples and as WAV files, without words or voices. Needs numpy, which is installed only with a voice."""
