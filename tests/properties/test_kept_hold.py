"""From every hold of every routine: reply by reply it comes to its end, and the next day leads back to that hold."""

from collections.abc import Iterator
from dataclasses import replace

from skill.content.model import Kind, Posture
from skill.dialogue.scene.routine_of import routine_of
from skill.dialogue.scene.warm_up import on_another_day
from skill.practice import Practice
from skill.tailoring.tailoring import Tailoring
from skill.timeline import HOLDING, Budget, Flow, Place, Telling, Timeline, Walk, Work, head
from skill.wording import Wording
from tests.cases.each_of import each_of
from tests.library import EVERYTHING, LIBRARY, PLACES, PLANS, units
from tests.nightly import some_of

USUAL = Tailoring()
MOST_STAGES = 400
"""Enough for the longest routine with its warm-up, in replies that lay out more than they say."""


def next_day(name: str, place: Place) -> Practice:
    practice = Practice(name, "today", place, Posture.BACK, 0)
    return on_another_day(LIBRARY, PLANS[name], practice)


def holds_from(practice: Practice, flow: Flow) -> Iterator[Place]:
    """The holds that are heard of the practice from its place on, reply after reply."""
    routine = routine_of(LIBRARY, practice, USUAL)
    assert routine is not None
    telling = Telling(Wording(LIBRARY, language="en"), met=EVERYTHING, work=Work(MOST_STAGES))
    walk = Walk(routine, telling, practice.place, practice.posture, resumes=practice.kept)
    while True:
        told = head(walk, Budget(flow))
        yield from held(told.timeline)
        if told.then is None:
            return
        walk = replace(walk, start=told.then, posture=told.posture)


def held(timeline: Timeline) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(moment.place for moment in timeline.moments if moment.place and moment.role in HOLDING))


def gentle(name: str, place: Place) -> Place:
    """The hold itself, or the start of the nearest gentle step before it where it is strong."""
    of_step = {unit.place.step: unit for unit in reversed(units(PLANS[name]))}
    keys = list(dict.fromkeys(one.step for one in PLACES[name]))
    index = keys.index(place.step)
    while index and of_step[keys[index]].stretch.kind is Kind.STRONG:
        index -= 1
    return place if keys[index] == place.step else of_step[keys[index]].place


@each_of("flow", [Flow.USUAL, Flow.ONE_AT_A_TIME])
@each_of("name", LIBRARY.routines)
def test_the_next_day_leads_back_to_the_hold_that_was_left(name: str, flow: Flow) -> None:
    for number, place in some_of([*enumerate(PLACES[name])], 9, len(name)):
        there = gentle(name, place)
        heard = [one for one in holds_from(next_day(name, place), flow) if not one.step.startswith("warm-up")]
        assert heard == list(PLACES[name][PLACES[name].index(there) :]), number


@each_of("name", LIBRARY.routines)
def test_whoever_goes_on_another_day_is_warm_before_all_but_a_gentle_first_stretch(name: str) -> None:
    first = units(PLANS[name])[0]
    for place in PLACES[name]:
        practice = next_day(name, place)
        gentle_start = gentle(name, place).step == first.place.step and first.stretch.kind is not Kind.STRONG
        assert (practice.kept is None) is gentle_start
        if practice.kept is not None:
            assert posture_in_warm_up(practice) is WARM_UPS[posture_at(name, practice.kept)]


WARM_UPS = {
    Posture.BACK: Posture.BACK,
    Posture.FRONT: Posture.BACK,
    Posture.ALL_FOURS: Posture.BACK,
    Posture.FLOOR_SEAT: Posture.BACK,
    Posture.BED: Posture.BED,
    Posture.CHAIR: Posture.CHAIR,
    Posture.STANDING: Posture.STANDING,
}
"""By where somebody goes on, where they warm up."""


def posture_in_warm_up(practice: Practice) -> Posture:
    routine = routine_of(LIBRARY, practice, USUAL)
    assert routine is not None
    return LIBRARY.stretch_of(routine.steps[routine.index_of(practice.place.step) or 0]).posture


def posture_at(name: str, place: Place) -> Posture:
    routine = PLANS[name]
    return LIBRARY.stretch_of(routine.steps[routine.index_of(place.step) or 0]).posture
