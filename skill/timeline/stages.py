"""A stage: moments after which a reply may end; and a routine told in stages from any place on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from itertools import groupby

from skill.content.model import Posture, Routine, Step
from skill.timeline.hold.entering import Known, entry, introduction, taking_up
from skill.timeline.hold.going_on import rest_of_hold
from skill.timeline.hold.holding import hold
from skill.timeline.hold.leaving import changing_side, leaving, turning
from skill.timeline.hold.units import Unit, units_of
from skill.timeline.hold.ways import approach, arrival, arriving, way
from skill.timeline.moment import Moment, Place, Role
from skill.timeline.telling import Telling

_SECONDS_AROUND_THE_NEXT_NAME = 3.0

Repetition = tuple[Unit, ...]


class After(Enum):
    """What has been finished when a stage is over."""

    ARRIVAL = auto()
    """The way to where somebody is asked whether they are there, before anything begins."""
    REPETITION = auto()
    SIDE = auto()
    STEP = auto()
    WAY = auto()
    ROUTINE = auto()


@dataclass(frozen=True)
class Stage:
    """Moments that belong together; afterwards the body is in `posture`, and at `then` it goes on."""

    moments: tuple[Moment, ...]
    after: After
    posture: Posture
    then: Place | None = None

    @cached_property
    def seconds(self) -> float:
        """How long it is."""
        return sum(moment.seconds for moment in self.moments)


@dataclass(frozen=True)
class Walk:
    """A routine to be told: from which place, and in which posture the person is before it."""

    routine: Routine
    telling: Telling
    start: Place
    posture: Posture
    named: bool = False
    """Whether the place at the start was named just before."""
    introduced: bool = False
    """Whether the stretch at the start is under way, so that it need not be introduced again."""
    shortened: bool = False
    """Whether some of it was left out, so that nobody is told to have done it all."""
    resumes: Place | None = None
    """Where a later step is begun, when it was broken off in its middle; in the step at the start, the start counts."""
    on_the_way: bool = False
    """Whether the person is on the way to its posture already, and has been told how."""
    left_seconds: int = 0
    """How much of the hold at the start is left, for somebody who is still in it; nought where it begins."""
    heard_out: bool = False
    """Whether what comes before the start was heard to its end just now, so that the body is as it left it."""
    asks_on_arrival: bool = False
    """Whether the person is asked after a long way, before anything begins."""
    arrived: bool = False
    """Whether somebody has got into the stretch at the start, and only waits for its hold to begin."""

    def stages(self) -> Iterator[Stage]:
        """Everything from the start place to the end; the first stage has the way to its posture.

        Raises NoEnd when the turn has told more than a turn may.
        """
        for stage in self._stages():
            self.telling.work.count()
            yield stage

    def gets_on_to(self, place: Place) -> bool:
        """Whether this place comes after the start, so that going on from there comes to an end."""
        places = [unit.place for step in self.routine.steps for unit in self._units(step)]
        return place in places and (self.start not in places or places.index(place) > places.index(self.start))

    def _stages(self) -> Iterator[Stage]:
        steps = self.routine.steps[self.routine.index_of(self.start.step) or 0 :]
        for step, following in zip(steps, (*steps[1:], None), strict=True):
            repetitions = self._repetitions(step)
            here = repetitions[0][0].stretch.posture
            if step is steps[0]:
                yield self._coming(here, repetitions[0][0].place)
            yield from self._step(repetitions, named=self.named or step is not steps[0], following=following)
            if following is not None:
                unit = self._repetitions(following)[0][0]
                onward = way(here, unit.stretch.posture, self.telling)
                yield Stage(onward, After.WAY, unit.stretch.posture, unit.place)

    def _coming(self, here: Posture, place: Place) -> Stage:
        """The way to where it begins, or only to where the person is asked."""
        there = arrival(self.posture, here, self.telling.wording.library) if self.asks_on_arrival else None
        if there is not None:
            return Stage(self._arriving(there), After.ARRIVAL, there, place)
        return Stage(approach(self.posture, here, self.telling, on_the_way=self.on_the_way), After.WAY, here, place)

    def _arriving(self, there: Posture) -> tuple[Moment, ...]:
        return arriving(self.posture, there, self.telling, on_the_way=self.on_the_way)

    def _units(self, step: Step) -> tuple[Unit, ...]:
        return units_of(step, self.telling.wording.library.stretch_of(step))

    def _repetitions(self, step: Step) -> list[Repetition]:
        """The repetitions still to come: of the step at the start those from there, of a later one where it resumes."""
        units = self._units(step)
        opens = self.start if step.key == self.start.step else self.resumes
        begun = next((n for n, unit in enumerate(units) if unit.place == opens), 0)
        grouped = groupby(units[begun:], key=lambda unit: (unit.place.side, unit.place.repetition))
        return [tuple(group) for _, group in grouped]

    def _step(self, repetitions: Sequence[Repetition], *, named: bool, following: Step | None) -> Iterator[Stage]:
        for repetition, later in zip(repetitions, (*repetitions[1:], None), strict=True):
            opens = repetition is repetitions[0]
            lead = self._lead(repetition[0], named=named) if opens else self._between(repetition[0])
            moments = (*lead, *self._told(repetition, anew=opens))
            posture = repetition[0].stretch.posture
            if later is not None:
                after = After.SIDE if later[0].opens_side else After.REPETITION
                yield Stage(moments, after, posture, later[0].place)
            else:
                yield self._last(moments, posture, following)

    def _last(self, moments: tuple[Moment, ...], posture: Posture, following: Step | None) -> Stage:
        if following is None:
            rolled = way(posture, Posture.BACK, self.telling) if posture is Posture.FRONT else ()
            return Stage((*moments, *rolled, self._end()), After.ROUTINE, Posture.BACK if rolled else posture)
        unit = self._repetitions(following)[0][0]
        quiet = moments[-1].seconds if moments[-1].silent else 0.0
        name = self.telling.words_of(unit.stretch).name
        moves = unit.stretch.posture is not posture
        key = "next.posture" if moves else "next.name"
        words = self.telling.wording.say(key, name=name, posture=self.telling.posture(unit.stretch.posture))
        return Stage((*moments, *self._resting(words, quiet)), After.STEP, posture, unit.place)

    def _resting(self, words: str, quiet_seconds: float) -> Iterator[Moment]:
        """The rest between two stretches, with the one that comes; so much of it has been quiet already."""
        rest = min(_SECONDS_AROUND_THE_NEXT_NAME, self.telling.longest_silence - quiet_seconds)
        if rest > 0:
            yield Moment(Role.REST, round(rest, 1))
        yield self.telling.cue(Role.NEXT, words)
        yield Moment(Role.REST, _SECONDS_AROUND_THE_NEXT_NAME)

    def _end(self) -> Moment:
        """The words that make it clear that the routine, or the one stretch, is over."""
        wording = self.telling.wording
        name = self.routine.words[wording.language].spoken
        key = "end.last" if self.shortened else "end.done" if len(self.routine.steps) > 1 else "end.alone"
        return self.telling.cue(Role.END, wording.say(key, routine=name))

    def _lead(self, unit: Unit, *, named: bool) -> Iterator[Moment]:
        """Before the first hold told: the introduction, or just the name when the step is already under way."""
        if self._is_in(unit):
            return
        if unit.first and not (self.introduced and unit.place == self.start):
            yield from introduction(unit, self.telling, named=named)
        else:
            at_start = unit.place == self.start
            arranged = at_start and self.posture is unit.stretch.posture
            placed = named and at_start
            if arranged and self._turns(unit):
                yield from turning(unit, self.telling, from_the_other=self.heard_out, named=placed)
                arranged, placed = not self.heard_out, True
            yield from taking_up(unit, self.telling, Known(named=named, placed=placed, arranged=arranged))

    def _turns(self, unit: Unit) -> bool:
        """Whether the body has to be turned round for this side, or nobody knows that it was."""
        if unit.place == self.start and self.introduced:
            return False
        moves = bool(self.telling.words_of(unit.stretch).change)
        return moves and (unit.opens_side or not self.heard_out)

    def _between(self, unit: Unit) -> Iterator[Moment]:
        """Between two repetitions: the change of sides, where there is one."""
        if unit.opens_side:
            yield from changing_side(unit, self.telling)

    def _told(self, repetition: Repetition, *, anew: bool) -> Iterator[Moment]:
        for unit in repetition:
            if self.left_seconds and unit.place == self.start:
                yield from rest_of_hold(unit, self.telling, self.left_seconds)
            else:
                yield from () if self._is_in(unit) else entry(unit, self.telling, anew=anew and unit is repetition[0])
                yield from hold(unit, self.telling, anew=anew)
            yield from leaving(unit, self.telling)

    def _is_in(self, unit: Unit) -> bool:
        """Whether the person is in this stretch already: in its hold, or waiting for it."""
        return (self.left_seconds > 0 or self.arrived) and unit.place == self.start
