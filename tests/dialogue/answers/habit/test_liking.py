"""What somebody likes best is kept by the name that was heard: a routine's name that was lost is no stretch."""

from dataclasses import replace

from skill.dialogue.answers.table import ANSWERS
from skill.ports.turn import Slot
from skill.tailoring.fits.marking import mark_of
from tests.cases.each_of import each_of
from tests.properties.test_alarms import scene_in, words_of

ASKED_FOR_ITS_NAME = "Tell me its name, and I remember it."


@each_of(
    ("intent", "slots", "liked"),
    [
        ("LikeIntent", {}, "pelvic-tilts"),
        ("LikeIntent", {"stretch": Slot("the bridge", ("bridge",))}, "bridge"),
        ("LikeIntent", {"stretch": Slot("the camel", ())}, ""),
        ("LikeRoutineIntent", {"routine": Slot("bedtime", ("bedtime",))}, "bedtime"),
        ("LikeRoutineIntent", {"routine": Slot("the elbow routine", ())}, ""),
        ("LikeRoutineIntent", {}, ""),
    ],
)
def test_in_a_hold_only_a_stretch_without_a_name_is_the_one_under_way(
    intent: str, slots: dict[str, Slot], liked: str
) -> None:
    here = scene_in("in a hold", "this one is my favourite")
    outcome = ANSWERS[intent](replace(here, turn=replace(here.turn, intent=intent, slots=slots)))
    marks = outcome.person.tailoring.liked_marks
    assert tuple(marks) == ((mark_of(liked),) if liked else ())
    assert (ASKED_FOR_ITS_NAME in words_of(outcome)) == (not liked)
