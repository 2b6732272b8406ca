"""Gentle Back: a voice coach that walks a person through stretches for a sore back."""

from skill.bundled import ROOT, find_bundled
from skill.late_shapes import make_late

find_bundled(ROOT)
make_late()
