"""Tells the side of the stretch under way, and changes to the other side."""

from skill.dialogue.answers.moving.sparing import both_again, spared_in, turned_to
from skill.dialogue.answers.replying.about_practice import with_kept_practice
from skill.dialogue.answers.replying.telling import tell, tell_staying
from skill.dialogue.answers.starting.while_guiding import while_guiding
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on, lead
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.undo import moved
from skill.dialogue.scene.upcoming import waits
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline import Place, Side
from skill.timeline.hold.units import sides_of


@with_kept_practice
def which_side(scene: Scene, practice: Practice) -> Outcome:
    """Tells the side under way, and the one that comes after it."""
    return tell_staying(scene, _now(scene, practice), names_place=practice.place.side is not None)


@while_guiding
def other_side(scene: Scene, practice: Practice) -> Outcome:
    """Changes to the other side, from its first repetition; the side that was under way comes after it, as often."""
    side = practice.place.side
    if side is None or side is Side.BOTH:
        return tell(scene, _now(scene, practice))
    if spared_in(scene, practice):
        return _with_the_other(both_again(scene, practice), side.other)
    if waits(scene) and not scene.unit_at(practice, practice.place).first:
        # At "Ready?" between the sides, "the other side" means the one that comes.
        return go_on(scene, Opening((_now(scene, practice),), names_place=True))
    there = _at_side(scene, replace(practice, turned=turned_to(scene, practice, side.other)), side.other)
    return lead(scene, moved(scene, practice, there), Opening((_now(scene, there),), names_place=True))


def _with_the_other(scene: Scene, side: Side) -> Outcome:
    """Brings back a side that was left out, and begins with it."""
    practice = scene.practice
    if practice is None:
        raise LookupError("no practice to go on with")
    there = _at_side(scene, replace(practice, turned=turned_to(scene, practice, side)), side)
    return lead(scene, there, Opening((scene.wording.say("both-sides.again"),), names_place=True))


def _at_side(scene: Scene, practice: Practice, side: Side | None) -> Practice:
    """The practice at the first hold of this stretch on this side."""
    parts = scene.unit_at(practice, practice.place).stretch.parts or (None,)
    return replace(practice, place=Place(practice.place.step, side, part=parts[0]))


def _now(scene: Scene, practice: Practice) -> str:
    """The words on the side at the place, and the one that comes after it."""
    side, after = practice.place.side, _sides_after(scene, practice)
    if side is None:
        return scene.wording.say("side-now.none")
    if side is Side.BOTH:
        return scene.wording.say("side-now.both")
    return _sided(scene, "side-now.first" if side.other in after else "side-now.last", side)


def _sides_after(scene: Scene, practice: Practice) -> tuple[Side | None, ...]:
    """The sides of the stretch at the place that come after this one."""
    unit = scene.unit_at(practice, practice.place)
    sides = sides_of(unit.stretch, unit.dose)
    return sides[sides.index(unit.place.side) + 1 :]


def _sided(scene: Scene, key: str, side: Side) -> str:
    telling = scene.telling()
    return scene.wording.say(key, side=telling.side(side), other=telling.side(side.other))
