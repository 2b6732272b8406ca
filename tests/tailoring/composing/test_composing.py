"""A routine composed for some time takes that time and never more, in an order that a body likes, and ends at rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from math import inf

import pytest

from skill.content.model import Kind, Posture, Routine
from skill.content.rules.daily_rules import most_a_day_seconds
from skill.content.rules.order_rules import order_complaints
from skill.pace import Pace
from skill.tailoring.composing.composing import Composed, Wanted, composed
from skill.tailoring.composing.shapes import Setting
from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.marking import mark_of
from skill.tailoring.steps.made import made_routine
from skill.tailoring.tailoring import Tailoring, tailored
from skill.timeline import Telling, Walk
from skill.timeline.hold.ways import way
from skill.timeline.stages import After
from skill.wording import Wording
from tests.library import EVERYTHING, LIBRARY, units
from tests.nightly import NIGHTLY, some_of
from tests.reviewed import STRETCHES

MONDAY = 739_000
GENTLE = tuple(slug for slug in STRETCHES if LIBRARY.stretch(slug).kind is not Kind.STRONG)


@dataclass(eq=False)
class Listener:
    """Somebody for whom routines are composed: what the timeline says of their routines is kept between cases."""

    met: frozenset[str]
    rate: float = 1.0
    tailoring: Tailoring = Tailoring()
    candidates: tuple[str, ...] = STRETCHES
    known: dict[tuple[object, ...], float] = field(default_factory=dict)

    asking_seconds = 0.0
    reply_seconds = inf
    """Nobody is asked anything: it is told from end to end."""

    @cached_property
    def telling(self) -> Telling:
        return Telling(Wording(LIBRARY, "en"), Pace(self.rate), self.met, newcomer=not self.met)

    def seconds(self, routine: Routine) -> float:
        """The timeline's own estimate, from standing to the last word."""
        key = tuple((step.stretch, step.dose, step.posture, step.rest_after_seconds) for step in routine.steps)
        if key not in self.known:
            self.known[key] = self._told_from(Posture.STANDING, routine)
        return self.known[key]

    def alone(self, routine: Routine) -> float:
        """One stretch, with the name of the next for its last word."""
        return self._told_from(LIBRARY.posture_of(routine.steps[0]), routine)

    def between(self, before: Posture, after: Posture) -> float:
        """The way."""
        return sum(moment.seconds for moment in way(before, after, self.telling))

    def around(self, routine: Routine) -> float:
        """The way to its start."""
        stages = self._walk_from(Posture.STANDING, routine).stages()
        return sum(stage.seconds for stage in takewhile(lambda one: one.after in (After.ARRIVAL, After.WAY), stages))

    def _told_from(self, posture: Posture, routine: Routine) -> float:
        return sum(stage.seconds for stage in self._walk_from(posture, routine).stages())

    def _walk_from(self, posture: Posture, routine: Routine) -> Walk:
        return Walk(routine, self.telling, units(routine)[0].place, posture)

    def composed(self, minutes: float, setting: Setting = "floor", day: int = MONDAY) -> Composed:
        """What one turn composes, with the work that a turn may do; what is known already costs none."""
        self.telling.work.done = 0
        wanted = Wanted(minutes * 60, self.candidates, setting, self.tailoring, day=day, seed="a turn")
        return composed(LIBRARY, wanted, self.seconds, self)

    def led(self, made: Composed) -> Routine:
        """The routine as they are led through it."""
        routine = made_routine(LIBRARY, "fitted", made.steps)
        fitting = tailored(LIBRARY, routine, self.tailoring) if routine else None
        assert fitting is not None
        return fitting


def a_newcomer(rate: float = 1.0) -> Listener:
    return Listener(frozenset(), rate, candidates=GENTLE)


def somebody_used_to_it(rate: float = 1.0, tailoring: Tailoring | None = None) -> Listener:
    return Listener(EVERYTHING, rate, tailoring or Tailoring())


LISTENERS = {
    "a newcomer": a_newcomer(),
    "a newcomer with a slow voice": a_newcomer(1.25),
    "somebody used to it": somebody_used_to_it(),
    "somebody with a fast voice": somebody_used_to_it(0.8),
    "somebody with fits": somebody_used_to_it(
        tailoring=Tailoring((Fit(mark_of("knee-to-chest"), hold=5), Fit(mark_of("childs-pose"), repetitions=1)))
    ),
}
"""Kept for the whole file, so that nothing is estimated twice."""


def faults_of(listener: Listener, made: Composed, minutes: int) -> Iterator[str]:
    routine = listener.led(made)
    course = LIBRARY.course(routine)
    yield from (complaint.text for complaint in order_complaints(course))
    if not 0.95 * minutes * 60 <= listener.seconds(routine) <= minutes * 60:
        yield f"{listener.seconds(routine)} seconds for {minutes} minutes"
    if course.stretches[-1].kind is Kind.STRONG:
        yield "ends with something strong"


def days_and_minutes(shortest: int) -> Iterable[tuple[int, int]]:
    return ((minutes, MONDAY + minutes % 5) for minutes in some_of(range(shortest, 31), 13))


@pytest.mark.parametrize("name", LISTENERS)
def test_every_number_of_minutes_on_the_floor_is_filled_and_never_exceeded(name: str) -> None:
    listener = LISTENERS[name]
    shortest = 4 if "newcomer" in name else 3
    faults = {
        minutes: list(faults_of(listener, listener.composed(minutes, day=day), minutes))
        for minutes, day in days_and_minutes(shortest + (name == "a newcomer with a slow voice"))
    }
    assert {minutes: found for minutes, found in faults.items() if found} == {}


