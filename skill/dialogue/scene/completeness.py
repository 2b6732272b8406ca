"""How much of a routine is left for a person, and whether enough of a practice was done for it to count."""

from itertools import takewhile

from skill.content.model import Routine
from skill.dialogue.scene.routine_of import is_alone, planned
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.timeline import Place
from skill.timeline.hold.units import places_of

_ENOUGH = 0.5
"""With a smaller share left, it is no longer the same routine."""


def as_good_as_whole(scene: Scene, practice: Practice) -> bool:
    """Whether at least half of the holds will have been done at the end of the reply from the practice's place.

    Never for a practice that was shortened; always for another one of a single stretch.
    """
    if practice.skipped or is_alone(practice.routine):
        return not practice.skipped
    places = _places(scene, practice)
    return 2 * (practice.held + len(places) - _number(places, practice)) >= len(places)


def _places(scene: Scene, practice: Practice) -> list[Place]:
    """Every hold of the routine, without a warm-up."""
    routine = planned(scene.library, practice, scene.person.tailoring)
    steps = routine.steps if routine else ()
    return [place for step in steps for place in places_of(step, scene.library.stretch_of(step))]


def _number(places: list[Place], practice: Practice) -> int:
    """The number of holds before the practice's real place, which is where a warm-up leads to."""
    here = practice.real_place
    return len(list(takewhile(lambda place: place != here, places))) if here in places else 0


def enough_left(scene: Scene, slug: str) -> bool:
    """Whether enough of a routine is left for this person to offer it by its name."""
    return share_left(scene, slug) >= _ENOUGH


def share_left(scene: Scene, slug: str) -> float:
    """The share of a routine's steps that is left for this person, from nought to one.

    A routine in which nothing is left out is not tailored for that.
    """
    if slug in scene.library.routines and scene.left_out.isdisjoint(scene.library.tags.stretches_in(slug)):
        return 1.0
    left = led(scene, slug) if slug in scene.library.routines else None
    return len(left.steps) / len(scene.library.routine(slug).steps) if left else 0.0


def led(scene: Scene, slug: str) -> Routine | None:
    """The routine, tailored by what this person has told; None when nothing of it is left."""
    practice = Practice(slug, scene.library.version, Place(""), scene.posture_now, scene.turn.epoch)
    return planned(scene.library, practice, scene.person.tailoring.told)
