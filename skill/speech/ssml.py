"""A timeline as SSML: text escaped, silences as breaks that the platform accepts, everything within its limits."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, unescape

from skill.limits import LONGEST_BREAK_SECONDS, LONGEST_SSML_CHARACTERS
from skill.timeline import Moment, Timeline

_BREAK = re.compile(r'<break time="(\d{1,6})ms"/>')


class TooLong(Exception):
    """The speech would be refused by the platform, which says nothing when it refuses."""


def ssml(timeline: Timeline) -> str:
    """The speech as markup; raises TooLong rather than sending what nobody would hear."""
    marked_up = f"<speak>{' '.join(_pieces(timeline))}</speak>"
    if len(marked_up) > LONGEST_SSML_CHARACTERS:
        raise TooLong(f"{len(marked_up)} characters of {LONGEST_SSML_CHARACTERS}")
    return marked_up


def _pieces(timeline: Timeline) -> Iterator[str]:
    quiet = 0.0
    for moment in (*timeline.moments, None):
        if isinstance(moment, Moment) and moment.silent:
            quiet = round(quiet + moment.seconds, 1)
            continue
        yield from breaks(quiet)
        quiet = 0.0
        if moment is not None:
            yield escape(moment.words)


def breaks(seconds: float) -> Iterator[str]:
    """One silence as breaks of at most ten seconds, next to each other; they add up."""
    milliseconds, longest = round(seconds * 1000), round(LONGEST_BREAK_SECONDS * 1000)
    while milliseconds > 0:
        piece = min(milliseconds, longest)
        yield f'<break time="{piece}ms"/>'
        milliseconds -= piece


def read_back(marked_up: str) -> Iterator[str | float]:
    """What our own markup says, in order: words, and the seconds of each break."""
    inside = marked_up.removeprefix("<speak>").removesuffix("</speak>")
    for number, piece in enumerate(_BREAK.split(inside)):
        if number % 2:
            yield int(piece) / 1000
        elif piece.strip():
            yield unescape(" ".join(piece.split()))
