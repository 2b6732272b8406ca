"""Gentle Back: a voice coach that walks a person through stretches for a sore back."""

from skill.late_shapes import make_late

make_late()
