"""The inside of a hold: what is said in it and when, so that words and silences add up to the hold exactly."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, pairwise
from math import ceil

from skill.timeline.hold.units import Unit
from skill.timeline.manner import Amount
from skill.timeline.moment import Moment, Role
from skill.timeline.telling import Telling

_HALFWAY_FROM_SECONDS = 20
_COUNTING_STEP_SECONDS = 10
_SHORTEST_CUE_SECONDS = 0.9
_RHYTHM_HALF_BREATHS = 6
_SHORTEST_QUIET_SECONDS = 0.5


@dataclass(frozen=True)
class _Anchor:
    """Words that are due so many seconds into the hold."""

    at: float
    role: Role
    words: str


def hold(unit: Unit, telling: Telling, *, anew: bool = False) -> Iterator[Moment]:
    """Cues and silences of one hold, together exactly as long as it; its length is said when it is begun `anew`."""
    length = float(unit.hold_seconds)
    anchors = sorted(_anchors(unit, telling, anew=anew), key=lambda anchor: anchor.at)
    now = 0.0
    for anchor in anchors:
        cue = telling.cue(anchor.role, anchor.words, unit.place)
        if anchor.at < now or (anchor.at and anchor.at + cue.seconds > length - _SHORTEST_QUIET_SECONDS):
            continue
        if anchor.at > now:
            yield Moment(Role.HOLD, round(anchor.at - now, 1), place=unit.place)
        yield cue
        now = round(anchor.at + cue.seconds, 1)
    if length > now:
        yield Moment(Role.HOLD, round(length - now, 1), place=unit.place)


def _anchors(unit: Unit, telling: Telling, *, anew: bool) -> Iterator[_Anchor]:
    yield _Anchor(0.0, Role.HOLD, _opening(unit, telling, anew=anew))
    rhythm = list(_rhythm(unit, telling))
    yield from rhythm
    remaining = unit.hold_seconds // 2 // 5 * 5
    halfway = float(unit.hold_seconds - remaining)
    marks = [rhythm[-1].at if rhythm else 0.0]
    if unit.hold_seconds >= _HALFWAY_FROM_SECONDS and halfway > marks[0]:
        yield _Anchor(halfway, Role.HALFWAY, _more_seconds(remaining, telling))
        marks.append(halfway)
    if telling.manner.amount is Amount.COUNTING:
        yield from _countdown([*marks, float(unit.hold_seconds)], telling)
    elif not telling.manner.sparing:
        yield from _comfort([*marks, float(unit.hold_seconds)], unit, telling)


def _opening(unit: Unit, telling: Telling, *, anew: bool) -> str:
    """The word from which the hold counts; its length with it, unless this is a short one said just before."""
    moving = unit.stretch.form == "moving"
    known = not (unit.opens_side or anew) and unit.hold_seconds <= telling.longest_silence
    if known:
        return telling.wording.say("moving.begin" if moving else "hold.begin")
    return telling.wording.say(
        "moving.length" if moving else "hold.length", length=telling.wording.seconds(unit.hold_seconds)
    )


def _more_seconds(seconds: int, telling: Telling) -> str:
    return telling.wording.say("hold.more", number=telling.wording.number(seconds))


def _rhythm(unit: Unit, telling: Telling) -> Iterator[_Anchor]:
    """One or two words a half breath at first, then quiet: the person keeps the rhythm alone."""
    words = telling.words_of(unit.stretch).rhythm
    if unit.stretch.form != "moving" or not words:
        return
    beat = telling.manner.half_breath_seconds(unit.stretch)
    beats = min(_RHYTHM_HALF_BREATHS, int(unit.hold_seconds / beat / 2))
    for number in range(beats):
        yield _Anchor(beat * (number + 1), Role.DURING, words[number % len(words)])
    if not telling.manner.sparing:
        yield _Anchor(beat * (beats + 1), Role.DURING, telling.wording.say("moving.rhythm"))


def _countdown(marks: list[float], telling: Telling) -> Iterator[_Anchor]:
    """The seconds that are left, every ten of them, for somebody who wants nothing but the counting."""
    *known, end = marks
    for left in range(_COUNTING_STEP_SECONDS, int(end - known[0]), _COUNTING_STEP_SECONDS):
        if not any(abs(end - left - mark) < _COUNTING_STEP_SECONDS for mark in known[1:]):
            yield _Anchor(end - left, Role.HALFWAY, _more_seconds(left, telling))


def _comfort(marks: list[float], unit: Unit, telling: Telling) -> Iterator[_Anchor]:
    """Quiet words in each long gap, as many as keep every silence short enough for this listener."""
    if unit.hold_seconds <= _HALFWAY_FROM_SECONDS:
        return
    words = cycle((*telling.words_of(unit.stretch).during, telling.wording.say("hold.breathe")))
    for start, end in pairwise(marks):
        pieces = ceil((end - start) / (telling.longest_silence + _SHORTEST_CUE_SECONDS))
        for piece in range(1, pieces):
            yield _Anchor(round(start + (end - start) * piece / pieces, 1), Role.DURING, next(words))
