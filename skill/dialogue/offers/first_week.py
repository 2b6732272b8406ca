"""The first week of practice, in which some routines are too early: people who ask for one are asked once more."""

from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.subject import Offer
from skill.dialogue.scene.scene import Scene

_DAYS = 7


def in_first_week(scene: Scene, name: str) -> bool:
    """Whether this routine is too early for somebody who has not heard so just now, and is not in it already."""
    routine, offer = scene.library.routines.get(name), scene.about(Offer)
    if routine is None or not routine.after_a_week or (scene.practice and scene.practice.routine == name):
        return False
    told = scene.asks(Ask.BEGIN) and offer is not None and offer.early and offer.routine == name
    return not told and _is_first(scene)


def _is_first(scene: Scene) -> bool:
    """Whether the person never practised, or began less than a week ago."""
    days, today = scene.person.habit.days, scene.day(scene.turn.epoch).toordinal()
    return not days.total or (not days.before and today - days.first < _DAYS)
