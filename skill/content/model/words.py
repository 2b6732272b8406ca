"""What is said of a stretch or a routine, in one language."""

from dataclasses import field
from typing import Annotated

from skill.content.model.frozen import Checked, Frozen

Sentence = Annotated[str, Checked(min_length=2, max_length=200)]


class LaterWords(Frozen):
    """What is said from the second repetition on, one after the other, so that nothing is recited."""

    enter: tuple[Sentence, ...] = ()
    """Other ways to say it once more."""
    release: tuple[Sentence, ...] = ()
    """Other ways to let go, in at most eight words."""


class PartWords(Frozen):
    """What is said for one of the positions that make up a repetition."""

    enter: tuple[Sentence, ...]
    """How to get into this position."""
    short: Sentence
    """The same for somebody who knows it."""
    release: Sentence | None = None
    """How to come out of it, where it is not what comes next."""
    later: LaterWords = LaterWords()
    """The same from the second repetition on."""


class BothWords(Frozen):
    """What is said when both sides move at once."""

    enter: tuple[Sentence, ...]
    """How to get into it with both sides."""
    short: Sentence
    """The same for somebody who knows it."""
    release: Sentence
    """How to come out of it."""


class EasierWords(Frozen):
    """A gentler form with cues of its own."""

    enter: tuple[Sentence, ...]
    """How to get into the gentler form."""
    short: Sentence | None = None
    """The same for somebody who knows it."""
    note: str | None = None
    """Those who take care with this form, where they are others."""


class CheckWords(Frozen):
    """Something that a body can tell with yes or no, where yes is right, and what helps where it is not so."""

    ask: Sentence
    """The question; yes means that it is right."""
    correct: Sentence
    """What to do where the answer is no."""


class StretchWords(Frozen):
    """Everything said of one stretch in one language; `{side}`, `{Side}` and `{other}` stand for left and right.

    `change` tells the way to the other side where that takes more than a word, and `after` what is still to be done
    when the release has been followed (standing still after a deep bend). `note` says who takes care, and the way out,
    `caution` who does it in another way, `fetch` what they need for that; `cramp` what to do where a muscle cramps.
    """

    name: str
    """What it is called in sentences."""
    also: tuple[str, ...] = ()
    """Other names that people have for it."""
    setup: tuple[Sentence, ...]
    """How to be before it begins, a sentence a move; no posture, for the way there says it."""
    enter: tuple[Sentence, ...] = ()
    """How to get into the hold, a sentence a move."""
    during: tuple[Sentence, ...] = ()
    """What may be said in a hold."""
    rhythm: tuple[str, ...] = ()
    """A word or two for each half breath of a moving stretch."""
    release: Sentence
    """How to come out, in at most eight words."""
    after: Sentence | None = None
    """What is still to be done when one is out."""
    change: tuple[Sentence, ...] = ()
    """The way to the other side, where it takes more than a word."""
    short: Sentence
    """The whole way in, for somebody who knows it."""
    sided: str | None = None
    """What the side is of, where left or right alone might mean the way one leans: "{side} arm"."""
    again: Sentence | None = None
    """What is said before one more repetition."""
    later: LaterWords = LaterWords()
    """Other words for later repetitions, so that none is recited."""
    feel: Sentence
    """Where one should feel it."""
    why: Sentence
    """What it is meant for, without a claim."""
    when: Sentence | None = None
    """At what time of the day or how often a day it is meant to be done, where an article says so."""
    mistakes: Sentence
    """What is often done wrong."""
    otherwise: Annotated[tuple[Sentence, ...], Checked(min_length=1)]
    """The way in, in other words: what touches what, what is highest, for somebody who did not understand."""
    checks: Annotated[tuple[CheckWords, ...], Checked(min_length=2, max_length=3)]
    """Two or three things by which somebody knows whether they do it right."""
    note: str | None = None
    """Those who take care, in at most twelve words and no sentence: said once, with the way out, before one moves."""
    caution: Sentence | None = None
    """What somebody who takes care does otherwise, in at most twelve words: said once, on the way in."""
    fetch: Sentence | None = None
    """What somebody who takes care needs at hand for that: said once, before anybody lies down."""
    cramp: Sentence | None = None
    """What helps where a muscle often cramps."""
    parts: dict[str, PartWords] = field(default_factory=dict)
    """The words of each part, by its name."""
    both: BothWords | None = None
    """The words of the turn with both sides."""
    easier: EasierWords | None = None
    """A gentler form."""


class RoutineWords(Frozen):
    """What is said of one routine; `before` tells what it needs and how often the posture changes.

    `called` is its name inside a sentence, where it is not the name alone: "the bed routine" for "in bed".
    """

    name: str
    """What it is called."""
    called: str = ""
    """Its name inside a sentence, where it is another."""
    also: tuple[str, ...] = ()
    """Other names that people have for it."""
    before: tuple[Sentence, ...]
    """What is said before it begins."""
    about: Sentence
    """What it is, for somebody who asks."""
    when: Sentence | None = None
    """How often a day it is for, or at what time, where that is not a little every day."""

    @property
    def spoken(self) -> str:
        """What it is called inside a sentence."""
        return self.called or self.name
