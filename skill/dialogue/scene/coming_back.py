"""Coming back to a practice that was broken off: whether it can still be resumed, and how."""

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
    """The unfinished practice; None if it is too old to resume, unless a question about resuming it is open."""
    practice = scene.practice
    if practice is None or scene.asks(Ask.GO_ON, Ask.LAST_DONE):
        return practice
    return None if scene.turn.epoch - practice.touched > KEPT_DAYS * _SECONDS_A_DAY else practice


def practice_here(scene: Scene) -> Practice | None:
    """The practice if it is led in this conversation; else None."""
    return kept_practice(scene) if scene.here else None


def begun_again(scene: Scene, practice: Practice) -> Practice:
    """The practice as it is resumed: standing after a while, and on another day after a warm-up."""
    if scene.here or scene.turn.epoch - practice.touched <= STRAIGHT_ON_SECONDS:
        return practice
    if not another_day(scene, practice):
        return replace(practice, posture=scene.there or Posture.STANDING)
    there = cold(practice)
    out = scene.person.tailoring.left_out(scene.library)
    again = on_another_day(scene.library, scene.routine_of(there), there, out)
    return _from_the_start(scene, replace(again, posture=scene.there or again.posture))


def _from_the_start(scene: Scene, practice: Practice) -> Practice:
    """A practice in its warm-up, moved to this person's first hold of it, as they may have a side spared."""
    if practice.kept is None:
        return practice
    first = scene.routine_of(practice).steps[0]
    return replace(practice, place=places_of(first, scene.library.stretch_of(first))[0])


def at_its_start(scene: Scene, practice: Practice) -> bool:
    """Whether nothing of it was held or changed, so that resuming and starting over are the same."""
    whole = not (practice.held or practice.skipped or practice.spared or practice.swapped)
    first = scene.routine_of(practice).steps[0]
    return whole and cold(practice).place == places_of(first, scene.library.stretch_of(first))[0]


def another_day(scene: Scene, practice: Practice) -> bool:
    """Whether it is resumed as on another day: never within an hour, when the body is still warm, even at midnight.

    Before a strong stretch this also holds hours later on the same day.
    """
    if scene.turn.epoch - practice.touched <= SAME_HOUR_SECONDS:
        return False
    strong = scene.stretch_at(cold(practice)).kind is Kind.STRONG
    return strong or scene.day(scene.turn.epoch) != scene.day(practice.touched)


def cold(practice: Practice) -> Practice:
    """The practice at its real place, without a warm-up that was broken off."""
    return replace(practice, place=practice.real_place, kept=None)
