"""Moments in short, so that a test can write out what it expects: words, or the seconds of a silence."""

from collections.abc import Iterable

from skill.timeline import Moment


def heard(moments: Iterable[Moment]) -> list[str | float]:
    """Each cue by its words and each silence by its seconds."""
    return [moment.words or moment.seconds for moment in moments]
