"""Demands: what a routine asks of a body whose limits are unknown, and the routines that demand nothing."""

from collections.abc import Iterable

from skill.content.model import Kind, Posture, Routine, Step
from skill.dialogue.offers.suitability import calm, commonness, whole
from skill.dialogue.scene.completeness import led
from skill.dialogue.scene.routine_of import alone, routine_named
from skill.dialogue.scene.scene import Scene
from skill.tailoring.steps.limiting import within_limits


def demands(scene: Scene, routine: Routine) -> tuple[str, ...]:
    """The limits that the person may have, as far as we know, and that would change this routine.

    They would leave something out, or lead it in another posture. Those that only make it gentler do so without
    asking.
    """
    unknown = scene.person.tailoring.alone.unknown
    return tuple(limit for limit in unknown if _led_otherwise(scene, routine, limit))


def for_everybody(scene: Scene) -> str:
    """The name of a routine, else of a gentle stretch, without demands; empty where everything has some.

    The most common routine comes first.
    """
    for routine in sorted(whole(scene), key=commonness):
        as_led = led(scene, routine.slug)
        if as_led is not None and calm(scene, routine) and not demands(scene, as_led):
            return routine.slug
    out = scene.person.tailoring.left_out(scene.library)
    moving = [slug for slug, one in scene.library.stretches.items() if one.kind is not Kind.STRONG]
    names = (alone(slug) for slug in moving if slug not in out and not scene.library.stretch(slug).only_rests)
    return next((name for name in names if _asks_nothing(scene, name)), "")


def _asks_nothing(scene: Scene, name: str) -> bool:
    routine = routine_named(scene.library, name)
    return routine is not None and not demands(scene, routine)


def _led_otherwise(scene: Scene, routine: Routine, limit: str) -> bool:
    return _outline(scene, within_limits(scene.library, routine.steps, (limit,))) != _outline(scene, routine.steps)


def _outline(scene: Scene, steps: Iterable[Step]) -> list[tuple[str, Posture]]:
    """The key of each step, and its posture."""
    return [(step.key, scene.library.stretch_of(step).posture) for step in steps]
