"""Tells how somebody is getting on, by what they did and never by what they missed; and begins yesterday's again."""

from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.starting.begin import begin_unless_guiding
from skill.dialogue.guidance.names import spoken_name
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer
from skill.dialogue.offers.todays_programme import preferred
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.remembered import remembered
from skill.dialogue.scene.scene import Scene

_A_WEEK = 7
_IN_A_ROW = 2
"""The fewest days in a row that are told."""
_SECONDS_AN_HOUR = 60 * 60
_AS_HOURS_FROM = 2 * _SECONDS_AN_HOUR


def how_am_i_doing(scene: Scene) -> Outcome:
    """Tells the days of the past week, the days in a row if that goes on, and all days with their minutes."""
    days, today = scene.person.habit.days, _today(scene)
    week = sum(days.on(today - back) for back in range(_A_WEEK))
    total = scene.wording.count("day", days.total)
    if not days.total:
        return tell(scene, scene.wording.say("doing.beginning"))
    if not week:
        return tell(scene, scene.wording.say("doing.back", days=total, minutes=_length(scene)))
    key = "doing.every-day" if week == _A_WEEK else "doing.week"
    words = (scene.wording.say(key, days=scene.wording.count("day", week)), *_row(scene))
    so_far = "doing.so-far" if week == days.total else "doing.all"
    return tell(scene, *words, scene.wording.say(so_far, days=total, minutes=_length(scene)))


def yesterday_again(scene: Scene) -> Outcome:
    """Begins the last routine of a day before today, else the last one of today."""
    habit, today = scene.person.habit, _today(scene)
    for led in (habit.last_done(today), habit.last_done(today + 1)):
        if led is not None and (led.routine in scene.library.routines or remembered(scene, led.routine)):
            return begin_unless_guiding(scene, led.routine)
    words, instead = scene.wording.say("yesterday.none"), preferred(scene)
    if scene.practice is not None and not scene.guiding:
        name = spoken_name(scene, scene.practice.routine)
        return tell(scene, scene.wording.say("yesterday.unfinished", name=name))
    if scene.practice is not None:
        return tell(scene, words)
    return ask(scene, [words], Question(Ask.BEGIN, Offer(instead)))


def _row(scene: Scene) -> tuple[str, ...]:
    """The words on the days in a row up to today or yesterday; none for fewer than two."""
    days, today = scene.person.habit.days, _today(scene)
    streak = days.streak(today)
    if streak < _IN_A_ROW:
        return ()
    key = "doing.row" if days.on(today) else "doing.row-so-far"
    return (scene.wording.say(key, days=scene.wording.count("day", streak)),)


def _length(scene: Scene) -> str:
    """The time that they were led in all, in words: minutes, or from two hours on hours."""
    seconds = scene.person.habit.seconds_in_all
    if seconds < _AS_HOURS_FROM:
        return scene.wording.minutes(seconds)
    return scene.wording.count("hour", round(seconds / _SECONDS_AN_HOUR))


def _today(scene: Scene) -> int:
    return scene.day(scene.turn.epoch).toordinal()
