"""What somebody might say next, by what is going on: for whoever types instead of speaking."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from skill.ports.evidence import Evidence
from skill.recognizer.templates.sources import Sources
from skill.recognizer.templates.templates import SUGGESTIONS, TEMPLATES_FOLDER, TemplateFaults

GoingOn = Literal["closed", "idle", "asked", "playing", "guiding", "paused", "first"]
_BY_PHASE: Mapping[str, GoingOn] = {"idle": "idle", "guiding": "guiding", "paused": "paused"}
"""By what is known of a conversation."""
_SHAPE = dict[GoingOn, tuple[str, ...]]


def going_ons() -> tuple[GoingOn, ...]:
    """All that may be going on."""
    return get_args(GoingOn)


@cache
def suggestions(going_on: GoingOn, language: str) -> tuple[str, ...]:
    """A few sentences of a language that fit, the likeliest first. Raises TemplateFaults."""
    sources = Sources((TEMPLATES_FOLDER / language,))
    read = sources.read(SUGGESTIONS, _SHAPE)
    if read is None:
        raise TemplateFaults(sources.faults)
    return read[going_on]


def expected_in(known: Evidence, language: str) -> tuple[str, ...]:
    """What somebody might say at a moment of which so much is known: answers first, where a question is open."""
    goings_on: tuple[GoingOn, ...] = (*(("asked",) if known.question else ()), _BY_PHASE.get(known.phase, "closed"))
    return tuple(dict.fromkeys(words for one in goings_on for words in suggestions(one, language)))
