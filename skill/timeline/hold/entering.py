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
_SECONDS_TO_PLACE_IT = 4.0
"""After a cue that has them fetch something, such as a pillow to put between their knees: three would not do."""

_BREATH_ON_THE_WAY = range(6, 11)
"""Holds of so many seconds have the word on the breath before they begin; shorter ones none, longer ones inside."""

_LEAST_BEFORE_BREATH_SECONDS = 0.5
_TWICE = 2


def introduction(unit: Unit, telling: Telling, *, named: bool, arranged: tuple[str, ...] = ()) -> Iterator[Moment]:
    """The name (unless it was just said), the dose, the setup and the caution, as far as the person needs them.

    Setup cues in `arranged` were said for the stretch before, and are left out.
    """
    words = telling.words_of(unit.stretch)
    dose = dose_words(unit, telling)
    if not named:
        name = telling.wording.say("intro.name", name=words.name, dose=sentence(dose))
        yield telling.cue(Role.INTRO, name.strip(), unit.place)
    elif dose:
        yield telling.cue(Role.INTRO, dose, unit.place)
    # Where each side is done lying the other way round, the setup also says how to lie for the first one: it is said
    # to people who know the stretch, too.
    setup = words.setup if telling.in_full(unit.stretch) or words.change else ()
    # `arranged` may hold a cue as it is written in the content, or as it was said, with the side filled in.
    setup = tuple(cue for cue in setup if {cue, telling.cue(Role.SETUP, cue, unit.place).words}.isdisjoint(arranged))
    known = unit.stretch.slug in telling.met - {telling.explained}
    caution = () if known else (words.caution,)
    for cue in (*setup, *filter(None, caution)):
        yield telling.cue(Role.SETUP, cue, unit.place)
        fetched = words.fetch and cue == words.caution
        yield Moment(Role.SETUP, _SECONDS_TO_PLACE_IT if fetched else _SECONDS_AFTER_SETUP, place=unit.place)
    if telling.manner.amount is Amount.COUNTING:
        # No cue into the hold will name the side.
        yield from _placing(unit, telling)


@dataclass(frozen=True)
class ToldAlready:
    """What somebody who resumes a stretch was told a moment ago, or is doing already."""

    named: bool
    placed: bool
    arranged: bool


def taking_up(unit: Unit, telling: Telling, known: ToldAlready) -> Iterator[Moment]:
    """Back into a stretch that was begun: its name, the side and number, and the setup, without what is `known`."""
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
    """The side and the number of the repetition; only the side where there is one repetition."""
    if unit.of > 1:
        yield telling.cue(Role.ENTER, count_words(unit, telling), unit.place)
    elif unit.place.side is not None:
        key = "sides.both" if unit.both else "sides.at"
        yield telling.cue(Role.SIDES, telling.wording.say(key, side=telling.side(unit.place.side)), unit.place)


def dose_words(unit: Unit, telling: Telling) -> str:
    """The dose in words; shorter for a known stretch, and mostly empty for one or two repetitions.

    The length is left out there, because each hold begins with it.
    """
    wording, stretch, dose = telling.wording, unit.stretch, unit.dose
    often = "once" if dose.repetitions == 1 else "often"
    sides, alone = _worked(unit), unit.place.side if dose.spared else None
    if not telling.in_full(stretch) and stretch.slug in telling.met:
        return _known_dose(unit, telling)
    if dose.repetitions <= _TWICE and sides in ("none", "each"):
        # The hold says its length ("Hold. Thirty seconds."), and the other side and "once more" are said in their turn.
        return _longer_words(unit, telling) if dose.longer else ""
    told = wording.say(
        f"dose.{stretch.form}.{sides}.{often}",
        side=telling.side(alone) if alone else "",
        length=telling.length(stretch, dose.hold_seconds),
        times=wording.count("time", dose.repetitions),
        number=wording.number(dose.repetitions),
    )
    return f"{told} {_longer_words(unit, telling)}" if dose.longer else told


def _known_dose(unit: Unit, telling: Telling) -> str:
    """The dose of a stretch that the person knows: how often and on which sides; empty where that is plain."""
    dose, sides = unit.dose, _worked(unit)
    if dose.longer:
        return _longer_words(unit, telling)
    if dose.repetitions <= _TWICE and sides in ("none", "each"):
        # "Once more" says it when it comes.
        return ""
    return telling.wording.say(
        f"dose.known.{sides}.{'once' if dose.repetitions == 1 else 'often'}",
        side=telling.side(unit.place.side) if dose.spared and unit.place.side else "",
        times=telling.wording.count("time", dose.repetitions),
    )


def _longer_words(unit: Unit, telling: Telling) -> str:
    """How long the tighter side is held, which `dose.longer` names."""
    dose = unit.dose
    longer = telling.length(unit.stretch, dose.hold_seconds + dose.longer_seconds)
    return telling.wording.say("dose.longer", side=telling.side(Side(dose.longer or dose.first)), length=longer)


def _worked(unit: Unit) -> str:
    """Which sides the dose works, as a part of a phrase key: none, one, each, or as `stretch.sides` has it."""
    if unit.stretch.sides != "none" and unit.dose.spared:
        return "one"
    apart = unit.stretch.sides == "each-then-both" and not unit.dose.together
    return "each" if apart else unit.stretch.sides


