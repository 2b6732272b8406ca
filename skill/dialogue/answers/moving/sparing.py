"""Changes a practice, and the person's day, so that one side is left out (spared), or both sides are done again."""

from skill.dialogue.scene.going_on import gone_on
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.steps.sparing import name_of, spared_here
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Side


def spared_in(scene: Scene, practice: Practice) -> Side | None:
    """The side that is spared in the stretch at this practice's place, if any."""
    spared = scene.unit_at(practice, practice.place).dose.spared
    return Side(spared) if spared and practice.place.side is not None else None


def sparing(scene: Scene, practice: Practice, side: Side, tailoring: Tailoring) -> Practice | None:
    """The practice without this side in its stretch, with this tailoring; None if nothing of it is left.

    The side left out becomes the second one, so that it can still come if both are wanted again.
    """
    key, name = practice.place.step, name_of(side)
    sided = practice.place.side is not None
    wanted = replace(practice, spared=spared_here(practice.spared, key, name)) if sided else practice
    there = gone_on(scene.library, wanted, tailoring, scene.person.tailoring)
    if there is None or there.place.step != key or there.place == practice.place:
        return there
    return replace(there, turned=turned_to(scene, practice, side.other))


def both_again(scene: Scene, practice: Practice | None) -> Scene:
    """The scene with no side spared any more, today or in this practice."""
    person = replace(scene.person, tailoring=replace(scene.person.tailoring, spared=""))
    return replace(scene, person=person.with_practice(_with_both(scene, practice)) if practice else person)


def turned_to(scene: Scene, practice: Practice, first: Side) -> str:
    """The key of the step whose order of sides has to be turned, so that this side comes first at this place."""
    step = practice.place.step
    if scene.unit_at(practice, practice.place).dose.first == first:
        return practice.turned
    return "" if practice.turned == step else step


def _with_both(scene: Scene, practice: Practice) -> Practice:
    """The practice with both sides; one that was spared from the start comes second, and "go back" ends here."""
    side, spared = practice.place.side, spared_in(scene, practice)
    from_the_start = spared is not None and practice.place.step not in dict(practice.spared)
    turned = turned_to(scene, practice, side) if from_the_start and side else practice.turned
    return replace(practice, spared=(), turned=turned, before=None)
