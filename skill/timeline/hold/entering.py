"""The way into a hold: what is said before it, and the time to get there."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.timeline.hold.units import Unit
from skill.timeline.manner import Amount
from skill.timeline.moment import Moment, Role, Side
from skill.timeline.telling import Telling
from skill.wording.wording import sentence

_SECONDS_BETWEEN_CUES = 2.0
_SECONDS_AFTER_SETUP = 3.0


def introduction(unit: Unit, telling: Telling, *, named: bool) -> Iterator[Moment]:
    """The name (unless it was just said) and the dose; how to lie where it is told in full; once, who takes care."""
    words = telling.words_of(unit.stretch)
    dose = dose_words(unit, telling)
    intro = dose if named else telling.wording.say("intro.name", name=words.name, dose=sentence(dose))
    yield telling.cue(Role.INTRO, intro, unit.place)
    setup = words.setup if telling.in_full(unit.stretch) else ()
    note = () if unit.stretch.slug in telling.met else (words.note,)
    for cue in (*setup, *filter(None, note)):
        yield telling.cue(Role.SETUP, cue, unit.place)
        yield Moment(Role.SETUP, _SECONDS_AFTER_SETUP, place=unit.place)
    if telling.manner.amount is Amount.COUNTING:
        # No cue into the hold will name the side.
        yield from _placing(unit, telling)


@dataclass(frozen=True)
class Known:
    """What somebody who takes a stretch up again has just been told, or does already."""

    named: bool
    placed: bool
    arranged: bool


def taking_up(unit: Unit, telling: Telling, known: Known) -> Iterator[Moment]:
    """Into a stretch that is under way: its name, the side and number, and how to lie, as far as not known."""
    words = telling.words_of(unit.stretch)
    if not known.named:
        yield telling.cue(Role.INTRO, telling.wording.say("intro.again", name=words.name), unit.place)
    if not known.placed:
        yield from _placing(unit, telling)
    if not known.arranged:
        for cue in words.setup:
            yield telling.cue(Role.SETUP, cue, unit.place)
            yield Moment(Role.SETUP, _SECONDS_AFTER_SETUP, place=unit.place)


def _placing(unit: Unit, telling: Telling) -> Iterator[Moment]:
    """The side and the number, as far as there are several."""
    if unit.of > 1:
        yield telling.cue(Role.ENTER, count_words(unit, telling), unit.place)
    elif unit.place.side is not None:
        key = "sides.both" if unit.both else "sides.at"
        yield telling.cue(Role.SIDES, telling.wording.say(key, side=telling.side(unit.place.side)), unit.place)


def dose_words(unit: Unit, telling: Telling) -> str:
    """How long and how often, said before anything is held, so that a lost connection leaves nobody waiting."""
    wording, stretch, dose = telling.wording, unit.stretch, unit.dose
    often = "once" if dose.repetitions == 1 else "often"
    sides, alone = _worked(unit), unit.place.side if dose.spared else None
    told = wording.say(
        f"dose.{stretch.form}.{sides}.{often}",
        side=telling.side(alone) if alone else "",
        length=wording.seconds(dose.hold_seconds),
        times=wording.count("time", dose.repetitions),
        number=wording.number(dose.repetitions),
    )
    return f"{told} {_longer_words(unit, telling)}" if dose.longer else told


def _longer_words(unit: Unit, telling: Telling) -> str:
    """How long the side is held that somebody says is tighter."""
    dose = unit.dose
    longer = telling.wording.seconds(dose.hold_seconds + dose.longer_seconds)
    return telling.wording.say("dose.longer", side=telling.side(Side(dose.longer or dose.first)), length=longer)


def _worked(unit: Unit) -> str:
    """How the sides are worked: none, one alone, each, or each and then both."""
    if unit.stretch.sides != "none" and unit.dose.spared:
        return "one"
    apart = unit.stretch.sides == "each-then-both" and not unit.dose.together
    return "each" if apart else unit.stretch.sides


def entry(unit: Unit, telling: Telling, *, anew: bool) -> Iterator[Moment]:
    """The cues into this hold and the seconds to settle; `anew` when the person comes from elsewhere."""
    if unit.opens_repetition and unit.of > 1 and not anew and unit.place.repetition > 1:
        yield telling.cue(Role.ENTER, count_words(unit, telling), unit.place)
    cues = _entry_cues(unit, telling, anew=anew)
    for number, cue in enumerate(cues):
        if number:
            yield Moment(Role.ENTER, _SECONDS_BETWEEN_CUES, place=unit.place)
        yield telling.cue(Role.ENTER, cue, unit.place)
    yield from telling.calm(Role.SETTLE, telling.settling_seconds(unit.stretch, unit.enter_seconds), unit.place)


def count_words(unit: Unit, telling: Telling) -> str:
    """The side before the number: "Left, three of five."."""
    wording, place = telling.wording, unit.place
    numbers = {"number": wording.number(place.repetition), "of": wording.number(unit.of)}
    if place.side is None:
        return wording.say("count.unsided", **numbers)
    return wording.say("count.sided", side=telling.side(place.side), **numbers)


def _entry_cues(unit: Unit, telling: Telling, *, anew: bool) -> tuple[str, ...]:
    words = telling.words_of(unit.stretch)
    in_full = telling.in_full(unit.stretch) and (unit.first or anew)
    if unit.place.part is not None:
        part = words.parts[unit.place.part]
        fresh = telling.in_full(unit.stretch) and (unit.place.repetition == 1 or anew)
        return (
            (*words.enter, *part.enter) if fresh and unit.opens_repetition else part.enter if fresh else (part.short,)
        )
    if unit.both and words.both:
        return words.both.enter if telling.in_full(unit.stretch) else (words.both.short,)
    if in_full:
        return words.enter
    if telling.manner.amount is Amount.COUNTING:
        return ()
    later = unit.place.repetition > 1 and not anew
    return (words.again or words.short,) if later else (words.short,)
