"""The inside of a hold: its cues and silences, which add up to exactly the seconds of the hold."""

from collections.abc import Iterator
from itertools import chain, count, cycle, pairwise
from math import ceil
from operator import itemgetter
from typing import NamedTuple

from skill.timeline.hold.units import Unit
from skill.timeline.manner import Amount
from skill.timeline.moment import Moment, Role
from skill.timeline.telling import Telling

_HALFWAY_FROM_SECONDS = 20
_BREATH_INSIDE_ABOVE_SECONDS = 10
"""A longer hold has its word on the breath inside, a shorter one before it begins."""

_FEEL_EVERY = 3
"""People who know a stretch hear its `during` cue, what to let go of, in every third hold."""

_QUIET_ONCE_TOLD_SECONDS = 30
"""For people who are no newcomers, a gap up to this long after the last announced time stays silent."""

_COUNTING_STEP_SECONDS = 10
_COUNTED_SECONDS = 3
_SHORTEST_CUE_SECONDS = 0.9
_RHYTHM_HALF_BREATHS = 6
_SHORTEST_QUIET_SECONDS = 0.5
_ENOUGH_WITHOUT_ONE = 2


class _Anchor(NamedTuple):
    """Words that begin `at` so many seconds into the hold."""

    at: float
    role: Role
    words: str


def hold(unit: Unit, telling: Telling, *, anew: bool = False) -> Iterator[Moment]:
    """The cues and silences of one hold, which add up to its seconds; one begun `anew` always says its length first.

    A cue that would overlap another, or the end of the hold, is dropped.
    """
    length = float(unit.hold_seconds)
    if telling.only_lengths:
        yield from _as_long(length, unit, telling, anew=anew)
        return
    spoken = length - (_COUNTED_SECONDS if telling.manner.counts_down else 0)
    anchors = sorted(_anchors(unit, telling, anew=anew), key=itemgetter(0))
    now = 0.0
    for anchor in anchors:
        cue = telling.cue(anchor.role, anchor.words, unit.place)
        if anchor.at < now or (anchor.at and anchor.at + cue.seconds > spoken - _SHORTEST_QUIET_SECONDS):
            continue
        if anchor.at > now:
            yield Moment(Role.HOLD, round(anchor.at - now, 1), place=unit.place)
        yield cue
        now = round(anchor.at + cue.seconds, 1)
    yield from to_the_end(round(length - now, 1), unit, telling)


def _as_long(length: float, unit: Unit, telling: Telling, *, anew: bool) -> Iterator[Moment]:
    """The opening word and one silence: enough where only lengths count, as words inside a hold make it no longer."""
    opening = telling.cue(Role.HOLD, _opening(unit, telling, anew=anew), unit.place)
    yield opening
    if opening.seconds < length:
        yield Moment(Role.HOLD, round(length - opening.seconds, 1), place=unit.place)


def to_the_end(seconds: float, unit: Unit, telling: Telling) -> Iterator[Moment]:
    """The last seconds of a hold: silence, with "three, two, one" on the second for people who like that."""
    left = seconds
    for number in range(_COUNTED_SECONDS, 0, -1) if telling.manner.counts_down else ():
        cue = telling.cue(Role.DURING, telling.wording.say("hold.count", number=telling.wording.number(number)))
        if number > left or cue.seconds >= 1:
            continue
        if left > number:
            yield Moment(Role.HOLD, round(left - number, 1), place=unit.place)
        yield cue._replace(place=unit.place)
        left = round(number - cue.seconds, 1)
    if left > 0:
        yield Moment(Role.HOLD, left, place=unit.place)


def rest_of_hold(unit: Unit, telling: Telling, seconds: int) -> Iterator[Moment]:
    """The last `seconds` of a hold after an interruption: silence, with calm words where it would be too long."""
    left = float(seconds)
    breaths = (telling.wording.due("breath.inside", number) for number in count(telling.holds_before))
    words = chain([telling.wording.say("hold.breathe")], breaths)
    while left > telling.longest_silence:
        cue = telling.cue(Role.DURING, next(words), unit.place)
        quiet = round(min(telling.longest_silence, left / 2), 1)
        yield Moment(Role.HOLD, quiet, place=unit.place)
        yield cue
        left = round(left - quiet - cue.seconds, 1)
    yield from to_the_end(left, unit, telling)


def _anchors(unit: Unit, telling: Telling, *, anew: bool) -> Iterator[_Anchor]:
    seconds = unit.hold_seconds
    yield _Anchor(0.0, Role.HOLD, _opening(unit, telling, anew=anew))
    if telling.manner.breaths_of(unit.stretch, seconds):
        yield from _breaths(unit, telling)
        return
    rhythm = list(_rhythm(unit, telling))
    yield from rhythm
    remaining = seconds // 2 // 5 * 5
    halfway = float(seconds - remaining)
    has_half = seconds >= _HALFWAY_FROM_SECONDS and halfway > (rhythm[-1].at if rhythm else 0.0)
    breath = () if rhythm else tuple(_breath(seconds, telling, halfway if has_half else float(seconds)))
    yield from breath
    marks = [rhythm[-1].at if rhythm else 0.0, *(one.at for one in breath)]
    if has_half:
        yield _Anchor(halfway, Role.HALFWAY, _halfway_words(unit, telling, remaining))
        marks.append(halfway)
    if telling.manner.amount is Amount.COUNTING:
        yield from _countdown([*marks, float(seconds)], telling)
    elif seconds > _HALFWAY_FROM_SECONDS and not telling.manner.sparing:
        yield from _comfort([*marks, float(seconds)], unit, telling)


