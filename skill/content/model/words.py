"""What is said of a stretch or a routine, in one language."""

from dataclasses import field
from typing import Annotated

from skill.content.model.frozen import Checked, Frozen

Sentence = Annotated[str, Checked(min_length=2, max_length=200)]


class LaterWords(Frozen):
    """What is said from the second repetition on, in rotation, so that it does not sound recited."""

    enter: tuple[Sentence, ...] = ()
    """Other cues into the hold."""
    release: tuple[Sentence, ...] = ()
    """Other release cues, of at most eight words."""


class PartWords(Frozen):
    """What is said for one of the positions that make up a repetition."""

    enter: tuple[Sentence, ...]
    """How to get into this position."""
    short: Sentence
    """The same for somebody who knows it."""
    release: Sentence | None = None
    """How to come out of it, where the next position does not follow from it."""
    later: LaterWords = LaterWords()
    """Other words from the second repetition on."""


class BothWords(Frozen):
    """What is said when both sides move at once."""

    enter: tuple[Sentence, ...]
    """How to get into it with both sides."""
    short: Sentence
    """The same for somebody who knows it."""
    release: Sentence
    """How to come out of it with both sides."""


class EasierWords(Frozen):
    """A gentler form with cues of its own."""

    enter: tuple[Sentence, ...]
    """How to get into the gentler form."""
    short: Sentence | None = None
    """The same for somebody who knows it."""
    note: str | None = None
    """The people who take care with this form, where it differs from the usual one."""


class CheckWords(Frozen):
    """A yes-or-no question by which somebody can tell whether they do it right, and what helps if they do not."""

    ask: Sentence
    """The question; yes means right."""
    correct: Sentence
    """What to do if the answer is no."""


class StretchWords(Frozen):
    """Everything that is said of a stretch in one language; `{side}`, `{Side}` and `{other}` stand for left and right.

    `change` is the way to the other side where a word is not enough, and `after` what is still to be done after the
    release (standing still after a deep bend). `note` says who should take care, `caution` what they do differently,
    `fetch` what they need at hand for that, and `cramp` what to do if a muscle cramps.
    """

    name: str
    """Its name in sentences."""
    also: tuple[str, ...] = ()
    """Other names that people have for it."""
    setup: tuple[Sentence, ...]
    """How to lie, sit or stand before it begins, one sentence for each move; the way there has named the posture."""
    enter: tuple[Sentence, ...] = ()
    """How to get into the hold, one sentence for each move."""
    during: tuple[Sentence, ...] = ()
    """Quiet words that may be said during a hold."""
    rhythm: tuple[str, ...] = ()
    """A word or two for each half breath of a moving stretch."""
    release: Sentence
    """How to come out, in at most eight words."""
    after: Sentence | None = None
    """What is still to be done after the release."""
    change: tuple[Sentence, ...] = ()
    """How to change to the other side, where it takes more than a word."""
    short: Sentence
    """The whole way in as one sentence, for somebody who knows it."""
    sided: str | None = None
    """The side with its limb, where left or right alone might mean the way one leans: "{side} arm"."""
    again: Sentence | None = None
    """What is said before one more repetition."""
    later: LaterWords = LaterWords()
    """Other words for later repetitions."""
    feel: Sentence
    """Where one should feel it."""
    why: Sentence
    """What it is meant for, without a claim."""
    when: Sentence | None = None
    """At what time of day or how often a day it is to be done, if an article says so."""
    mistakes: Sentence
    """What is often done wrong."""
    otherwise: Annotated[tuple[Sentence, ...], Checked(min_length=1)]
    """The way in, in other words, for somebody who did not understand: what touches what, what is highest."""
    checks: Annotated[tuple[CheckWords, ...], Checked(min_length=2, max_length=3)]
    """Two or three questions by which somebody can tell whether they do it right."""
    note: str | None = None
    """The people who take care, in at most twelve words, not a sentence: said once, with the way out, before a move."""
    caution: Sentence | None = None
    """What people who take care do differently, in at most twelve words: said once, on the way in."""
    fetch: Sentence | None = None
    """What people who take care need at hand for that: said once, before they lie down."""
    cramp: Sentence | None = None
    """What helps if a muscle cramps, as often happens in this stretch."""
    parts: dict[str, PartWords] = field(default_factory=dict)
    """The words of each part, by its name."""
    both: BothWords | None = None
    """The words for the turn with both sides."""
    easier: EasierWords | None = None
    """The words of a gentler form."""


class RoutineWords(Frozen):
    """What is said of a routine; `before` says what it needs and how often the posture changes.

    `called` is its name inside a sentence, if that is not the name alone: "the bed routine" for "in bed".
    """

    name: str
    """Its name."""
    called: str = ""
    """Its name inside a sentence, if that differs."""
    also: tuple[str, ...] = ()
    """Other names that people have for it."""
    before: tuple[Sentence, ...]
    """What is said before it begins."""
    about: Sentence
    """What it is, for somebody who asks."""
    when: Sentence | None = None
    """How often a day or at what time to do it, if that is not a little every day."""

    @property
    def spoken(self) -> str:
        """Its name inside a sentence."""
        return self.called or self.name
