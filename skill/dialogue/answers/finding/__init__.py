"""To choose: by time, by place, by area, from a list, and what is in it."""
