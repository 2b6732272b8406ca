"""One side left alone, wherever that is said: no hold of it is led any more, every hold of the other one is."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from skill.content.model import Routine
from skill.content.rules.daily_rules import most_a_day_seconds
from skill.dialogue.answers.moving.correct_place import correct_side
from skill.dialogue.answers.moving.one_side import both_sides, not_side, only_side, only_this_side, skip_side
from skill.dialogue.answers.moving.sides import other_side
from skill.dialogue.answers.moving.undo import undo
from skill.dialogue.guidance.crediting import credited
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_person, to_record
from skill.dialogue.scene.scene import Answer, Scene
from skill.dialogue.scene.setting_aside import today
from skill.ports.turn import Slot
from skill.practice import Ending, Phase
from skill.timeline import Place, Side
from skill.timeline.hold.units import Unit, units_of
from tests.cases.each_of import each_of
from tests.dialogue.somebody import led, scene_with
from tests.library import LIBRARY
from tests.nightly import some_of

ROUTINES = sorted(LIBRARY.routines.values(), key=lambda routine: routine.slug)
ONE_SIDE = (Side.LEFT, Side.RIGHT)
STATES = ("inside", "between", "paused")
OF_EACH_ROUTINE = each_of("routine", ROUTINES)


def units(routine: Routine) -> list[Unit]:
    steps = ((step, LIBRARY.stretch_of(step)) for step in routine.steps)
    return [unit for step, stretch in steps for unit in units_of(step, stretch)]


def spoken(person: Person, state: str, **slots: str) -> Scene:
    """They say so inside the hold at their place, before it, or in a pause; slots by their ids."""
    scene = scene_with(person, inside=state == "inside")
    said = replace(scene.turn, slots={name: Slot(slug, (slug,)) for name, slug in slots.items()})
    if state != "paused":
        return replace(scene, turn=said)
    paused = replace(person.practices[0], phase=Phase.PAUSED)
    return replace(scene, turn=said, person=person.with_practice(paused))


def to_come(person: Person) -> list[Place]:
    """Every hold from the place to the end of the routine, as a record of the person has it."""
    kept = to_person(to_record(person))
    if not kept.practices:
        return []
    practice, routine = kept.practices[0], scene_with(kept).routine_of(kept.practices[0])
    places = [unit.place for unit in units(routine)]
    return places[places.index(practice.place) :]


def places_of(routine: Routine) -> Iterator[tuple[Unit, list[Place], str]]:
    """Each hold, what is to come from it on, and how somebody speaks there."""
    whole = units(routine)
    for index, state in some_of([*product(range(len(whole)), STATES)], 60):
        yield whole[index], [unit.place for unit in whole[index:]], state


def limited(unit: Unit) -> bool:
    """Whether this is on one side, and a day has a most of it."""
    return unit.place.side in ONE_SIDE and most_a_day_seconds(unit.stretch) is not None


WISHES: list[tuple[Answer, Side, Side]] = [
    (not_side, Side.LEFT, Side.LEFT),
    (not_side, Side.RIGHT, Side.RIGHT),
    (only_side, Side.LEFT, Side.RIGHT),
    (only_side, Side.RIGHT, Side.LEFT),
]


@OF_EACH_ROUTINE
@each_of(("answer", "said", "spared"), WISHES)
def test_for_today_no_hold_of_that_side_is_led_and_no_other_is_lost(
    routine: Routine, answer: Answer, said: Side, spared: Side
) -> None:
    for unit, ahead, state in places_of(routine):
        person = led(routine.slug, unit.place, unit.stretch.posture)
        after = answer(spoken(person, state, side=said, span="today")).person
        left = to_come(after)
        assert {place.side for place in left} <= {None, spared.other}
        wanted = [place for place in ahead if place.side in (None, spared.other)]
        assert left == wanted, (unit.place, state)


@OF_EACH_ROUTINE
@each_of(("answer", "said", "spared"), WISHES)
def test_of_the_stretch_under_way_only_the_other_side_is_led_and_the_rest_is_as_it_was(
    routine: Routine, answer: Answer, said: Side, spared: Side
) -> None:
    for unit, ahead, state in places_of(routine):
        person = led(routine.slug, unit.place, unit.stretch.posture)
        left = to_come(answer(spoken(person, state, side=said)).person)
        here = unit.place.step
        assert left == [place for place in ahead if place.step != here or place.side in (None, spared.other)]


@OF_EACH_ROUTINE
def test_this_side_and_the_other_one_are_the_one_at_the_place(routine: Routine) -> None:
    for unit, ahead, state in places_of(routine):
        side, here = unit.place.side, unit.place.step
        if side in ONE_SIDE:
            person = led(routine.slug, unit.place, unit.stretch.posture)
            without = to_come(skip_side(spoken(person, state)).person)
            assert without == [place for place in ahead if place.step != here or place.side == side.other]
            alone = to_come(only_this_side(spoken(person, state)).person)
            assert alone == [place for place in ahead if place.step != here or place.side == side]


@OF_EACH_ROUTINE
def test_somebody_who_leaves_one_side_and_then_the_other_has_left_the_stretch(routine: Routine) -> None:
    for unit, ahead, state in places_of(routine):
        side, here = unit.place.side, unit.place.step
        if side in ONE_SIDE and unit.first:
            person = led(routine.slug, unit.place, unit.stretch.posture)
            once = skip_side(spoken(person, state)).person
            left = to_come(skip_side(spoken(once, "inside")).person)
            assert left == [place for place in ahead if place.step != here]


@OF_EACH_ROUTINE
@each_of("span", [{}, {"span": "today"}])
def test_both_sides_again_leads_all_that_was_to_come_and_no_side_twice(routine: Routine, span: dict[str, str]) -> None:
    for unit, ahead, state in places_of(routine):
        person = led(routine.slug, unit.place, unit.stretch.posture)
        for side in ONE_SIDE if unit.opens_side else ():
            spared = not_side(spoken(person, state, side=side, **span)).person
            if spared.practices and spared.practices[0].place.step == unit.place.step:
                again = to_come(both_sides(spoken(spared, "between")).person)
                assert sorted(again, key=str) == sorted(ahead, key=str), (unit.place, side, state)


@OF_EACH_ROUTINE
def test_go_back_restores_both_sides(routine: Routine) -> None:
    for unit, ahead, _ in places_of(routine):
        person = led(routine.slug, unit.place, unit.stretch.posture)
        for side in ONE_SIDE if unit.place.side in ONE_SIDE else ():
            spared = not_side(spoken(person, "inside", side=side)).person
            if spared.practices:
                assert to_come(undo(scene_with(spared)).person) == ahead


@OF_EACH_ROUTINE
def test_somebody_who_names_the_side_that_was_left_alone_wants_it_after_all(routine: Routine) -> None:
    for unit, _, state in places_of(routine):
        side = unit.place.side
        if side in ONE_SIDE:
            person = led(routine.slug, unit.place, unit.stretch.posture)
            alone = only_side(spoken(person, state, side=side, span="today")).person
            for after in (other_side(spoken(alone, state)), correct_side(spoken(alone, state, side=side.other))):
                here = after.person.practices[0]
                assert (here.place.step, here.place.side) == (unit.place.step, side.other)
                assert after.person.tailoring.spared == ""


def test_a_side_that_was_not_understood_is_asked_for_and_never_guessed() -> None:
    person = led("lower-back", Place("knee-to-chest", Side.RIGHT))
    for answer, said in ((not_side, "no-such-thing"), (only_side, "no-such-thing"), (not_side, "both")):
        outcome = answer(spoken(person, "inside", side=said))
        assert outcome.person.practices[0].spared == ()
        assert outcome.person.practices[0].place == Place("knee-to-chest", Side.RIGHT)
        words = [moment.words for moment in outcome.reply.timeline.moments]
        assert "To leave one alone, say: not the left side. Or: not the right side." in words


def test_a_side_is_left_alone_until_tomorrow_and_no_reason_is_kept() -> None:
    person = led("lower-back", Place("knee-to-chest", Side.RIGHT))
    scene = spoken(person, "inside", side="left", span="today")
    after = not_side(scene).person
    assert to_record(after)["tailoring"] == {"spared": "left", "resting_day": today(scene)}
    assert after.on(today(scene) + 1).tailoring.spared == ""


def test_a_side_done_alone_counts_for_both_in_what_a_day_may_have() -> None:
    routine, place = next((one, unit.place) for one in ROUTINES for unit in units(one) if limited(unit))
    person = led(routine.slug, place)
    alone = only_side(spoken(person, "between", side=str(place.side), span="today")).person
    scene = spoken(alone, "between")
    heard = replace(scene.found.where, heard=(place,)) if scene.found else None
    assert heard is not None
    held = credited(scene, alone.practices[0], heard, Ending.ANSWERED).held
    unit = scene.unit_at(alone.practices[0], place)
    assert held.seconds_of(unit.stretch.slug) == unit.hold_seconds
