"""Asks what a reminder needs: its days, its time, and a yes before it is made."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import combinations

from skill.dialogue.answers.replying.telling import carry_on
from skill.dialogue.guidance.reminder_words import when_words
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import ReminderDays, Ringing
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reminders import WEEK, Reminder
from skill.ports.slot_values import number_of, time_of
from skill.replaced import replace
from skill.wording.clock import clock_words

_EVERY_DAY, _ONCE, _EVENING, _AFTERNOON = "every-day", "once", "every-evening", "every-afternoon"

_TONIGHT, _TOMORROW_EVENING = "this-evening", "tomorrow-evening"

_TOMORROW = ("tomorrow", "tomorrow-morning", _TOMORROW_EVENING)

_RINGING_ONCE = (_ONCE, "today", _TONIGHT, *_TOMORROW)

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MOST_DAYS_NAMED = 3


def _several_days() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Every two or three days of a week, by their names and as calendars write them (`MO`)."""
    for count in range(2, _MOST_DAYS_NAMED + 1):
        yield from zip(combinations(_NAMES, count), combinations(WEEK, count), strict=True)


_IN_THE_EVENING = {
    _EVERY_DAY: _EVENING,
    "every-morning": _EVENING,
    _ONCE: _TONIGHT,
    "today": _TONIGHT,
    "tomorrow": _TOMORROW_EVENING,
    "tomorrow-morning": _TOMORROW_EVENING,
}
"""The same days with the reminder in the evening."""

_DAYS = {
    _EVERY_DAY: WEEK,
    "every-morning": WEEK,
    _AFTERNOON: WEEK,
    _EVENING: WEEK,
    "weekdays": WEEK[:5],
    "weekends": WEEK[5:],
    **dict(zip(_NAMES, zip(WEEK), strict=True)),
    **{"-".join(names): days for names, days in _several_days()},
    **{f"but-{name}": tuple(day for day in WEEK if day != but) for name, but in zip(_NAMES, WEEK, strict=True)},
}

_NOON, _HOURS_A_DAY = 12, 24


def remind_me(scene: Scene) -> Outcome:
    """A reminder on the days that were said, else every day; asks for the time if none was said."""
    said = scene.turn.slot("days")
    days = next((slug for slug in said.ids if slug in (*_DAYS, *_RINGING_ONCE)), "")
    return _ordered(scene, days or _EVERY_DAY, ["remind.no-days"] if said.said and not days else [])


def remind_me_at(scene: Scene) -> Outcome:
    """A reminder at this time, on the days that the open question is about, else once."""
    at, open_one = time_said(scene, _ONCE), _open_one(scene)
    if at is not None and open_one is not None:
        reminder = replace(open_one, at=_in_the_same_half(at, open_one.at))
        if not reminder.over(scene.local_time):
            return shall_i(scene, (reminder,), [])
    return _ordered(scene, _days_asked_about(scene), [])


def _in_the_same_half(at: time, before: time) -> time:
    """The hour of a correction in the same half of the day: "nine in the evening? No, ten"."""
    later = before.hour >= _NOON and 0 < at.hour < _NOON
    return time(at.hour + _NOON, at.minute) if later else at


def in_that_part(scene: Scene) -> Outcome | None:
    """Said "in the morning" or "no, evening": that part of the day, although Alexa hears the routine of that name."""
    named, tags = {*scene.turn.slot("routine").ids}, scene.library.tags
    parts = [part for part in ("morning", "evening") if named & {*tags.only_for(part)}]
    if len(parts) != 1 or len(named) != 1:
        return None
    later, open_one, asked = parts == ["evening"], _open_one(scene), scene.about(ReminderDays)
    if open_one is None:
        days = asked.days if asked else _EVERY_DAY
        return _ordered(scene, _IN_THE_EVENING.get(days, days) if later else days, [])
    at = time(open_one.at.hour % _NOON + (_NOON if later else 0), open_one.at.minute)
    return shall_i(scene, (replace(open_one, at=at),), [], in_full=True)


