"""What is spoken to be understood: unseen sentences, our own samples of the commonest wishes, and every name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle

from skill.assembly import the_library, the_templates
from skill.ports.evidence import Evidence
from skill.recognizer.model import samples_by_intent
from skill.recognizer.templates.catalogue import slot_types
from tests.understanding.moments import known_in
from tests.understanding.unseen_sentences import HALVES, Unseen, unseen

LOCALE = "en-US"

COMMONEST = (
    "AMAZON.HelpIntent",
    "AMAZON.NextIntent",
    "AMAZON.NoIntent",
    "AMAZON.PauseIntent",
    "AMAZON.PreviousIntent",
    "AMAZON.RepeatIntent",
    "AMAZON.ResumeIntent",
    "AMAZON.StopIntent",
    "AMAZON.YesIntent",
    "EasierIntent",
    "HoldLongerIntent",
    "HowToIntent",
    "MoreTimeIntent",
    "PainIntent",
    "ReadyIntent",
    "StartRoutineIntent",
    "StartStretchIntent",
    "TimeLeftIntent",
    "WhatNextIntent",
    "WhichSideIntent",
)
"""Twenty wishes that anybody on the floor has; which are the commonest in fact nobody knows before there are users."""

_BEFORE_ANYTHING = frozenset({"HowToIntent", "StartRoutineIntent", "StartStretchIntent"})
_NAMED = {"stretch", "routine"}


@dataclass(frozen=True)
class Sentence:
    """Words, what is known when they are said, which name is in them, and what somebody else says that they mean."""

    words: str
    known: Evidence
    name: str = ""
    judged: Unseen | None = None


def unseen_sentences() -> list[Sentence]:
    """The halves that nobody looks at: only figures are made of them."""
    return [
        Sentence(one.words, one.known, judged=one)
        for half in HALVES
        if half.startswith("sealed")
        for one in unseen(half)
    ]


def own_sentences() -> list[Sentence]:
    """Every sample of the commonest wishes, each gap filled with the next of the names that fit."""
    names = {slot: cycle(of_it) for slot, of_it in _names().items()}
    samples = samples_by_intent(the_library(), the_templates(LOCALE))
    return [_filled(sample, intent, names) for intent in COMMONEST for sample in samples[intent]]


def named_sentences() -> list[Sentence]:
    """Every name of a stretch or a routine, after the same word."""
    idle = known_in("idle")
    return [Sentence(f"start {name}", idle, name) for slot in sorted(_NAMED) for name in _names()[slot]]


def _filled(sample: str, intent: str, names: Mapping[str, Iterator[str]]) -> Sentence:
    said, name = [], ""
    for word in sample.split():
        slot = word.strip("{}")
        if word != slot:
            word = next(names[slot])  # noqa: PLW2901 - the name in its place
            name = word if slot in _NAMED else name
        said.append(word)
    return Sentence(" ".join(said), known_in("idle" if intent in _BEFORE_ANYTHING else "hold"), name)


def _names() -> dict[str, list[str]]:
    """What may stand in each gap; what is only ever heard instead of a name, nobody says."""
    types = slot_types(the_library(), the_templates(LOCALE))
    return {
        one.slot: [name for value in one.values for name in value.names if name not in value.misheard] for one in types
    }
