"""Coming back to a practice that was broken off: whether it is still kept, and how it goes on by now."""

from skill.content.model import Kind, Posture
from skill.dialogue.memory.question import Ask
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.warm_up import on_another_day
from skill.limits import KEPT_DAYS, SAME_HOUR_SECONDS, STRAIGHT_ON_SECONDS
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline.hold.units import places_of

_SECONDS_A_DAY = 24 * 60 * 60


def kept_practice(scene: Scene) -> Practice | None:
    """The unfinished practice, unless it is so long ago that nobody would go on with it; what is offered stays."""
    practice = scene.practice
    if practice is None or scene.asks(Ask.GO_ON, Ask.LAST_DONE):
        return practice
    return None if scene.turn.epoch - practice.touched > KEPT_DAYS * _SECONDS_A_DAY else practice


def practice_here(scene: Scene) -> Practice | None:
    """The practice that is led in this conversation, so that somebody may be in it."""
    return kept_practice(scene) if scene.here else None


def begun_again(scene: Scene, practice: Practice) -> Practice:
    """The practice as it goes on: from standing, where they are not down; on another day gently, and warmed up."""
    if scene.here or scene.turn.epoch - practice.touched <= STRAIGHT_ON_SECONDS:
        return practice
    if not another_day(scene, practice):
        return replace(practice, posture=scene.there or Posture.STANDING)
    there = cold(practice)
    out = scene.person.tailoring.left_out(scene.library)
    again = on_another_day(scene.library, scene.routine_of(there), there, out)
    return _from_the_start(scene, replace(again, posture=scene.there or again.posture))


def _from_the_start(scene: Scene, practice: Practice) -> Practice:
    """A practice in its warm-up at the first hold that this person has of it: a side may be spared in that, too."""
    if practice.kept is None:
        return practice
    first = scene.routine_of(practice).steps[0]
    return replace(practice, place=places_of(first, scene.library.stretch_of(first))[0])


def at_its_start(scene: Scene, practice: Practice) -> bool:
    """Whether nothing of it was held, so that to go on and to start over would be the same."""
    whole = not (practice.held or practice.skipped or practice.spared or practice.swapped)
    first = scene.routine_of(practice).steps[0]
    return whole and cold(practice).place == places_of(first, scene.library.stretch_of(first))[0]


def another_day(scene: Scene, practice: Practice) -> bool:
    """Whether it goes on as after a night; whoever is back within the hour is still warm, at midnight too.

    Hours later on the same day nobody is warm enough for a strong stretch either.
    """
    if scene.turn.epoch - practice.touched <= SAME_HOUR_SECONDS:
        return False
    strong = scene.stretch_at(cold(practice)).kind is Kind.STRONG
    return strong or scene.day(scene.turn.epoch) != scene.day(practice.touched)


def cold(practice: Practice) -> Practice:
    """The practice at its real place: a warm-up that was broken off counts for nothing on another day."""
    return replace(practice, place=practice.real_place, kept=None)
