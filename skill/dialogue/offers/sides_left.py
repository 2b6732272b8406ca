"""The sides that were left out of a routine, to be offered at its end."""

from collections.abc import Iterator

from skill.content.model import Posture
from skill.dialogue.memory.subject import SideLeft
from skill.dialogue.scene.routine_of import is_alone, only_sides, prescribed
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.steps.made import MadeStep, made_of
from skill.tailoring.steps.sparing import name_of
from skill.timeline import Side

_MOST_OFFERED = 3
"""Only the last ones: more would be a second routine, which nobody wants, and too large for the record."""


def sides_left(scene: Scene, practice: Practice, posture: Posture) -> SideLeft | None:
    """The sides to offer after a practice that ends in this posture; None where none was left out."""
    if is_alone(practice.routine) or only_sides(practice):
        return None
    left = [*{step.stretch: (step, side) for step, side in _left(scene, practice)}.values()][-_MOST_OFFERED:]
    up = scene.way_up(posture, practice)
    steps, done = tuple(step for step, _ in left), tuple(name_of(side.other) for _, side in left)
    return SideLeft(posture, at=up.at, without=up.without, left=steps, done=done) if left else None


def left_lately(scene: Scene) -> SideLeft | None:
    """The sides left out today or yesterday, if that offer was never answered, for somebody who opens the skill.

    None without any; stretches that rest today, or are left out by now, are not among them.
    """
    asked = scene.person.asked
    left = asked.subject if asked and isinstance(asked.subject, SideLeft) else None
    if left is None or (scene.day(scene.turn.epoch) - scene.day(left.at)).days > 1:
        return None
    out = scene.person.tailoring.left_out(scene.library)
    pairs = [pair for pair in zip(left.left, left.done, strict=True) if pair[0].stretch not in out]
    steps, done = tuple(step for step, _ in pairs), tuple(side for _, side in pairs)
    return replace(left, start=scene.posture_now, left=steps, done=done, later=True) if pairs else None


def _left(scene: Scene, practice: Practice) -> Iterator[tuple[MadeStep, Side]]:
    """Each step of which a side was left out in this practice, with that side; none that rests today."""
    routine, written = scene.routine_of(practice), prescribed(scene.library, practice)
    led = {step.key for step in routine.steps}
    out = scene.person.tailoring.left_out(scene.library)
    spared = dict(practice.spared)
    for step in written.steps if written else ():
        wanted = step.key in spared and step.key in led and step.stretch not in out
        if wanted and spared[step.key] != scene.person.tailoring.spared:
            yield made_of(step), Side(spared[step.key])


def side_names(scene: Scene, left: SideLeft) -> str:
    """The stretches and sides that were left out, as a list in words."""
    telling = scene.telling()
    names = [
        scene.wording.say("side-left.name", name=scene.name_of(step.stretch), side=telling.side(Side(done).other))
        for step, done in zip(left.left, left.done, strict=True)
    ]
    return scene.wording.listing(names)
