"""A unit: one hold of one step, with its side, repetition and part."""

from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from skill.content.model import Dose, Step, Stretch
from skill.timeline.moment import Place, Side

_STEPS_KEPT = 2048
"""Size of each cache: the steps of all routines, a few times over."""


class Unit(NamedTuple):
    """One hold of a step, one of `of` repetitions on its side. A tuple, because each turn makes hundreds."""

    stretch: Stretch
    dose: Dose
    place: Place
    of: int
    first: bool = False
    opens_side: bool = False
    opens_repetition: bool = False
    last: bool = False
    rest_after_seconds: int = 0
    """Seconds of rest that the routine wants after the step, before anything else is named."""

    @property
    def both(self) -> bool:
        """Whether both sides move at once in this hold."""
        return self.place.side is Side.BOTH

    @property
    def hold_seconds(self) -> int:
        """Seconds of this hold: as altered, else longer on the tighter side; with both sides, at most their longest."""
        if self.dose.altered and (altered := dict(self.dose.altered).get(turn_of(self.place))):
            return altered
        if self.both and self.stretch.both:
            return min(self.dose.hold_seconds, self.stretch.both.hold.longest)
        more = self.dose.longer_seconds if self.dose.longer and self.place.side == self.dose.longer else 0
        return self.dose.hold_seconds + more

    @property
    def enter_seconds(self) -> int:
        """Seconds to get into the hold."""
        return self.stretch.both.enter if self.both and self.stretch.both else self.stretch.moving.enter

    @property
    def leave_seconds(self) -> int:
        """Seconds to come out of the hold."""
        return self.stretch.both.leave if self.both and self.stretch.both else self.stretch.moving.leave

    @property
    def moving_seconds(self) -> int:
        """Seconds around this hold without its speech: to change sides, to get in, to come out, and to rest."""
        crossing = 0 if self.first or self.both or not self.opens_side else self.stretch.moving.change
        rest = self.rest_after_seconds if self.last else self.dose.rest_seconds
        return crossing + self.enter_seconds + self.leave_seconds + rest


Repetition = tuple[Unit, ...]

_FROM = {side.value: (side, side.other) for side in (Side.LEFT, Side.RIGHT)}


def sides_of(stretch: Stretch, dose: Dose) -> tuple[Side | None, ...]:
    """The sides in the order in which they are done; (None,) without sides, and only the other where one is spared."""
    if stretch.sides == "none":
        return (None,)
    if dose.spared:
        return (Side(dose.spared).other,)
    one_by_one = _FROM[dose.first]
    return (*one_by_one, Side.BOTH) if stretch.sides == "each-then-both" and dose.together else one_by_one


def places_of(step: Step, stretch: Stretch) -> tuple[Place, ...]:
    """The place of every hold of a step, in order: cheaper than its units."""
    parts = tuple(stretch.parts or (None,))
    return (*_places(step.key, sides_of(stretch, step.dose), step.dose.repetitions, parts), *_evening(step))


@lru_cache(maxsize=_STEPS_KEPT)
def units_of(step: Step, stretch: Stretch) -> tuple[Unit, ...]:
    """Every hold of a step in order: side by side, each with its repetitions, each of those with its parts."""
    places = places_of(step, stretch)
    return tuple([_unit(step, stretch, places, number) for number in range(len(places))])


@lru_cache(maxsize=_STEPS_KEPT)
def repetitions_of(step: Step, stretch: Stretch, opens: Place | None = None) -> tuple[Repetition, ...]:
    """The units grouped by repetition, from the place `opens` on; all of them where there is no such place."""
    units = units_of(step, stretch)
    begun = next((number for number, unit in enumerate(units) if unit.place == opens), 0)
    return tuple(tuple(some) for _, some in groupby(units[begun:], lambda one: (one.place.side, one.place.repetition)))


def unit_of(step: Step, stretch: Stretch, place: Place) -> Unit:
    """The hold at this place; the first of the step where it has no such place."""
    places = places_of(step, stretch)
    return _unit(step, stretch, places, places.index(place) if place in places else 0)


def _unit(step: Step, stretch: Stretch, places: tuple[Place, ...], number: int) -> Unit:
    """The hold at `places[number]`."""
    place = places[number]
    evens = place in _evening(step)
    begins = place.part == (stretch.parts[0] if stretch.parts else None)
    last = number == len(places) - 1
    return Unit(
        stretch=stretch,
        dose=step.dose,
        place=place,
        of=step.dose.repetitions + evens,
        first=number == 0,
        opens_side=(place.repetition == 1 and begins) or evens,
        opens_repetition=begins,
        last=last,
        rest_after_seconds=step.rest_after_seconds if last else 0,
    )


def turn_of(place: Place) -> str:
    """The key under which a dose has altered seconds for this place: the repetition, the same for left and right."""
    return f"{place.repetition} {place.side}" if place.side is Side.BOTH else str(place.repetition)


def _evening(step: Step) -> tuple[Place, ...]:
    """The extra turn of the first side, which had one less; empty where no altered seconds ask for it."""
    if not step.dose.altered:
        return ()
    number = step.dose.repetitions + 1
    return (Place(step.key, Side(step.dose.first), number),) if str(number) in dict(step.dose.altered) else ()


@lru_cache(maxsize=_STEPS_KEPT)
def _places(key: str, sides: tuple[Side | None, ...], times: int, parts: tuple[str | None, ...]) -> tuple[Place, ...]:
    """Side by side, each with its repetitions, each of those with its parts."""
    return tuple(Place(key, side, number, part) for side in sides for number in range(1, times + 1) for part in parts)
