"""Having to stop: what is left fits into the time, getting up included, and ends with something gentle."""

from dataclasses import replace

import pytest

from skill.content.model import Kind, Posture, Routine
from skill.dialogue.answers.moving.shorten import have_to_stop
from skill.dialogue.memory.person import Person
from skill.dialogue.offers.duration import seconds_left
from skill.dialogue.scene.outcome import Outcome
from skill.ports.reply import Listen
from skill.timeline import HOLDING, Place, Side
from skill.timeline.hold.units import units_of
from tests.cases.each_of import each_of
from tests.dialogue.somebody import led, scene_with
from tests.library import LIBRARY

FIRST = Place("knee-to-chest", Side.RIGHT)
ROUTINES = ("lower-back", "arch-and-strengthen", "no-kneeling", "hamstrings", "desk", "unhurried-twenty")


def firsts(routine: Routine) -> list[tuple[Place, Posture]]:
    """The first hold of every stretch, and how the body is there."""
    stretches = [LIBRARY.stretch_of(step) for step in routine.steps]
    steps = zip(routine.steps, stretches, strict=True)
    return [(units_of(step, stretch)[0].place, stretch.posture) for step, stretch in steps]


def needed(person: Person) -> float:
    """Seconds to the end of what is left, and up from the floor."""
    here = scene_with(person)
    practice = person.practices[0]
    return seconds_left(here, practice)


@each_of("minutes", [2, 4, 6, 9])
@each_of("routine", ROUTINES)
def test_what_is_left_fits_into_the_time_and_ends_gently(routine: str, minutes: int) -> None:
    for place, posture in firsts(LIBRARY.routines[routine]):
        before = led(routine, place, posture)
        outcome = have_to_stop(scene_with(before, duration=f"PT{minutes}M"))
        after = replace(before.practices[0], skipped=outcome.person.practices[0].skipped)
        shortened = replace(before, practices=(after,))
        heard = outcome.reply.timeline.moments
        if any(moment.role in HOLDING or "say skip" in moment.words for moment in heard):
            assert needed(shortened) <= minutes * 60
            assert LIBRARY.stretch_of(scene_with(shortened).routine_of(after).steps[-1]).kind is not Kind.STRONG
        else:
            assert after.skipped == ()
            assert shortest(before) > minutes * 60 or is_strong(before)


def shortest(person: Person) -> float:
    """What is needed at least: the stretch under way alone."""
    practice = person.practices[0]
    steps = scene_with(person).routine_of(practice).steps
    keys = [step.key for step in steps]
    others = tuple(keys[keys.index(practice.place.step) + 1 :])
    return needed(replace(person, practices=(replace(practice, skipped=others),)))


def is_strong(person: Person) -> bool:
    """Whether the stretch under way is, so that nobody may end with it."""
    return scene_with(person).stretch_at(person.practices[0]).kind is Kind.STRONG


@pytest.mark.parametrize("length", ["PT9H", "P9999999999D", "P1Y", "PT40M"])
def test_with_time_to_spare_nothing_is_left_out(length: str) -> None:
    after = stopping_in(length)
    assert after.person.practices[0].skipped == ()
    assert isinstance(after.reply.microphone, Listen)


@pytest.mark.parametrize("length", ["PT0S", "-PT5M"])
def test_without_any_time_it_closes_with_the_place_kept(length: str) -> None:
    after = stopping_in(length)
    assert after.person.practices[0].place == FIRST
    assert [moment.words for moment in after.reply.timeline.moments] == ["Your place is kept."]


def test_with_too_little_for_another_one_it_closes_and_says_why() -> None:
    after = stopping_in("PT1S")
    assert after.person.practices[0].place == FIRST
    heard = [moment.words for moment in after.reply.timeline.moments]
    assert heard == ["That is too short for another one; your place is kept."]


@pytest.mark.parametrize("length", ["?", "five", "PT"])
def test_an_amount_that_nobody_understood_is_asked_for(length: str) -> None:
    words = [moment.words for moment in stopping_in(length).reply.timeline.moments]
    assert words == ["How long do you have? Say: I have to stop in two minutes.", "Ready?"]


@each_of("routine", ROUTINES)
@each_of("more", ["", "1", "2", "30"])
def test_after_so_many_more_it_is_over_or_after_the_next_gentle_one(routine: str, more: str) -> None:
    for place, posture in firsts(LIBRARY.routines[routine]):
        before = led(routine, place, posture)
        outcome = have_to_stop(scene_with(before, inside=True, number=more))
        here = scene_with(outcome.person)
        keys = [step.key for step in here.routine_of(outcome.person.practices[0]).steps]
        all_keys = [step.key for step in scene_with(before).routine_of(before.practices[0]).steps]
        left = keys[keys.index(place.step) :]
        wanted = all_keys[all_keys.index(place.step) :][: 1 + int(more or 0)]
        assert left[: len(wanted)] == wanted
        kinds = [LIBRARY.stretch_of(step).kind for step in here.routine_of(outcome.person.practices[0]).steps]
        assert all(kind is Kind.STRONG for kind in kinds[keys.index(place.step) :][len(wanted) - 1 : -1])


@each_of(
    ("more", "words"),
    [
        ("", "This stretch, then you are done."),
        ("1", "This one and one more, then you are done."),
        ("2", "This one and two more, then you are done."),
    ],
)
def test_how_many_are_left_is_said_and_the_hold_goes_on(more: str, words: str) -> None:
    outcome = have_to_stop(scene_with(led("five-gentle-minutes", Place("pelvic-tilts")), inside=True, number=more))
    assert words in [moment.words for moment in outcome.reply.timeline.moments]


def stopping_in(length: str) -> Outcome:
    return have_to_stop(scene_with(led("lower-back", FIRST), duration=length))
