"""Chooses the routines that suit this person as they are, and the best of them."""

from collections.abc import Iterable, Iterator
from math import inf

from skill.content.model import Kind, Routine
from skill.dialogue.offers.duration import seconds_from_now
from skill.dialogue.scene.completeness import enough_left, led, share_left
from skill.dialogue.scene.scene import Scene

FEW_PRACTICES = 3
"""Routines to finish before anything strong is offered unasked (coaching, section eight)."""
_SECONDS_A_MINUTE = 60


def offer_for(scene: Scene) -> str | None:
    """The routine that suits this person best: one that is left whole, else most of one; None where nothing suits."""
    return best_of(scene, dict.fromkeys((*instead_for(scene), *scene.library.tags.usual)))


def instead_for(scene: Scene) -> list[str]:
    """The routines that this person's limits offer instead."""
    limits = scene.library.limits
    return [slug for limit in scene.person.tailoring.limits_told if limit in limits for slug in limits[limit].offers]


def usual_routine(scene: Scene) -> str:
    """The routine to offer where nothing suits better."""
    return scene.library.tags.usual[0]


def suiting(scene: Scene, routine: str = "") -> str:
    """This routine (or the usual one); another if some of it is left out for this person, and that suits better."""
    routine = routine or usual_routine(scene)
    return routine if share_left(scene, routine) == 1 else offer_for(scene) or routine


def best_of(scene: Scene, routines: Iterable[str]) -> str | None:
    """The first of these that is left whole, else the one with most left; None where all have less than half left.

    In somebody's first practices, routines without strong stretches come before all others.
    """
    suiting = [slug for slug in routines if slug in scene.library.routines and enough_left(scene, slug)]
    return max(suiting, key=lambda slug: (_calm_as_led(scene, slug), share_left(scene, slug)), default=None)


def commonness(routine: Routine) -> float:
    """The rank of a routine among those offered to anybody, from one; infinity for others, so that they come last."""
    return routine.suits.anybody or inf


def whole(scene: Scene) -> Iterator[Routine]:
    """Our own routines of which nothing is left out for this person."""
    for slug, routine in scene.library.routines.items():
        if routine.source == "house" and share_left(scene, slug) == 1:
            yield routine


def gentle_only(scene: Scene) -> bool:
    """Whether nothing strong is offered unasked: in somebody's first practices."""
    return scene.person.finished < FEW_PRACTICES


def calm(scene: Scene, routine: Routine) -> bool:
    """Whether it may be offered to this person unasked."""
    return not (gentle_only(scene) and strong(scene, routine))


def _calm_as_led(scene: Scene, slug: str) -> bool:
    routine = led(scene, slug)
    return routine is None or calm(scene, routine)


def strong(scene: Scene, routine: Routine) -> bool:
    """Whether the routine has a strong stretch."""
    return any(scene.library.stretch(step.stretch).kind is Kind.STRONG for step in routine.steps)


def whole_minutes_of(scene: Scene, slug: str) -> int:
    """The whole minutes that the routine takes this person; nought where nothing of it is left."""
    routine = led(scene, slug)
    return max(1, round(seconds_from_now(scene, slug, routine) / _SECONDS_A_MINUTE)) if routine else 0


def minutes_of(scene: Scene, slug: str) -> str:
    """The minutes that the routine takes this person, in words. Raises LookupError where nothing of it is left."""
    routine = led(scene, slug)
    if routine is None:
        raise LookupError(slug)
    minutes = scene.wording.minutes(seconds_from_now(scene, slug, routine))
    # A first time takes longer, and "five gentle minutes, eight minutes" would need an explanation.
    first = scene.person.newcomer and not scene.person.tailoring.unknown
    return scene.wording.say("finding.first-time", minutes=minutes) if first else minutes
