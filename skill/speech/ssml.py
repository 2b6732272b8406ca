"""A timeline as SSML: text escaped, silences as breaks, sounds by their names, all within the platform's limits."""

import re
from collections.abc import Iterator
from html import escape, unescape

from skill.limits import CHIME_SOURCE, LONGEST_BREAK_SECONDS, LONGEST_SSML_CHARACTERS
from skill.timeline import Sound, Timeline

_TAG = re.compile(r'<(?:break time="(\d{1,6})ms"|audio src="([^"]*)")/>')
_SOURCES = {Sound.CHIME: CHIME_SOURCE}
_SOUNDS = {source: sound for sound, source in _SOURCES.items()}


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
    for _, seconds, words, _, sound in timeline.moments:
        if not words and not sound:
            quiet = round(quiet + seconds, 1)
            continue
        if quiet:
            yield from breaks(quiet)
            quiet = 0.0
        yield f'<audio src="{_SOURCES[sound]}"/>' if sound else escape(words, quote=False)
    yield from breaks(quiet)


def breaks(seconds: float) -> Iterator[str]:
    """One silence as breaks of at most ten seconds, next to each other; they add up."""
    milliseconds, longest = round(seconds * 1000), round(LONGEST_BREAK_SECONDS * 1000)
    while milliseconds > 0:
        piece = min(milliseconds, longest)
        yield f'<break time="{piece}ms"/>'
        milliseconds -= piece


def read_back(marked_up: str) -> Iterator[str | float | Sound]:
    """What our own markup says, in order: words, the seconds of each break, and sounds."""
    pieces = iter(_TAG.split(marked_up.removeprefix("<speak>").removesuffix("</speak>")))
    for words in pieces:
        if words.strip():
            yield unescape(" ".join(words.split()))
        milliseconds, source = next(pieces, None), next(pieces, None)
        if milliseconds or source:
            yield int(milliseconds) / 1000 if milliseconds else _SOUNDS[source or ""]
