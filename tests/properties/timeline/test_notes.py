"""Anybody who should take care hears it before they move, while they can answer; and never with the microphone shut."""

from collections.abc import Iterator

from hypothesis import given

from skill.content.model import Routine
from skill.timeline import Place
from skill.timeline.head import LONGEST_NOTES_SECONDS
from skill.timeline.hold.units import units_of
from skill.timeline.notes import note_moments, note_of, notes_due
from tests.cases.each_of import each_of
from tests.library import LIBRARY, PLANS, told_in_full
from tests.properties.timeline.walks import Case, cases, heads, places

WAY_OUT = "say skip"


@given(cases())
def test_nobody_is_led_into_a_stretch_before_hearing_who_takes_care(case: Case) -> None:
    asked = {case.start.step} if case.introduced else set[str]()
    for reply in heads(case):
        for place in places(reply.timeline.moments):
            assert place.step in asked or not begins_new(case, place), place
        asked |= {place.step for place in places(reply.timeline.moments)}
        if reply.then is not None:
            due = notes_due(case.walk.routine, reply.then, case.walk.telling)
            asked |= {step.key for step in due}


def begins_new(case: Case, place: Place) -> bool:
    """Whether with this hold a stretch begins that nobody has met, and of which there is something to be said."""
    unit = case.holds[place]
    step = next(step for step in case.walk.routine.steps if step.key == place.step)
    return unit.first and bool(note_of(step, case.walk.telling))


@given(cases())
def test_no_reply_tells_them_to_say_skip_before_its_end(case: Case) -> None:
    for reply in heads(case):
        assert [moment.words for moment in reply.timeline.moments if WAY_OUT in moment.words] == []


@each_of("name", sorted(PLANS))
def test_every_note_is_told_with_the_way_out_and_nothing_else_has_it(name: str) -> None:
    plan, telling = PLANS[name], told_in_full()
    for step in plan.steps:
        place = units_of(step, LIBRARY.stretch_of(step))[0].place
        told = [moment.words for moment in note_moments(notes_due(plan, place, telling), place, telling, ())]
        assert [words for words in told if words][-1:] == [words for words in told if WAY_OUT in words]
        assert WAY_OUT not in (telling.words_of(LIBRARY.stretch_of(step)).caution or "")


def test_where_others_have_to_take_care_they_are_told_when_it_comes() -> None:
    plan, telling = PLANS["no-kneeling"], told_in_full()
    told = {
        step.stretch: [
            one.stretch for one in notes_due(plan, units_of(step, LIBRARY.stretch_of(step))[0].place, telling)
        ]
        for step in plan.steps
    }
    assert told["pelvic-tilts"] == ["knee-to-chest", "piriformis"]
    assert told["bridge"] == ["bridge"]


def test_before_a_block_face_down_all_of_it_is_told() -> None:
    plan, telling = PLANS["eight-stretches"], told_in_full()
    place = units_of(plan.steps[0], LIBRARY.stretch_of(plan.steps[0]))[0].place
    due = notes_due(plan, place, telling)
    assert [moment.words for moment in note_moments(due, place, telling, ())] == [
        "",
        "Skip sphinx when pregnant, or if arching bothers you.",
        "Later, skip prone leg lifts with high blood pressure, or when pregnant.",
        "If one is not for you, say skip, and its name.",
    ]


def test_a_note_does_not_contradict_the_form_that_is_led() -> None:
    easier = LIBRARY.stretch("standing-forward-fold").words["en"].easier
    assert easier is not None
    assert easier.note == "when giddy or with glaucoma"


def test_no_notes_before_a_question_are_longer_than_is_reckoned_with() -> None:
    longest = {name: max(map(sum, notes_seconds(plan))) for name, plan in PLANS.items()}
    assert max(longest.values()) <= LONGEST_NOTES_SECONDS, longest


def notes_seconds(plan: Routine) -> Iterator[list[float]]:
    """How long the notes take that somebody new hears before each step."""
    telling = told_in_full()
    for step in plan.steps:
        place = units_of(step, LIBRARY.stretch_of(step))[0].place
        due = notes_due(plan, place, telling)
        yield [moment.seconds for moment in note_moments(due, place, telling, ())]
