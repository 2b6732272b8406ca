"""Whether a skill that others use is well: what its address or its stack is asked, and the next step."""
