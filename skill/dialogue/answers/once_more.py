"""The first turn of a conversation that comes a second time: the present place is told, and nothing moves."""

from skill.dialogue.answers.telling_where import where_am_i
from skill.dialogue.person import Person
from skill.dialogue.scene import Outcome, Scene
from skill.timeline import Place

_LEAVING = frozenset({"start-over", "switch"})
"""What is asked of somebody who wants to begin while a routine is under way; here it is the one they have begun."""


def once_more(scene: Scene, outcome: Outcome) -> Outcome:
    """The outcome where it moves nothing; else where the person is by now, and on from there."""
    asked = outcome.person.asked
    asks_to_leave = scene.guiding and asked is not None and asked.kind in _LEAVING
    moves = _places(outcome.person) != _places(scene.person)
    return where_am_i(scene) if moves or asks_to_leave else outcome


def _places(person: Person) -> list[tuple[str, Place]]:
    return [(practice.routine, practice.place) for practice in person.practices]
