"""What is said of a stretch or a routine, in one language."""

from typing import Annotated

from pydantic import Field

from skill.content.frozen import Frozen

Sentence = Annotated[str, Field(min_length=2, max_length=200)]


class PartWords(Frozen):
    """What is said for one of the positions that make up a repetition."""

    enter: tuple[Sentence, ...]
    short: Sentence
    release: Sentence | None = None


class BothWords(Frozen):
    """What is said when both sides move at once."""

    enter: tuple[Sentence, ...]
    short: Sentence
    release: Sentence


class EasierWords(Frozen):
    """A gentler form with cues of its own."""

    enter: tuple[Sentence, ...]
    short: Sentence | None = None


class StretchWords(Frozen):
    """Everything said of one stretch in one language; `{side}`, `{Side}` and `{other}` stand for left and right.

    `change` tells the way to the other side where that takes more than a word, and `after` what is still to be done
    when the release has been followed (standing still after a deep bend). `note` says who takes care, and the way out;
    `cramp` what to do where a muscle often cramps.
    """

    name: str
    also: tuple[str, ...] = ()
    setup: tuple[Sentence, ...]
    enter: tuple[Sentence, ...] = ()
    during: tuple[Sentence, ...] = ()
    rhythm: tuple[str, ...] = ()
    release: Sentence
    after: Sentence | None = None
    change: tuple[Sentence, ...] = ()
    short: Sentence
    again: Sentence | None = None
    feel: Sentence
    why: Sentence
    mistakes: Sentence
    note: Sentence | None = None
    cramp: Sentence | None = None
    parts: dict[str, PartWords] = Field(default_factory=dict)
    both: BothWords | None = None
    easier: EasierWords | None = None


class RoutineWords(Frozen):
    """What is said of one routine; `before` tells what it needs and how often the posture changes.

    `called` is its name inside a sentence, where it is not the name alone: "the bed routine" for "in bed".
    """

    name: str
    called: str = ""
    also: tuple[str, ...] = ()
    before: tuple[Sentence, ...]
    about: Sentence

    @property
    def spoken(self) -> str:
        """What it is called inside a sentence."""
        return self.called or self.name