def ask_again_when(scene: Scene) -> Outcome:
    """Yes to "At what time?": asks once more."""
    return _ordered(scene, _days_asked_about(scene), [])


def no_reminder(scene: Scene) -> Outcome:
    """No to either question: makes no reminder, and goes on."""
    return carry_on(scene, scene.wording.say("remind.none-then"))


def shall_i(scene: Scene, reminders: tuple[Reminder, ...], before: list[str], *, in_full: bool = False) -> Outcome:
    """Read a reminder back and ask whether to make it; if it is too late for today, also tell the day it begins.

    The first of `reminders` is meant; it replaces the others, which are cancelled once it is made.
    """
    reminder, *_ = reminders
    now = scene.local_time
    when = when_words(scene.wording, reminder, now.date())
    key, day = "question.remind", ""
    if WEEK[now.weekday()] in reminder.days and reminder.at <= now.time():
        ahead = [WEEK[(now.weekday() + days) % len(WEEK)] for days in range(1, len(WEEK) + 1)]
        first = next(name for name in ahead if name in reminder.days)
        key = "question.remind-tomorrow" if first == ahead[0] else "question.remind-next"
        day = scene.wording.say(f"days.{first}")
    ringing = Ringing(tuple(one.written for one in reminders))
    words = scene.wording.say(key, when=when, day=day)
    return ask(scene, before, Question(Ask.REMIND, ringing, in_full=in_full, words=words))


def next_time(scene: Scene, at: time) -> tuple[Reminder, list[str]]:
    """A reminder that rings once, the next time it is this time of day; with words if it is too late for today."""
    now: datetime = scene.local_time
    today = Reminder(at, once=now.date())
    if not today.over(now):
        return today, []
    past = scene.wording.say("remind.past", time=clock_words(scene.wording, at))
    return replace(today, once=now.date() + timedelta(days=1)), [past]


def _ordered(scene: Scene, days: str, troubles: list[str]) -> Outcome:
    """Ask whether to make the reminder, or first for its time."""
    before = [scene.wording.say(key) for key in troubles]
    at = time_said(scene, days)
    if at is None:
        unclear = [scene.wording.say("remind.no-time")] if scene.turn.slot("time").said else []
        return ask(
            scene,
            [*before, *unclear],
            Question(Ask.REMIND_AT, ReminderDays(days), words=scene.wording.say("question.remind-at")),
        )
    if days in _TOMORROW:
        return shall_i(scene, (Reminder(at, once=scene.local_time.date() + timedelta(days=1)),), before)
    if days in _RINGING_ONCE:
        reminder, past = next_time(scene, at)
        return shall_i(scene, (reminder,), [*before, *past])
    return shall_i(scene, (Reminder(at, _DAYS[days]),), before)


def time_said(scene: Scene, days: str = _ONCE) -> time | None:
    """The time that was said, to the minute, in the afternoon if the days are afternoons or evenings; None without."""
    at = time_of(scene.turn.slot("time")) or full_hour(scene)
    if at is None:
        return None
    later = days in (_AFTERNOON, _EVENING, _TONIGHT, _TOMORROW_EVENING) and 0 < at.hour < _NOON
    return time(at.hour + _NOON if later else at.hour, at.minute)


def full_hour(scene: Scene) -> time | None:
    """A full hour that was said as a bare number; None without one."""
    number = number_of(scene.turn.slot("number"))
    return time(number) if number and number < _HOURS_A_DAY else None


def _days_asked_about(scene: Scene) -> str:
    """The days that the open question is about, as they were wished; `once` without any."""
    asked, open_one = scene.about(ReminderDays), _open_one(scene)
    if asked is not None and asked.days in (*_DAYS, *_RINGING_ONCE):
        return asked.days
    return next((name for name, days in _DAYS.items() if open_one and days == open_one.days), _ONCE)


def _open_one(scene: Scene) -> Reminder | None:
    """The reminder that the open question is about; None without one."""
    ringing = scene.about(Ringing)
    return Reminder.read(ringing.written[0]) if ringing and scene.asks(Ask.REMIND) else None