def entry(unit: Unit, telling: Telling, *, anew: bool) -> Iterator[Moment]:
    """The cues into this hold and the seconds to settle; `anew` when the person comes from elsewhere."""
    counted = counting_words(unit, telling) if is_counted(unit) and not anew else ""
    if counted:
        yield telling.cue(Role.ENTER, counted, unit.place)
    cues = () if _only_once_more(unit, telling, anew=anew) else _entry_cues(unit, telling, anew=anew)
    for number, cue in enumerate(cues):
        if number:
            yield Moment(Role.ENTER, _SECONDS_BETWEEN_CUES, place=unit.place)
        yield telling.cue(Role.ENTER, cue, unit.place)
    yield from settling(unit, telling)


def settling(unit: Unit, telling: Telling) -> Iterator[Moment]:
    """The seconds to get into the hold; with a word on the breath where the hold is too short to have it inside."""
    seconds = telling.settling_seconds(unit.stretch, unit.enter_seconds)
    if not _wants_breath(unit, telling):
        yield from telling.calm(Role.SETTLE, seconds, unit.place)
        return
    breath = telling.cue(Role.SETTLE, telling.wording.due("breath.in", telling.holds_before), unit.place)
    quiet = round(seconds - breath.seconds, 1)
    if quiet < 2 * _LEAST_BEFORE_BREATH_SECONDS:
        yield from telling.calm(Role.SETTLE, seconds, unit.place)
        return
    after = min(round(quiet / 2, 1), telling.longest_silence)
    yield from telling.calm(Role.SETTLE, round(quiet - after, 1), unit.place)
    yield breath
    yield Moment(Role.SETTLE, after, place=unit.place)


def _wants_breath(unit: Unit, telling: Telling) -> bool:
    """Whether a word on the breath is said before this hold, by its length and manner.

    A way in whose own cues say when to breathe in or out still has it: people who follow such a cue hold their
    breath afterwards unless somebody tells them to breathe on.
    """
    if telling.only_lengths or telling.manner.amount is Amount.COUNTING or unit.stretch.form == "moving":
        return False
    seconds = unit.hold_seconds
    return seconds in _BREATH_ON_THE_WAY and not telling.manner.breaths_of(unit.stretch, seconds)


def _only_once_more(unit: Unit, telling: Telling, *, anew: bool) -> bool:
    """Whether the number, or "once more, right", is enough: the person knows the stretch, and did it a moment ago."""
    again = is_counted(unit) and not anew and unit.place.side is not None
    return again and not telling.in_full(unit.stretch) and unit.place.part is None


def is_counted(unit: Unit) -> bool:
    """Whether this hold begins a second or later repetition, which is announced by its number."""
    return unit.opens_repetition and unit.of > 1 and unit.place.repetition > 1


def counting_words(unit: Unit, telling: Telling) -> str:
    """What announces a later repetition: its number, or "once more" for the second of two.

    Empty where the entry cue says that by itself.
    """
    if unit.of > _TWICE:
        return count_words(unit, telling)
    side = unit.place.side
    if side is None and unit.place.part is None and telling.words_of(unit.stretch).again:
        return ""
    key = "count.once-more" if side is None else "count.once-more-sided"
    return telling.wording.say(key, side=_sided(unit, telling))


def _sided(unit: Unit, telling: Telling) -> str:
    """The side by its name; or, where one leans or turns away from it, by the limb that is raised or crossed."""
    side, words = unit.place.side, telling.words_of(unit.stretch)
    return telling.with_side(words.sided, side) if side and words.sided else telling.side(side) if side else ""


def count_words(unit: Unit, telling: Telling) -> str:
    """The number of the repetition, after the side where it has one: "Left, three of five."."""
    wording, place = telling.wording, unit.place
    numbers = {"number": wording.number(place.repetition), "of": wording.number(unit.of)}
    if place.side is None:
        return wording.say("count.unsided", **numbers)
    return wording.say("count.sided", side=_sided(unit, telling), **numbers)


def _entry_cues(unit: Unit, telling: Telling, *, anew: bool) -> tuple[str, ...]:
    words = telling.words_of(unit.stretch)
    in_full = telling.in_full(unit.stretch) and (unit.first or anew)
    if unit.place.part is not None:
        part = words.parts[unit.place.part]
        if telling.in_full(unit.stretch) and (unit.place.repetition == 1 or anew):
            return (*words.enter, *part.enter) if unit.opens_repetition else part.enter
        return (part.short if anew else in_turn(unit, part.short, part.later.enter),)
    if unit.both and words.both:
        return words.both.enter if telling.in_full(unit.stretch) else (words.both.short,)
    if in_full:
        return words.enter
    if telling.manner.amount is Amount.COUNTING:
        return ()
    later = (*filter(None, (words.again,)), *words.later.enter)
    return (words.short if anew else in_turn(unit, words.short, later),)


def in_turn(unit: Unit, first: str, later: tuple[str, ...]) -> str:
    """`first` for the first repetition, then the `later` cues in rotation; `first` again where there are none."""
    again = unit.place.repetition - 2
    return first if again < 0 or not later else later[again % len(later)]
