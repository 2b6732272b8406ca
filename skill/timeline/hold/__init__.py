"""One hold from the way into its posture to the rest after it, as it is told."""
