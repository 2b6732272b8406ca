"""Answers that help to choose: by time, by place, by area, from a list, and by what is in a routine."""