@pytest.mark.parametrize(("setting", "shortest", "longest"), [("bed", 4, 30), ("chair", 4, 19), ("standing", 3, 6)])
def test_so_it_is_elsewhere_as_long_as_the_stretches_of_a_day_last(
    setting: Setting, shortest: int, longest: int
) -> None:
    listener = LISTENERS["somebody used to it"]
    faults = {
        minutes: list(faults_of(listener, listener.composed(minutes, setting, MONDAY + minutes % 5), minutes))
        for minutes in some_of(range(shortest, longest + 1), 9)
    }
    assert {minutes: found for minutes, found in faults.items() if found} == {}


def test_what_there_is_no_more_of_is_the_longest_that_a_day_allows() -> None:
    listener = LISTENERS["somebody used to it"]
    standing = listener.composed(30, "standing")
    assert standing == listener.composed(20, "standing")
    assert [(step.stretch, step.hold_seconds, step.repetitions) for step in standing.steps] == [
        ("standing-side-tilt", 15, 4),
        ("standing-forward-fold", 30, 2),
        ("standing-tall", 30, 1),
    ]


def test_too_short_a_time_makes_nothing() -> None:
    assert a_newcomer().composed(1) == Composed()


def test_another_day_brings_another_routine_and_the_same_day_the_same() -> None:
    listener = LISTENERS["somebody used to it"]
    routines = [listener.composed(10, day=MONDAY + day).steps for day in range(5)]
    assert len({tuple(step.stretch for step in steps) for steps in routines}) == 5
    assert listener.composed(10, day=MONDAY).steps == routines[0]


@pytest.mark.parametrize("setting", ["floor", "bed"])
@pytest.mark.parametrize("name", ["a newcomer", "somebody used to it"])
def test_from_five_minutes_on_there_is_movement_a_held_stretch_and_rest(name: str, setting: Setting) -> None:
    listener = LISTENERS[name]
    for day, times in enumerate([(5, 15), (6,), (7,), (10,)]):
        for minutes in (5, 6, 7, 10, 15) if NIGHTLY else times:
            made = listener.composed(minutes, setting, MONDAY + day)
            first, *between, last = (LIBRARY.stretch(step.stretch) for step in made.steps)
            assert first.kind is Kind.MOVEMENT
            assert [stretch.slug for stretch in between if stretch.kind is not Kind.STRONG] != []
            assert last.kind is Kind.RESTFUL
            assert any(stretch.kind is Kind.RESTFUL for stretch in between) or not last.only_rests
            assert not last.only_rests or made.steps[-1].hold_seconds <= 40


def test_five_minutes_are_others_on_other_days() -> None:
    listener = LISTENERS["somebody used to it"]
    routines = [[step.stretch for step in listener.composed(5, day=MONDAY + day).steps] for day in range(7)]
    assert len({tuple(stretches) for stretches in routines}) >= 4


def test_it_ends_at_rest() -> None:
    listener = LISTENERS["somebody used to it"]
    last = {listener.composed(minutes, day=MONDAY + minutes).steps[-1].stretch for minutes in some_of(range(4, 30), 5)}
    assert last == {"quiet-rest", "childs-pose", "standing-tall"}


def test_it_ends_at_rest_also_when_nothing_may_bend_deep() -> None:
    early = tuple(slug for slug in STRETCHES if LIBRARY.stretch(slug).bends != "deep")
    listener = Listener(EVERYTHING, candidates=early)
    last = {listener.composed(minutes, day=MONDAY + minutes).steps[-1].stretch for minutes in some_of(range(4, 30), 5)}
    assert last == {"quiet-rest", "standing-tall"}


def test_nothing_comes_in_that_was_left_out_or_ruled_out() -> None:
    tailoring = Tailoring(never=("knee-rolls",), limits=("kneeling",))
    listener = somebody_used_to_it(tailoring=tailoring)
    for day in range(3):
        led = listener.led(listener.composed(12, day=MONDAY + day))
        assert "knee-rolls" not in {step.stretch for step in led.steps}
        assert Posture.ALL_FOURS not in LIBRARY.course(led).postures


def test_a_day_has_no_more_of_a_stretch_than_it_may_have_whatever_was_held_before() -> None:
    listener = LISTENERS["somebody used to it"]
    held = {"knee-to-chest": 60, "piriformis": 40, "childs-pose": 120}
    wanted = Wanted(20 * 60, STRETCHES, tailoring=Tailoring(), held=held, day=MONDAY, seed="a turn")
    led = listener.led(composed(LIBRARY, wanted, listener.seconds, listener))
    for one in LIBRARY.course(led).numbered:
        most = most_a_day_seconds(one.stretch)
        assert most is None or one.seconds_a_side + held.get(one.stretch.slug, 0) <= most
    assert "knee-to-chest" not in {step.stretch for step in led.steps}


def test_no_more_than_two_strong_stretches_come_in() -> None:
    listener = LISTENERS["somebody used to it"]
    for day in range(6):
        steps = listener.composed(28, day=MONDAY + day).steps
        assert sum(LIBRARY.stretch(step.stretch).kind is Kind.STRONG for step in steps) <= 2
