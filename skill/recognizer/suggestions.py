"""Suggests what somebody might say next, by what is going on, for people who type instead of speaking."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from skill.ports.evidence import Evidence
from skill.recognizer.templates.sources import Sources
from skill.recognizer.templates.templates import SUGGESTIONS, TEMPLATES_FOLDER, TemplateFaults

GoingOn = Literal["closed", "idle", "asked", "playing", "guiding", "paused", "first"]
_BY_PHASE: Mapping[str, GoingOn] = {"idle": "idle", "guiding": "guiding", "paused": "paused"}
"""What is going on, by the phase of the conversation."""
_SHAPE = dict[GoingOn, tuple[str, ...]]


def going_ons() -> tuple[GoingOn, ...]:
    """Every value of `GoingOn`."""
    return get_args(GoingOn)


@cache
def suggestions(going_on: GoingOn, language: str) -> tuple[str, ...]:
    """A few sentences that fit what is going on, the likeliest first. Raises TemplateFaults."""
    sources = Sources((TEMPLATES_FOLDER / language,))
    read = sources.read(SUGGESTIONS, _SHAPE)
    if read is None:
        raise TemplateFaults(sources.faults)
    return read[going_on]


def expected_in(known: Evidence, language: str) -> tuple[str, ...]:
    """The suggestions for a moment of a conversation: answers first, where a question is open."""
    goings_on: tuple[GoingOn, ...] = (*(("asked",) if known.question else ()), _BY_PHASE.get(known.phase, "closed"))
    return tuple(dict.fromkeys(words for one in goings_on for words in suggestions(one, language)))
