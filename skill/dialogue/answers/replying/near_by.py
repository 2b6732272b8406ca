"""Decides which of several things a name means: one in the routine under way, else one done lately."""

from collections import Counter
from collections.abc import Hashable, Iterator

from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.routine_of import alone, planned
from skill.dialogue.scene.scene import Scene


def near_by(scene: Scene, slugs: tuple[str, ...]) -> tuple[str, ...]:
    """Those of these slugs that are nearest; all if none is nearer than another; of similar forms only one."""
    among = (tuple(slug for slug in slugs if slug in near) for near in _ever_farther(scene))
    return _each_once(scene, next(filter(None, among), slugs))


def _each_once(scene: Scene, slugs: tuple[str, ...]) -> tuple[str, ...]:
    """The slugs with only the commonest of the forms of a stretch in one posture, which nobody can tell by ear."""
    steps = (step for routine in scene.library.routines.values() for step in routine.steps)
    led = Counter(step.stretch for step in steps)
    commonest: dict[Hashable, str] = {}
    for slug in sorted(slugs, key=lambda slug: -led[slug]):
        commonest.setdefault(_kind(scene, slug), slug)
    return tuple(slug for slug in slugs if commonest[_kind(scene, slug)] == slug)


def _kind(scene: Scene, slug: str) -> Hashable:
    stretch = scene.library.stretches.get(slug)
    return (stretch.family, stretch.posture) if stretch is not None and stretch.family else slug


def _ever_farther(scene: Scene) -> Iterator[frozenset[str]]:
    """The slugs of the routine under way, then of each one done lately, the newest first."""
    practice = kept_practice(scene)
    if practice is not None:
        routine = planned(scene.library, practice, scene.person.tailoring)
        yield frozenset({practice.routine, *(step.stretch for step in (routine.steps if routine else ()))})
    for led in reversed(scene.person.habit.lately):
        yield _done_in(scene, led.routine)


def _done_in(scene: Scene, name: str) -> frozenset[str]:
    """The slugs of a routine of the library and its stretches, or of the stretch that was done alone."""
    routine = scene.library.routines.get(name)
    if routine is not None:
        return frozenset({name, *(step.stretch for step in routine.steps)})
    return frozenset(slug for slug in scene.library.stretches if alone(slug) == name)
