"""What somebody might say next, by what is going on: for whoever types instead of speaking."""

from functools import cache
from typing import Literal, get_args

from skill.recognizer.templates.sources import Sources
from skill.recognizer.templates.templates import SUGGESTIONS, TEMPLATES_FOLDER, TemplateFaults

GoingOn = Literal["closed", "idle", "asked", "playing", "guiding", "paused", "first"]
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
