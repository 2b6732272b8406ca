"""A list is told to its end, also where it grows shorter while it is being told."""

from dataclasses import replace

from skill.dialogue.answers.finding.lists import list_from
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.subject import Listing
from skill.dialogue.scene.scene import Scene
from skill.ports.store import Owner
from skill.ports.turn import Turn
from skill.tailoring.tailoring import Tailoring
from tests.dialogue.answers.finding.test_finding import AT_HOME, NOON
from tests.library import LIBRARY

STIFF = replace(AT_HOME, tailoring=Tailoring(limits=("deep-hip-bends", "kneeling", "on-front")))


def told(person: Person, after: int) -> str:
    turn = Turn("a turn", "MoreIntent", NOON, Owner("account"), "a conversation")
    reply = list_from(Scene(LIBRARY, turn, person), Listing.STRETCHES, after).reply
    return " ".join(moment.words for moment in reply.timeline.moments)


def test_a_list_that_grew_shorter_than_was_told_of_it_begins_again() -> None:
    assert told(AT_HOME, 24) == (
        "Then there are standing side tilt, standing tall, and windshield wipers. Which one would you like?"
    )
    assert told(STIFF, 24) == told(STIFF, 0)
    assert "bridge pose" in told(STIFF, 0)
