"""Marks the holds in what is heard of a reply: its markup tells only words and silences."""

from collections.abc import Iterator, Sequence

from skill.screen.holds import SeenHold
from skill.timeline import Moment, Role, Timeline

_CLOSE_SECONDS = 0.06
"""Two times this close are the same: all seconds of a reply are rounded to a tenth."""


def with_holds(speech: Timeline, holds: Sequence[SeenHold]) -> Timeline:
    """The same moments, with those of each hold marked as such; a silence that crosses a hold's edge is split there."""
    return Timeline(tuple(_marked(speech, holds)))


def _marked(speech: Timeline, holds: Sequence[SeenHold]) -> Iterator[Moment]:
    for start, moment in speech.timed():
        for begins, piece in _pieces(start, moment, holds):
            at = begins + _CLOSE_SECONDS
            held = next((hold for hold in holds if hold.start <= at < hold.until), None)
            yield piece if held is None else piece._replace(role=Role.HOLD, place=held.place)


def _pieces(start: float, moment: Moment, holds: Sequence[SeenHold]) -> Iterator[tuple[float, Moment]]:
    """The moment with its start; a silence in which a hold begins or ends is split there."""
    end = start + moment.seconds
    edges = sorted({edge for hold in holds for edge in (hold.start, hold.until)})
    inside = [edge for edge in edges if start + _CLOSE_SECONDS < edge < end - _CLOSE_SECONDS]
    at = start
    for until in [*(inside if moment.silent and not moment.sound else ()), end]:
        yield at, moment._replace(seconds=round(until - at, 1))
        at = until
