"""A programme: which routine is for which day, for weeks."""

from typing import Annotated

from skill.content.model.frozen import Checked, Frozen
from skill.content.model.model import Slug
from skill.content.model.words import Sentence

REST = "rest"
"""Stands for a day without a routine."""


class ProgrammeWords(Frozen):
    """What is said of a programme; `called` is its name inside a sentence, with an article if it takes one."""

    name: str
    called: str
    also: tuple[str, ...] = ()
    about: Sentence


class Programme(Frozen):
    """The routine for each day, by its slug, or `rest`; one that `repeats` begins again after its last day.

    `small` is the routine for somebody who wants more on a day that is done, or on a day of rest.
    """

    slug: Slug
    days: Annotated[tuple[Slug, ...], Checked(min_length=1)]
    small: Slug
    repeats: bool = False
    words: dict[str, ProgrammeWords]

    def routine_on(self, number: int) -> str | None:
        """The slug of the routine for this day, from nought, or `REST`; None when the programme is over."""
        if number >= len(self.days) and not self.repeats:
            return None
        return self.days[number % len(self.days)]
