"""Answers "I missed two days" with a kind word, and an offer to begin again."""

from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.starting.offer import offered_by_name
from skill.dialogue.answers.starting.todays_routine import offer_of_today
from skill.dialogue.offers.todays_programme import followed, possible
from skill.dialogue.offers.variety import for_today, soft_steps
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene

_SHORT_AWAY = 3
"""After up to so many days away people begin as always; after more, softly."""


def missed_days(scene: Scene) -> Outcome:
    """Nothing has to be made up for: the programme has waited; without one offers the usual, or something soft."""
    comfort = scene.wording.say("missed.comfort")
    if scene.practice is not None and scene.here:
        return tell(scene, comfort, scene.wording.say("missed.now"))
    if followed(scene) is not None:
        return offer_of_today(scene, comfort, scene.wording.say("missed.waited"))
    if scene.person.habit.days.total and _days_away(scene) <= _SHORT_AWAY:
        return offered_by_name(scene, [comfort, scene.wording.say("missed.as-always")], for_today(scene))
    return offered_by_name(scene, [comfort, scene.wording.say("missed.softly")], possible(scene, soft_steps(scene)[0]))


def _days_away(scene: Scene) -> int:
    """Days since they last practised, as far as is known; 0 if they have not begun."""
    days, today = scene.person.habit.days, scene.day(scene.turn.epoch).toordinal()
    return next((back for back in range(today - days.first + 1) if days.on(today - back)), 0) if days.total else 0
