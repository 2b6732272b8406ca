"""A walk: a routine laid out in stages, from any place on, for somebody in any posture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from skill.content.model import Posture, Routine, Step
from skill.replaced import replace
from skill.timeline.hold.entering import ToldAlready, entry, introduction, settling, taking_up
from skill.timeline.hold.holding import hold, rest_of_hold
from skill.timeline.hold.leaving import leaving, naming_meanwhile, turning
from skill.timeline.hold.units import Repetition, Unit, places_of, repetitions_of
from skill.timeline.hold.ways import (
    ALREADY_THERE,
    CLOSED_MICROPHONE,
    Ahead,
    approach,
    arrival,
    arriving,
    being_there,
    way,
)
from skill.timeline.moment import Moment, Place, Role
from skill.timeline.notes import is_noted_first, is_noted_itself, noted_until, notes_due
from skill.timeline.stages import After, Stage, between, done_before, followed, key_of_the_same, told_for_lengths
from skill.timeline.start import Announced, Inside
from skill.timeline.telling import Telling

SECONDS_AFTER_THE_NEXT_NAME = 3.0


@dataclass(frozen=True)
class Walk:
    """A routine to be led from the place `start` on, for somebody who is in `posture` before it."""

    routine: Routine
    telling: Telling
    start: Place
    posture: Posture
    announced: Announced = Announced()
    inside: Inside = Inside()
    on_the_way: bool = False
    """Whether the person was told the way to its posture, and is on it."""
    heard_out: bool = False
    """Whether what comes before the start was just heard to its end, so that the body is as that left it."""
    down: bool = False
    """Whether the person said that they are down already; how they lie or sit is not known."""
    asks_on_arrival: bool = False
    """Whether the person is asked, after a long way, if they are there."""
    asks_anyway: bool = False
    """Whether they are asked after a short way too, because way and first hold are too much for one reply."""
    resumes: Place | None = None
    """Where a later step begins that was broken off in its middle; None where all begin with their first hold."""
    shortened: bool = False
    """Whether steps were left out, so that the end does not say that all is done."""

    def stages(self) -> Iterator[Stage]:
        """Everything from `start` to the end; the first stage is the way to its posture.

        Raises NoEnd when the turn has laid out more stages than a turn may.
        """
        for stage in self._stages():
            self.telling.work.count()
            yield stage

    def gets_on_to(self, place: Place) -> bool:
        """Whether this place comes after `start`, so that going on from there comes to an end."""
        there, here = self._where(place), self._where(self.start)
        return there is not None and (here is None or there > here)

    def _where(self, place: Place) -> tuple[int, int] | None:
        """The numbers of the step and of its hold at this place; None where there is no such hold."""
        index = self.routine.index_of(place.step)
        step = self.routine.steps[index or 0]
        places = places_of(step, self.telling.wording.library.stretch_of(step))
        return None if index is None or place not in places else (index, places.index(place))

    def telling_before(self, place: Place | None) -> Telling:
        """The telling for what comes right before this place, so that its words vary from place to place."""
        return replace(self.telling, holds_before=self._number(place))

    def _stages(self) -> Iterator[Stage]:
        steps, noted = self.routine.steps[self._index :], self.announced.noted
        for step, following in zip(steps, (*steps[1:], None), strict=True):
            repetitions = self._repetitions(step)
            here = repetitions[0][0].stretch.posture
            if step is self._first:
                yield from self._way_to_the_start(here, repetitions[0][0])
            yield from self._stages_of(step, repetitions, following)
            if following is not None:
                unit = self._repetitions(following)[0][0]
                onward = way(here, unit.stretch.posture, self._telling(unit))
                due = self._notes(unit, here, noted)
                noted = noted_until(self.routine, unit.place, self.telling) if due else noted
                long = arrival(here, unit.stretch.posture, self._telling(unit)) or here in CLOSED_MICROPHONE
                yield Stage(onward, After.WAY, unit.stretch.posture, unit.place, noted=due, long=bool(long))

    @cached_property
    def _first(self) -> Step:
        """The step of the start."""
        return self.routine.steps[self._index]

    @property
    def _index(self) -> int:
        return self.routine.index_of(self.start.step) or 0

    def _way_to_the_start(self, here: Posture, unit: Unit) -> Iterator[Stage]:
        """The way to where it begins, or only to where the person is asked first."""
        first = self.announced.cautioned or is_noted_first(self.routine, self.start, self.telling, self.announced.noted)
        cares = first and not self.announced.introduced and not self._is_in(unit)
        if self._may_be_there(here):
            yield self._being_there(here, unit, asks=cares)
            return
        telling = self.telling.on_ways_of(self.routine)
        # Before a block face down everybody is asked, however seldom they want to be.
        asks = self.asks_on_arrival or self.announced.cautioned or here in CLOSED_MICROPHONE
        there = arrival(self.posture, here, telling, down=self.down or self.asks_anyway) if asks or self.down else None
        if there is not None:
            told = arriving(self.posture, there, telling, on_the_way=self.on_the_way or self.down)
            return (yield Stage(told, After.ARRIVAL, there, unit.place))
        if cares:
            yield Stage((), After.ARRIVAL, self.posture, unit.place, noted=True)
        yield Stage(approach(self.posture, here, self._telling(unit), self._ahead), After.WAY, here, unit.place)

    @cached_property
    def _ahead(self) -> Ahead:
        """What the way to the start leads to: the name of its stretch, told on the way, unless it was told before."""
        unit = self._repetitions(self._first)[0][0]
        if self.on_the_way or self.announced.introduced or not unit.first or self.posture is unit.stretch.posture:
            return Ahead(on_the_way=self.on_the_way)
        told = tuple(introduction(unit, self._telling(unit), named=self.announced.named))
        arranging = fsum(moment.seconds for moment in told if moment.role is Role.SETUP)
        return Ahead(tuple(one._replace(place=None) for one in told if one.role is Role.INTRO), arranging)

    def _notes(self, unit: Unit, before: Posture, noted: str) -> bool:
        """Whether the note of this stretch is still to be told; face down, that of any in the block counts."""
        turns_over = unit.stretch.posture in CLOSED_MICROPHONE and before is not unit.stretch.posture
        if turns_over:
            return bool(notes_due(self.routine, unit.place, self.telling, noted))
        return is_noted_itself(self.routine, unit.place, self.telling, noted)

    def _may_be_there(self, here: Posture) -> bool:
        """Whether they may be here without having been led: in bed, on a chair."""
        return here in ALREADY_THERE and self.posture is Posture.STANDING and not self.heard_out

    def _being_there(self, here: Posture, unit: Unit, *, asks: bool) -> Stage:
        """In the place of a way: how they have to be, with time for it or with the question whether they are."""
        if self.on_the_way or (here is Posture.BED and self.routine.suits.only == "bed" and not self.announced.back):
            return Stage((), After.ARRIVAL if asks else After.WAY, here, unit.place, noted=asks)
        if asks or (here is Posture.BED and self.asks_on_arrival):
            return Stage(being_there(here, self._telling(unit), 0.0), After.ARRIVAL, here, unit.place, noted=asks)
        return Stage(being_there(here, self._telling(unit)), After.WAY, here, unit.place)

    def _repetitions(self, step: Step) -> tuple[Repetition, ...]:
        """The repetitions of a step that are still to come: from `start`, or from where it `resumes`."""
        return repetitions_of(step, self.telling.wording.library.stretch_of(step), self._opens(step))

    def _opens(self, step: Step) -> Place | None:
        return self.start if step.key == self.start.step else self.resumes

    def _stages_of(self, step: Step, repetitions: Sequence[Repetition], following: Step | None) -> Iterator[Stage]:
        """The stages of one step, one for each repetition; the last names what follows."""
        named = self.announced.named or step is not self._first
        lead = tuple(self._before_the_first(repetitions[0][0], named=named))
        for stage in self._told(step, repetitions):
            if stage.after is After.STEP:
                yield self._last_stage((*lead, *stage.moments), stage.posture, following)
            else:
                yield replace(stage, moments=(*lead, *stage.moments)) if lead else stage
            lead = ()

    def _telling(self, unit: Unit) -> Telling:
        """The telling for this hold, in words that differ from those of the hold before."""
        number = self._number(unit.place)
        again = unit.stretch.slug if done_before(self.routine, unit.place) else ""
        if (number, again) not in self._tellings:
            told = self.telling.on_ways_of(self.routine)
            met = told.met | {again} if again else told.met
            same = number == told.holds_before and met is told.met
            self._tellings[number, again] = told if same else replace(told, holds_before=number, met=met)
        return self._tellings[number, again]

    @cached_property
    def _tellings(self) -> dict[tuple[int, str], Telling]:
        return {}

    def _number(self, place: Place | None) -> int:
        """How many holds of the routine come before this one; nought where only lengths count."""
        return self._order.get(place, 0) if place and not self.telling.only_lengths else 0

    @cached_property
    def _order(self) -> dict[Place, int]:
        """How many holds of the routine come before each."""
        stretch_of = self.telling.wording.library.stretch_of
        places = (place for step in self.routine.steps for place in places_of(step, stretch_of(step)))
        return {place: number for number, place in enumerate(places)}

    def _last_stage(self, moments: tuple[Moment, ...], posture: Posture, following: Step | None) -> Stage:
        """The stage that ends a step: it names what comes, or says that it is the end."""
        if following is None:
            rolled = way(posture, Posture.BACK, self.telling) if posture is Posture.FRONT else ()
            return Stage((*moments, *rolled, self._end()), After.ROUTINE, Posture.BACK if rolled else posture)
        unit = self._repetitions(following)[0][0]
        name, there = self.telling.words_of(unit.stretch).name, unit.stretch.posture
        stays = there is posture or self.telling.is_named_by(there, name) or self._opens_block(following)
        key = "next.name" if stays else "next.posture"
        if moments[-1].place is not None:
            key = key_of_the_same(self.routine, moments[-1].place.step, following) or key
        cue = self.telling.cue(Role.NEXT, self.telling.wording.say(key, name=name, posture=self.telling.posture(there)))
        rest = Moment(Role.REST, SECONDS_AFTER_THE_NEXT_NAME)
        return Stage((*naming_meanwhile(moments, cue.seconds), cue, rest), After.STEP, posture, unit.place)

    def _opens_block(self, step: Step) -> bool:
        """Whether this step and the next are done face down: the question before such a block names them."""
        index, library = self.routine.index_of(step.key) or 0, self.telling.wording.library
        postures = [library.posture_of(one) for one in self.routine.steps[index : index + 2]]
        return len(postures) > 1 and CLOSED_MICROPHONE.issuperset(postures)

    def _end(self) -> Moment:
        """The words that say that the routine, or the one stretch, is over."""
        wording = self.telling.wording
        key = "end.last" if self.shortened else "end.done" if len(self.routine.steps) > 1 else "end.alone"
        return self.telling.cue(Role.END, wording.say(key, routine=self.routine.words[wording.language].spoken))

    def _before_the_first(self, unit: Unit, *, named: bool) -> Iterator[Moment]:
        """What comes before a step's first hold: its introduction, or its name only where it is under way."""
        if self._is_in(unit):
            return
        telling, at_start = self._telling(unit), unit.place == self.start
        if unit.first and not (self.announced.introduced and at_start):
            lies = self.announced.arranged if at_start else self._arranged(unit)
            told = introduction(unit, telling, named=named, arranged=lies)
            # A person who has just heard the side named need not hear that it is the only one.
            side_said = self.announced.named and unit.dose.spared and unit.dose.repetitions == 1
            known = at_start and (side_said or bool(self._ahead.named or self.announced.arranged))
            yield from (moment for moment in told if moment.role is not Role.INTRO) if known else told
        else:
            arranged = at_start and self.posture is unit.stretch.posture
            placed = named and at_start
            if arranged and self._turns(unit):
                yield from turning(unit, telling, from_the_other=self.heard_out, named=placed)
                arranged, placed = not self.heard_out, True
            yield from taking_up(unit, telling, ToldAlready(named=named, placed=placed, arranged=arranged))

    def _arranged(self, unit: Unit) -> tuple[str, ...]:
        """The cues on how to lie of the stretch before, where they hold for this one too."""
        before = self.routine.steps[max(0, (self.routine.index_of(unit.place.step) or 0) - 1)]
        stretch = self.telling.wording.library.stretch_of(before)
        arranged = before.key != unit.place.step and stretch.posture is unit.stretch.posture
        return self.telling.words_of(stretch).setup if arranged else ()

    def _turns(self, unit: Unit) -> bool:
        """Whether the body has to turn round for this side, or is not known to have done so."""
        if unit.place == self.start and self.announced.introduced:
            return False
        moves = bool(self.telling.words_of(unit.stretch).change)
        return moves and (unit.opens_side or not self.heard_out)

    def _told(self, step: Step, repetitions: Sequence[Repetition]) -> Iterator[Stage]:
        """A stage for each repetition, with the change of sides before it; nothing comes before the first, or after."""
        unit = repetitions[0][0]
        if self.telling.only_lengths and not (self.inside.anew_seconds or self._is_in(unit)):
            yield from told_for_lengths(step, self._opens(step), self._telling(unit))
            return
        for repetition, later in zip(repetitions, (*repetitions[1:], None), strict=True):
            anew = repetition is repetitions[0]
            over = () if anew else between(repetition[0], self._telling(repetition[0]))
            told = (*over, *self._holds_of(repetition, anew=anew))
            yield followed(told, repetition, later, self._telling(repetition[-1]))

    def _holds_of(self, repetition: Repetition, *, anew: bool) -> Iterator[Moment]:
        for each in repetition:
            unit, telling = self._shortened(each), self._telling(each)
            if self.inside.left_seconds and unit.place == self.start:
                yield from rest_of_hold(unit, telling, self.inside.left_seconds)
            else:
                yield from self._way_in(unit, telling, anew=anew and each is repetition[0])
                yield from hold(unit, telling, anew=anew)
            yield from leaving(unit, telling)

    def _way_in(self, unit: Unit, telling: Telling, *, anew: bool) -> Iterator[Moment]:
        """The cues and the time to get in; only the time for somebody on the way in, nothing for somebody inside."""
        if not self._is_in(unit):
            return entry(unit, telling, anew=anew)
        return settling(unit, telling) if self.inside.settles else iter(())

    def _shortened(self, unit: Unit) -> Unit:
        """The hold at the start, cut to what is left of it for somebody who goes into it once more."""
        anew = self.inside.anew_seconds if unit.place == self.start else 0
        return unit._replace(dose=unit.dose.but(hold_seconds=anew)) if anew else unit

    def _is_in(self, unit: Unit) -> bool:
        """Whether the person is in this stretch already, or on the way in."""
        return self.inside.goes_on and unit.place == self.start
