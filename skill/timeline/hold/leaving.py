"""The way out of a hold: the release cue, time to come out, rest, and the change of sides."""

from collections.abc import Iterator

from skill.limits import CHIME_SECONDS, REST_AFTER_RELEASE_SECONDS
from skill.timeline.hold.entering import counting_words, in_turn, is_counted
from skill.timeline.hold.units import Unit
from skill.timeline.manner import Amount
from skill.timeline.moment import HOLDING, Moment, Role, Side, Signal
from skill.timeline.telling import Telling

_STILL_SECONDS = 6
"""Two breaths of standing still after a deep bend, before anything else is asked."""


_LEAST_QUIET_SECONDS = 1.0


def release_words(unit: Unit, telling: Telling) -> str | None:
    """The full cue that ends this hold; None where one part flows into the next without a release."""
    words = telling.words_of(unit.stretch)
    if unit.both and words.both:
        return words.both.release
    if unit.place.part is not None and not unit.last:
        return words.parts[unit.place.part].release
    return words.release


def leaving(unit: Unit, telling: Telling) -> Iterator[Moment]:
    """The chime if wanted, the release, the seconds to come out, and the rest; nothing without a release."""
    words = release_words(unit, telling)
    if words is None:
        return
    if telling.manner.chimes:
        yield Moment(Role.RELEASE, CHIME_SECONDS, place=unit.place, sound=Signal.CHIME)
    yield telling.cue(Role.RELEASE, in_turn(unit, words, _later_releases(unit, telling)), unit.place)
    yield from _time_to_leave(unit, telling)
    rest_seconds = unit.rest_after_seconds if unit.last else unit.dose.rest_seconds
    if rest_seconds:
        yield telling.cue(Role.REST, telling.wording.say("rest.between"), unit.place)
        yield from telling.calm(Role.REST, rest_seconds, unit.place)


def _later_releases(unit: Unit, telling: Telling) -> tuple[str, ...]:
    """Shorter releases for later repetitions; empty for the last one, which has its full release."""
    words = telling.words_of(unit.stretch)
    if unit.last or unit.both:
        return ()
    return words.later.release if unit.place.part is None else words.parts[unit.place.part].later.release


def naming_meanwhile(moments: tuple[Moment, ...], seconds: float) -> tuple[Moment, ...]:
    """The moments with their last silence shorter by `seconds`: the next hold is named while the body comes out.

    The silence of a hold stays as it is, and at least a second of any other.
    """
    if not moments or not moments[-1].silent or moments[-1].role in HOLDING:
        return moments
    *before, quiet = moments
    rest = max(min(quiet.seconds, _LEAST_QUIET_SECONDS), round(quiet.seconds - seconds, 1))
    return (*before, quiet._replace(seconds=rest))


def naming_seconds(unit: Unit, telling: Telling) -> float:
    """Seconds of the words that only announce this hold: its number, or its side."""
    if is_counted(unit):
        counted = counting_words(unit, telling)
        return telling.cue(Role.ENTER, counted, unit.place).seconds if counted else 0.0
    named = unit.opens_side and names_side(unit, telling)
    return telling.cue(Role.SIDES, side_words(unit, telling), unit.place).seconds if named else 0.0


def _time_to_leave(unit: Unit, telling: Telling) -> Iterator[Moment]:
    """The seconds to come out; the stretch's `after` cue (to stand still) is said before the last of them."""
    seconds = telling.settling_seconds(unit.stretch, unit.leave_seconds)
    after = telling.words_of(unit.stretch).after
    if after is None:
        yield from telling.calm(Role.RELEASE, seconds, unit.place)
        return
    yield from telling.calm(Role.RELEASE, seconds - _STILL_SECONDS, unit.place)
    yield telling.cue(Role.RELEASE, after, unit.place)
    yield from telling.calm(Role.RELEASE, _STILL_SECONDS, unit.place)


def coming_out(unit: Unit, telling: Telling) -> Iterator[Moment]:
    """What comes before the answer to an interruption: the release, and the seconds to come out or a short rest."""
    words = release_words(unit, telling) or telling.words_of(unit.stretch).release
    yield telling.cue(Role.RELEASE, words, unit.place)
    if unit.leave_seconds > REST_AFTER_RELEASE_SECONDS:
        yield from _time_to_leave(unit, telling)
    else:
        yield Moment(Role.REST, REST_AFTER_RELEASE_SECONDS, place=unit.place)


def names_side(unit: Unit, telling: Telling) -> bool:
    """Whether the side has a cue of its own.

    It has one for newcomers, for both sides at once, where one moves over, and where no entry cue names it.
    """
    crossing = telling.words_of(unit.stretch).change
    return telling.newcomer or unit.both or bool(crossing) or telling.manner.amount is Amount.COUNTING


def side_words(unit: Unit, telling: Telling) -> str:
    """The cue that names the next side, or both together."""
    if unit.both:
        return telling.wording.say("sides.both")
    return telling.wording.say("sides.now", side=telling.side(unit.place.side or Side.BOTH))


def turning(unit: Unit, telling: Telling, *, from_the_other: bool, named: bool) -> Iterator[Moment]:
    """The way to this side of a stretch whose sides are done lying differently, for somebody who begins there.

    Somebody who comes `from_the_other` side hears how to turn. How anybody else lies is unknown: they hear the whole
    setup, and have as many seconds.
    """
    if from_the_other:
        yield from changing_side(unit, telling)
        return
    if not named:
        yield telling.cue(Role.SIDES, telling.wording.say("sides.at", side=telling.side(unit.place.side or Side.BOTH)))
    yield from (telling.cue(Role.SETUP, words, unit.place) for words in telling.words_of(unit.stretch).setup)
    seconds = telling.manner.settling_seconds(unit.stretch.moving.change, may_hurry=False)
    yield from telling.calm(Role.SIDES, seconds, unit.place)


def changing_side(unit: Unit, telling: Telling) -> Iterator[Moment]:
    """The cue for the next side, the moves that lead there, and the seconds for them."""
    moves = () if unit.both else telling.words_of(unit.stretch).change
    # Turning over is a change of posture: a manner may make it slower, never faster than usual.
    seconds = 0 if unit.both else telling.manner.settling_seconds(unit.stretch.moving.change, may_hurry=False)
    if not names_side(unit, telling):
        if seconds:
            yield from telling.calm(Role.SIDES, seconds, unit.place)
        return
    yield telling.cue(Role.SIDES, side_words(unit, telling), unit.place)
    if seconds and not moves:
        yield from telling.calm(Role.SIDES, seconds, unit.place)
    for number, words in enumerate(moves):
        # No silence between the side and the first move: otherwise people begin to turn by themselves.
        yield telling.cue(Role.SIDES, words, unit.place)
        yield from telling.calm(Role.SIDES, round(seconds / len(moves), 1), unit.place, turn=number)
