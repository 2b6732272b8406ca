"""Offers a shorter, longer or gentler routine than the one on offer, in the same setting."""

from functools import wraps

from skill.dialogue.answers.finding.by_setting import setting_asked_about
from skill.dialogue.answers.finding.surprise import surprise
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.answers.starting.offer import offered_by_name, offered_with_minutes
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.subject import Offer
from skill.dialogue.offers.duration import seconds_from_now
from skill.dialogue.offers.made_to_fit import (
    LONGEST_SECONDS,
    SHORTEST_SECONDS,
    fitted_name,
    made_to_fit,
    wished_seconds,
)
from skill.dialogue.offers.todays_programme import possible
from skill.dialogue.scene.completeness import led
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Answer, Scene

_STEP_SECONDS = 5 * 60
"""By how much a routine gets longer or shorter."""


def shorter(answer: Answer) -> Answer:
    """Decorates the answer to "shorter" in a stretch: with a routine on offer, offers a shorter one instead."""
    return _of_an_offer(answer, -_STEP_SECONDS)


def longer(answer: Answer) -> Answer:
    """The same for "longer"."""
    return _of_an_offer(answer, _STEP_SECONDS)


def gentler(answer: Answer) -> Answer:
    """Decorates the answer to "gentler" in a stretch: with nothing led here, offers the softest routine instead.

    If the routine on offer is not on the floor, that is a short one in the same setting.
    """

    @wraps(answer)
    def answered(scene: Scene) -> Outcome:
        idle = _on_offer(scene) or not scene.here
        return (softest_offered(scene) if idle else None) or answer(scene)

    return answered


def softest_offered(scene: Scene, *words: str) -> Outcome | None:
    """Offers the softest routine; if that is on offer already, a short one; None if none can be made."""
    softest, setting = possible(scene, scene.library.tags.softest), setting_asked_about(scene)
    if _on_offer(scene) and (setting or _on_offer(scene) == softest):
        return _made(scene, SHORTEST_SECONDS + _STEP_SECONDS // 2, setting, *words)
    return offered_with_minutes(scene, softest, words)


def not_that_routine(scene: Scene) -> Outcome:
    """Said "not the morning one": offers another one if it is the one on offer or under way; else goes on."""
    on_offer = _on_offer(scene) or (scene.practice.routine if scene.practice else "")
    named = scene.turn.slot("routine").ids
    if not named or on_offer in named or not scene.question:
        return surprise(scene)
    return tell_staying(scene)


def _of_an_offer(answer: Answer, more: int) -> Answer:
    @wraps(answer)
    def answered(scene: Scene) -> Outcome:
        seconds, setting = _seconds(scene, _on_offer(scene)), setting_asked_about(scene)
        if not seconds:
            return answer(scene)
        wanted = max(SHORTEST_SECONDS, min(LONGEST_SECONDS, seconds + more))
        others = (
            _made(scene, so_many, where)
            for so_many in range(wanted, seconds + more // 60, -more // abs(more) * 60)
            for where in ([setting] if setting else [_area_on_offer(scene), ""])
        )
        return next(filter(None, others), None) or answer(scene)

    return answered


def _made(scene: Scene, seconds: int, where: str, *words: str) -> Outcome | None:
    """Offers a routine of whole minutes, made for a setting or an area; None if none can be made."""
    name = fitted_name(round(seconds / 60) * 60, where)
    return offered_by_name(scene, words, name) if made_to_fit(scene, name).steps else None


def _seconds(scene: Scene, name: str) -> int:
    """Seconds of the routine of this name; 0 without a name."""
    routine = led(scene, name) if name in scene.library.routines else None
    return round(seconds_from_now(scene, name, routine)) if routine else wished_seconds(name)


def _area_on_offer(scene: Scene) -> str:
    """The area for which the routine on offer is the first; empty if there is none."""
    offered = _on_offer(scene)
    return next((area for area in scene.library.areas if offered in scene.library.tags.for_area(area)[:1]), "")


def _on_offer(scene: Scene) -> str:
    """The name of the routine that a yes would begin; empty while one is led here, or if none is offered."""
    offer = scene.about(Offer) if scene.asks(Ask.BEGIN) and not scene.here else None
    return offer.routine if offer else ""
