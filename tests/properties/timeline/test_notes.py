"""Who should take care hears it before they move, while they can answer; and never with the microphone shut."""

from collections.abc import Iterator

from hypothesis import given

from skill.content.model import Routine
from skill.timeline import Place
from skill.timeline.head import LONGEST_NOTES_SECONDS
from skill.timeline.hold.units import units_of
from skill.timeline.notes import note_moments, note_of, notes_due
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


def test_every_note_has_the_way_out_and_nothing_else_has() -> None:
    for slug, stretch in LIBRARY.stretches.items():
        words = stretch.words["en"]
        notes = [note for note in (words.note, words.easier.note if words.easier else None) if note]
        assert [note for note in notes if not note.endswith(f"{WAY_OUT}.")] == [], slug
        assert WAY_OUT not in (words.caution or ""), slug


def test_a_note_does_not_contradict_the_form_that_is_led() -> None:
    easier = LIBRARY.stretch("standing-forward-fold").words["en"].easier
    assert easier is not None
    assert easier.note == "With glaucoma or giddiness, say skip."


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
