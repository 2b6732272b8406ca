"""A timeline as SSML: text escaped, silences as breaks, sounds as audio tags, within Alexa's limits; and back.

Emphasis is written and read too, although no reply of ours has any: the markup that is read may be somebody else's.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import NamedTuple

from skill.limits import CHIME_SOURCE, LONGEST_BREAK_SECONDS, LONGEST_SSML_CHARACTERS
from skill.timeline import Moment, Signal, Stress, Timeline

_TAG = re.compile(
    r'<(?:break time="(\d{1,6})ms"|audio src="([^"]*)")/>'
    r'|<emphasis(?: level="(strong|moderate|reduced)")?>([^<]*)</emphasis>'
)
_SOURCES = {Signal.CHIME: CHIME_SOURCE}
_SOUNDS = {source: sound for sound, source in _SOURCES.items()}


class Stressed(NamedTuple):
    """Words in an emphasis tag, with its level."""

    words: str
    stress: Stress


class TooLong(Exception):
    """The speech has more characters than Alexa takes; it would refuse it without a word to the listener."""


def ssml(timeline: Timeline) -> str:
    """The speech as markup; raises TooLong for more than Alexa takes."""
    marked_up = f"<speak>{' '.join(_pieces(timeline))}</speak>"
    if len(marked_up) > LONGEST_SSML_CHARACTERS:
        raise TooLong(f"{len(marked_up)} characters of {LONGEST_SSML_CHARACTERS}")
    return marked_up


def _pieces(timeline: Timeline) -> Iterator[str]:
    quiet = 0.0
    for moment in timeline.moments:
        if not moment.words and not moment.sound:
            quiet = round(quiet + moment.seconds, 1)
            continue
        if quiet:
            yield from breaks(quiet)
            quiet = 0.0
        yield f'<audio src="{_SOURCES[moment.sound]}"/>' if moment.sound else _words(moment)
    yield from breaks(quiet)


def _words(moment: Moment) -> str:
    words = escape(moment.words, quote=False)
    return f'<emphasis level="{moment.stress}">{words}</emphasis>' if moment.stress else words


def breaks(seconds: float) -> Iterator[str]:
    """One silence as adjacent breaks of at most ten seconds, which add up."""
    milliseconds, longest = round(seconds * 1000), round(LONGEST_BREAK_SECONDS * 1000)
    while milliseconds > 0:
        piece = min(milliseconds, longest)
        yield f'<break time="{piece}ms"/>'
        milliseconds -= piece


def read_back(marked_up: str) -> Iterator[str | Stressed | float | Signal]:
    """The pieces of such markup in order: words, emphasised words, the seconds of each break, and sounds."""
    pieces = iter(_TAG.split(marked_up.removeprefix("<speak>").removesuffix("</speak>")))
    for words in pieces:
        if words.strip():
            yield _plain(words)
        milliseconds, source, level, stressed = (next(pieces, None) for _ in range(4))
        if stressed and stressed.strip():
            yield Stressed(_plain(stressed), Stress(level or Stress.MODERATE))
        elif milliseconds or source:
            yield int(milliseconds) / 1000 if milliseconds else _SOUNDS[source or ""]


def _plain(words: str) -> str:
    return unescape(" ".join(words.split()))
