"""A question: what was asked, with its kind, so that what is said next can be understood."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """What was asked, so that "yes", "no" and "the second one" can be understood; `about` are slugs or counts."""

    kind: str
    about: tuple[str, ...] = ()