def _breaths(unit: Unit, telling: Telling) -> Iterator[_Anchor]:
    """The number of each breath as it begins, from the second on; seconds beyond whole breaths come at the start."""
    beat = telling.manner.breath_seconds
    breaths = telling.manner.breaths_of(unit.stretch, unit.hold_seconds)
    for number in range(2, breaths + 1):
        key = "breath.last" if number == breaths else "breath.count"
        begins = float(unit.hold_seconds - (breaths - number + 1) * beat)
        yield _Anchor(begins, Role.DURING, telling.wording.say(key, number=telling.wording.number(number)))


def _breath(seconds: int, telling: Telling, before: float) -> Iterator[_Anchor]:
    """The one word on the breath inside a long hold, half-way to `before`, the second of the next cue."""
    if seconds > _BREATH_INSIDE_ABOVE_SECONDS and telling.manner.amount is not Amount.COUNTING:
        yield _Anchor(round(before / 2, 1), Role.DURING, telling.wording.due("breath.inside", telling.holds_before))


def _opening(unit: Unit, telling: Telling, *, anew: bool) -> str:
    """The word that starts the hold, with its length; without it where that is short and was just said."""
    moving = unit.stretch.form == "moving"
    seconds = unit.hold_seconds
    known = not (unit.opens_side or anew) and seconds <= telling.longest_silence
    if known:
        return telling.wording.say("moving.begin" if moving else "hold.begin")
    as_before = not (unit.first or anew or unit.dose.longer or unit.dose.altered)
    length = telling.length(unit.stretch, seconds)
    if as_before and not moving:
        return telling.wording.due("hold.as-before", telling.holds_before, length=length)
    return telling.wording.say("moving.length" if moving else "hold.length", length=length)


def _halfway_words(unit: Unit, telling: Telling, remaining: int) -> str:
    """What is said half-way: "halfway" or the seconds left, in turn; at times also what to let go of."""
    told = telling.wording.due("hold.halfway", telling.holds_before)
    counts = remaining > telling.longest_silence or telling.holds_before % 2 or telling.manner.sparing
    left = _more_seconds(remaining, telling) if counts else told
    feel = telling.words_of(unit.stretch).during
    often = 1 if telling.in_full(unit.stretch) else _FEEL_EVERY
    if not feel or telling.manner.sparing or unit.stretch.form == "moving" or telling.holds_before % often:
        return left
    return f"{feel[telling.holds_before % len(feel)]} {left}"


def _rotated(unit: Unit, telling: Telling) -> tuple[str, ...]:
    """The `during` cues, rotated from hold to hold so that they begin after the one said half-way.

    That one is left out where there are enough others, as it would be said again right after the half.
    """
    words, halved = telling.words_of(unit.stretch).during, unit.stretch.form != "moving"
    start = (telling.holds_before + 1) % len(words) if words else 0
    turned = (*words[start:], *words[:start])
    return turned[:-1] if halved and len(turned) >= _ENOUGH_WITHOUT_ONE else turned


def _more_seconds(seconds: int, telling: Telling) -> str:
    return telling.wording.say("hold.more", number=telling.wording.number(seconds))


def _rhythm(unit: Unit, telling: Telling) -> Iterator[_Anchor]:
    """The rhythm words of a movement, one each half breath at first; then the person keeps the rhythm alone."""
    words = telling.words_of(unit.stretch).rhythm
    if unit.stretch.form != "moving" or not words:
        return
    beat = telling.manner.half_breath_seconds(unit.stretch)
    beats = min(_RHYTHM_HALF_BREATHS, int(unit.hold_seconds / beat / 2))
    for number in range(beats):
        yield _Anchor(beat * (number + 1), Role.DURING, words[number % len(words)])
    if not telling.manner.sparing:
        on = telling.wording.due("moving.rhythm", telling.holds_before)
        yield _Anchor(beat * (beats + 1), Role.DURING, on)


def _countdown(marks: list[float], telling: Telling) -> Iterator[_Anchor]:
    """The seconds left, every ten seconds, for people who want only the counting; none close to another cue."""
    *known, end = marks
    for left in range(_COUNTING_STEP_SECONDS, int(end - known[0]), _COUNTING_STEP_SECONDS):
        if not any(abs(end - left - mark) < _COUNTING_STEP_SECONDS for mark in known[1:]):
            yield _Anchor(end - left, Role.HALFWAY, _more_seconds(left, telling))


def _comfort(marks: list[float], unit: Unit, telling: Telling) -> Iterator[_Anchor]:
    """Quiet words in each gap between `marks`, so many that no silence is too long for this listener."""
    words = cycle(_rotated(unit, telling) or (telling.wording.say("hold.breathe"),))
    for start, end in pairwise(marks):
        told = end == marks[-1] and not telling.newcomer and end - start <= _QUIET_ONCE_TOLD_SECONDS
        pieces = 1 if told else ceil((end - start) / (telling.longest_silence + _SHORTEST_CUE_SECONDS))
        for piece in range(1, pieces):
            yield _Anchor(round(start + (end - start) * piece / pieces, 1), Role.DURING, next(words))
