"""A timeline as text to read: sentences, sounds by their names, and each silence with its seconds."""

from collections.abc import Iterator

from skill.timeline import Moment, Timeline


def plain(timeline: Timeline) -> Iterator[str]:
    """The cues, sounds and silences in order; neighbouring silences are one."""
    for piece in joined(timeline):
        yield piece.words or (f"[{piece.sound}]" if piece.sound else f"[silence {shown(piece.seconds)} s]")


def joined(timeline: Timeline) -> Iterator[Moment]:
    """The moments as they are heard: silences next to each other count as one."""
    quiet = 0.0
    for moment in timeline.moments:
        if moment.silent and not moment.sound:
            quiet = round(quiet + moment.seconds, 1)
            continue
        if quiet:
            yield Moment(moment.role, quiet)
        quiet = 0.0
        yield moment
    if quiet:
        yield Moment(timeline.moments[-1].role, quiet)


def shown(seconds: float) -> str:
    """Seconds as figures, without a tenth that is nought."""
    return f"{seconds:g}"
