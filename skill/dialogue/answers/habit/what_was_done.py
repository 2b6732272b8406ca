"""Tells what was done on a day, and which routines most often, from the days and the last few routines stored."""

from collections import Counter
from collections.abc import Iterable

from skill.dialogue.answers.habit.how_am_i_doing import how_am_i_doing
from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.answers.replying.which_one import meant
from skill.dialogue.answers.starting.offer import offered_by_name
from skill.dialogue.guidance.names import any_name, place_words, spoken_name
from skill.dialogue.memory.habit import WORTH_A_WORD_SECONDS, Led
from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.completeness import enough_left
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import alone
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.this_stretch import just_done
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.fits.marking import mark_of

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BACK = {"today": 0, "yesterday": 1, "before-yesterday": 2}
_LAST_TIME, _LAST_WEEK = "last-time", "last-week"
_DAY_BEFORE = "day-before"
_KEYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def _nothing_remembered(scene: Scene) -> Outcome:
    return tell_staying(scene, scene.wording.say("yesterday.none"))


def what_did_i_do(scene: Scene) -> Outcome:
    """Said "what did I do yesterday": tells the routines of that day and their minutes, as far as they are stored."""
    if _day_said(scene) == _LAST_WEEK:
        return how_am_i_doing(scene)
    if _day_said(scene) == _LAST_TIME and not scene.person.habit.lately:
        return _left_off(scene)
    day = scene.day(scene.turn.epoch).toordinal() - _days_back(scene)
    return _remembering(_of_that_day(scene, day), day)


@kept_practice_or(_nothing_remembered)
def _left_off(scene: Scene, practice: Practice) -> Outcome:
    """With no routine led long enough to be stored: tells where they are in what they began."""
    return tell_staying(scene, scene.wording.say("told.where", place=place_words(scene, practice)))


def _remembering(outcome: Outcome, day: int) -> Outcome:
    """The outcome with the day that was told, so that "the day before" can be counted from it."""
    asked = outcome.person.asked
    told = replace(asked, told_day=day) if asked else None
    return replace(outcome, person=replace(outcome.person, asked=told))


def _of_that_day(scene: Scene, day: int) -> Outcome:
    today = scene.day(scene.turn.epoch).toordinal()
    done = [led for led in scene.person.habit.lately if led.day == day and spoken_name(scene, led.routine)]
    when = _when(scene, today - day)
    if done:
        return tell_staying(scene, _told(scene, done, when))
    key = "some" if scene.person.habit.days.on(day) else "nothing"
    return tell_staying(scene, scene.wording.say(f"day.{key}", when=when))


def _told(scene: Scene, done: list[Led], when: str) -> str:
    """The words on the routines of a day; without minutes if they are few, since the offer had named more."""
    seconds, names = sum(led.seconds for led in done), _names(scene, done)
    if not any(led.finished for led in done):
        return scene.wording.say("day.began", when=when, names=names, minutes=scene.wording.minutes(seconds))
    if seconds < WORTH_A_WORD_SECONDS:
        return scene.wording.say("day.did-all", when=when, names=names)
    return scene.wording.say("day.did", when=when, names=names, minutes=scene.wording.minutes(seconds))


def like(scene: Scene) -> Outcome:
    """Said "the bridge is my favourite", or of the one under way: stores it."""
    if "stretch" in scene.turn.slots:
        return _liking(scene, meant(scene, "stretch", scene.library.stretches).ids)
    this = just_done(scene, kept_practice(scene))
    return _liking(scene, (this.stretch.slug,) if this else ())


def like_routine(scene: Scene) -> Outcome:
    """The same for a routine, which has to be named: an unheard name never means the stretch under way."""
    return _liking(scene, meant(scene, "routine", scene.library.routines).ids)


def _liking(scene: Scene, named: tuple[str, ...]) -> Outcome:
    """Stores it if exactly one is meant; else tells them to name it."""
    if len(named) != 1:
        return tell_staying(scene, scene.wording.say("favourites.which"))
    (slug,) = named
    person = replace(scene.person, tailoring=scene.person.tailoring.liking(slug))
    return tell_staying(replace(scene, person=person), scene.wording.say("favourites.kept", name=any_name(scene, slug)))


def favourites(scene: Scene) -> Outcome:
    """Tells what they said they like best, else what they did most often of late, and offers the newest of these.

    Nothing is offered while something is under way or a question is open.
    """
    marks = scene.person.tailoring.liked_marks
    liked = [slug for slug in (*scene.library.stretches, *scene.library.routines) if mark_of(slug) in marks]
    liked.sort(key=lambda slug: -marks.index(mark_of(slug)))
    if not liked:
        return _done_most(scene)
    names = scene.wording.listing([any_name(scene, slug) for slug in liked])
    words = scene.wording.say("favourites.liked", names=names)
    if scene.practice is not None or scene.question is not None:
        return tell_staying(scene, words)
    name = liked[0] if liked[0] in scene.library.routines else alone(liked[0])
    return offered_by_name(scene, [words], name)


def _done_most(scene: Scene) -> Outcome:
    times: Counter[str] = Counter()
    for led in reversed(scene.person.habit.lately):
        if spoken_name(scene, led.routine):
            times[led.routine] += led.finished
    most = [name for name, count in times.items() if count and count == max(times.values())]
    if not most:
        return tell_staying(scene, scene.wording.say("yesterday.none"))
    names = scene.wording.listing([spoken_name(scene, name) for name in most])
    key = "one" if len(times) == 1 else "most" if len(most) < len(times) else "each"
    words = scene.wording.say(f"favourites.{key}", names=names)
    idle = scene.practice is None and scene.question is None
    if idle and most[0] in scene.library.routines and enough_left(scene, most[0]):
        return offered_by_name(scene, [words], most[0])
    return tell_staying(scene, words)


def _names(scene: Scene, done: Iterable[Led]) -> str:
    return scene.wording.listing([spoken_name(scene, led.routine) for led in done])


def _days_back(scene: Scene) -> int:
    """How many days ago the day was that was said; a weekday is the last one before today."""
    said = _day_said(scene)
    if said == _DAY_BEFORE:
        told = scene.question.told_day if scene.question else 0
        return scene.day(scene.turn.epoch).toordinal() - told + 1 if told else _BACK["yesterday"]
    if said == _LAST_TIME:
        return scene.day(scene.turn.epoch).toordinal() - max(led.day for led in scene.person.habit.lately)
    if said in _WEEK:
        weekday = scene.day(scene.turn.epoch).weekday()
        return (weekday - _WEEK.index(said) - 1) % len(_WEEK) + 1
    return _BACK.get(said, 0)


def _day_said(scene: Scene) -> str:
    return next(iter(scene.turn.slot("day").ids), "")


def _when(scene: Scene, back: int) -> str:
    """The day in words: "yesterday", "on Monday"; "the last time" if it is more than a week ago."""
    near = next((name for name, days in _BACK.items() if days == back), "")
    if near:
        return scene.wording.say(f"day.{near}")
    if back > len(_KEYS):
        return scene.wording.say("day.last-time")
    day = scene.wording.say(f"days.{_KEYS[(scene.day(scene.turn.epoch).weekday() - back) % len(_KEYS)]}")
    return scene.wording.say("day.on", day=day)
