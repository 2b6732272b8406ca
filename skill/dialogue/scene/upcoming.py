"""Whether the stretch at the place is still ahead, on which the meaning of "next" depends."""

from skill.dialogue.memory.subject import Rest
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice


def waits(scene: Scene) -> bool:
    """Whether the stretch at the place waits for "ready", or for the end of a pause that began before it."""
    rest = scene.about(Rest)
    return scene.waiting or (scene.paused and rest is not None and rest.finished)


def still_ahead(scene: Scene, practice: Practice) -> bool:
    """Whether it waits, or the person is on the way to it and not yet inside."""
    on_the_way = scene.guiding and not scene.inside and scene.unit_at(practice, practice.place).first
    return waits(scene) or on_the_way
