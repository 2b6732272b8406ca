"""The cues and silences of one hold, from the way into its posture to the rest after it."""
