"""Answers the opening of the skill: a first welcome, straight on, or where the person was and one question."""

from skill.dialogue.answers.starting.offer import offered_to_anybody
from skill.dialogue.answers.starting.resume import resume
from skill.dialogue.answers.starting.todays_routine import offer_of_today
from skill.dialogue.guidance.doubt import in_doubt_since
from skill.dialogue.guidance.names import place_words, spoken_name
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.habit import WORTH_A_WORD_SECONDS, Led
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer, SideLeft, WayUp
from skill.dialogue.offers.announcement import SAFETY, WELCOME
from skill.dialogue.offers.duration import seconds_left
from skill.dialogue.offers.sides_left import left_lately, side_names
from skill.dialogue.offers.suitability import suiting
from skill.dialogue.offers.todays_programme import followed, of_the_way_back, theirs, waiting_words
from skill.dialogue.offers.variety import for_today
from skill.dialogue.scene.coming_back import at_its_start, begun_again, cold, kept_practice
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import is_alone
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.setting_aside import rested
from skill.limits import SAME_HOUR_SECONDS, STRAIGHT_ON_SECONDS
from skill.ports.turn import LAUNCH
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.steps.own import OWN

_A_ROW = 3
"""Days in a row that are worth a word, and so is every multiple."""


def launch(scene: Scene) -> Outcome:
    """Answers "open gentle back"; asks first about stretches that rested the last time.

    If somebody did not answer the question after pain or dizziness minutes ago, that comes first of all.
    """
    if (unanswered := _unanswered_after_pain(scene)) is not None:
        return ask(scene, [], unanswered)
    if (up := _getting_up(scene)) is not None:
        return up
    if rested(scene) and not scene.person.tailoring.unknown:
        return ask(scene, [_greeting(scene)], Question(Ask.SOFTLY))
    return opened(scene)


def _unanswered_after_pain(scene: Scene) -> Question | None:
    """The question after pain or dizziness, if the conversation ended minutes ago without an answer; else None."""
    asked, practice = scene.person.asked, scene.practice
    if asked is None or asked.kind not in (Ask.SETTLED, Ask.FINISH):
        return None
    at = asked.subject.at if isinstance(asked.subject, WayUp) else practice.touched if practice else 0
    soon = scene.turn.epoch - at <= STRAIGHT_ON_SECONDS
    return Question(asked.kind, asked.subject) if soon else None


def _getting_up(scene: Scene) -> Outcome | None:
    """Asks whether they are up, if that is unknown, or whether they are steady, if they were just helped up; else None.

    Within the hour if they were told how to get up, within minutes if that was only offered.
    """
    asked = scene.person.asked
    up = asked.subject if asked else None
    if asked is None or asked.kind not in (Ask.UP, Ask.UP_YET, Ask.STEADY) or not isinstance(up, WayUp):
        return None
    helped = up.told > 0 or asked.kind is not Ask.UP_YET
    if scene.turn.epoch - up.at > (SAME_HOUR_SECONDS if helped else STRAIGHT_ON_SECONDS):
        return None
    told = helped and asked.kind is not Ask.STEADY
    words = scene.wording.say("launch.way-up" if told else "launch.again")
    return ask(scene, [words], Question(Ask.STEADY if asked.kind is Ask.STEADY else Ask.UP_YET, up))


def opened(scene: Scene, *words: str) -> Outcome:
    """Tells where they were, with one question, or makes today's offer; after a greeting, or after these words."""
    scene = _that_began(scene)
    practice = scene.practice if scene.practice is None or not _left_behind(scene, scene.practice) else None
    kept = kept_practice(scene) if practice else None
    if (first := _before_all_else(scene, kept, words)) is not None:
        return first
    if kept is not None and not scene.person.offer:
        return _come_back(scene, kept, words)
    if kept is None and practice is not None:
        return _long_ago(scene, practice)
    if scene.person.tailoring.unknown:
        return offered_to_anybody(scene)
    return _offered_today(scene, words if words and WELCOME in scene.person.told else (*words, _greeting(scene)))


def _that_began(scene: Scene) -> Scene:
    """The scene without a practice of which nothing was held, if an older one is unfinished, which then goes on."""
    newest = kept_practice(scene)
    if newest is None or _soon(scene, newest) or not _never_began(scene, newest):
        return scene
    older = replace(scene, person=scene.person.without_practice())
    return _that_began(older) if kept_practice(older) else scene


def _soon(scene: Scene, practice: Practice) -> bool:
    """Whether they are back so soon that it goes on without asking; not if they ended it and only open the skill."""
    ended = not practice.conversation and scene.turn.intent == LAUNCH
    return not ended and scene.turn.epoch - practice.touched <= SAME_HOUR_SECONDS


def _before_all_else(scene: Scene, kept: Practice | None, words: tuple[str, ...]) -> Outcome | None:
    """The day's offer on the way back after a very bad day, or a side that was left out; None without either."""
    soft, left = of_the_way_back(scene), left_lately(scene)
    if soft and not scene.person.tailoring.unknown and (kept is None or kept.routine != soft):
        return _on_the_way_back(scene, words, soft)
    if left is not None and not scene.person.offer and (kept is None or kept.touched < left.at):
        return _side_left(scene, left, words)
    return None


def _offered_today(scene: Scene, words: tuple[str, ...]) -> Outcome:
    """After these words, offers today's routine of the programme, or without a programme one that suits."""
    greeted = (*words, *_softly_today(scene))
    if followed(scene) is not None and not scene.person.offer:
        heard = replace(scene, person=scene.person.having_heard(WELCOME, SAFETY))
        return offer_of_today(heard, *greeted)
    first = not scene.person.habit.days.total
    return _offer(scene, greeted, scene.library.tags.first_time if first else for_today(scene))


def _side_left(scene: Scene, left: SideLeft, words: tuple[str, ...]) -> Outcome:
    """Offers a side that was left out, before anything else."""
    names = scene.wording.say("side-left.before", names=side_names(scene, left))
    return ask(scene, words or (_greeting(scene),), Question(Ask.SIDE_LEFT, left, words=names))


def _on_the_way_back(scene: Scene, words: tuple[str, ...], routine: str) -> Outcome:
    """Offers rest, or the softest routine, after a very bad day, without the reason; the programme waits."""
    told = scene.wording.say("flare.rests" if scene.person.tailoring.way_back.rests else "flare.softest")
    person = replace(scene.person, offer="").having_heard(WELCOME, SAFETY)
    greeted = words or (_greeting(scene),)
    return ask(scene, [*greeted, told, waiting_words(scene)], Question(Ask.BEGIN, Offer(routine)), person)


def _softly_today(scene: Scene) -> tuple[str, ...]:
    """The words that everything comes softly today, if it does."""
    return (scene.wording.say("flare.softly"),) if scene.person.tailoring.way_back.softly else ()


def _left_behind(scene: Scene, practice: Practice) -> bool:
    """Whether another routine was finished on a later day: then the old one goes on only if they ask for it."""
    since = scene.day(practice.touched).toordinal()
    later = (led for led in scene.person.habit.lately if led.day > since and led.routine != practice.routine)
    return any(led.finished for led in later)


def _greeting(scene: Scene) -> str:
    """A greeting by what really happened: days in a row, yesterday's routine, some days away; never what was missed."""
    days, today = scene.person.habit.days, scene.day(scene.turn.epoch).toordinal()
    if WELCOME not in scene.person.told or not days.total:
        return scene.wording.say("launch.again" if WELCOME in scene.person.told else "launch.first")
    if days.on(today):
        return scene.wording.say("launch.same-day")
    done = scene.person.habit.last_done(today)
    if not days.on(today - 1):
        return _after_some_days(scene, done)
    if (row := days.streak(today)) >= _A_ROW and row % _A_ROW == 0:
        return scene.wording.say("launch.row", days=scene.wording.count("day", row))
    return _day_after(scene, done if done and done.day == today - 1 else None)


def _after_some_days(scene: Scene, done: Led | None) -> str:
    """A kind word, and the last routine by its name every other time."""
    name = spoken_name(scene, done.routine) if done else ""
    if name and scene.person.finished % 2 == 0:
        return scene.wording.say("launch.last-time", name=name)
    return scene.wording.say("launch.some-days")


def _day_after(scene: Scene, done: Led | None) -> str:
    """A greeting with yesterday's routine, or how long it was, in turn."""
    name = spoken_name(scene, done.routine) if done else ""
    if done is None or not name:
        return scene.wording.say("launch.again")
    if scene.person.finished % 2 == 0 and done.seconds >= WORTH_A_WORD_SECONDS:
        return scene.wording.say("launch.minutes", minutes=scene.wording.minutes(done.seconds))
    return scene.wording.say("launch.day-after", name=name)


def _come_back(scene: Scene, practice: Practice, before: tuple[str, ...]) -> Outcome:
    if _soon(scene, practice) and not before:
        return resume(scene)
    doubted = in_doubt_since(scene, practice)
    if _never_began(scene, practice):
        words = (*(before or (_greeting(scene),)), scene.wording.say("launch.just-begun"))
        return ask(scene, words, Question(Ask.BEGIN, Offer(practice.routine)))
    stopped = " ".join((*_softly_today(scene), _stopped_at(scene, doubted or practice, unsure=doubted is not None)))
    whether = Question(Ask.GO_ON, words=scene.wording.say("question.go-on-or-fresh"))
    if doubted is not None:
        whether = Question(Ask.LAST_DONE, words=scene.wording.say("question.last-done"))
    return ask(scene, [*before, stopped], whether, scene.person.with_practice(doubted or practice))


def _never_began(scene: Scene, practice: Practice) -> bool:
    """Whether surely nothing of it was held, so that the only question is whether to begin it."""
    return at_its_start(scene, practice) and in_doubt_since(scene, practice) is None


def _stopped_at(scene: Scene, practice: Practice, *, unsure: bool) -> str:
    """The words on where they stopped; if that is `unsure`, with the hold that they may have finished."""
    place = place_words(scene, cold(practice), unsure=unsure)
    if is_alone(practice.routine):
        return scene.wording.say("launch.unsure-alone" if unsure else "launch.back-alone", place=place)
    routine = scene.routine_of(practice).words[scene.wording.language].spoken
    minutes = scene.wording.minutes(seconds_left(scene, begun_again(scene, practice)))
    return scene.wording.say(
        "launch.unsure" if unsure else "launch.back", routine=routine, place=place, minutes=minutes
    )


def _long_ago(scene: Scene, practice: Practice) -> Outcome:
    """It is too long ago to go on: a kind greeting, and the same routine from its start, unless it was a made one."""
    if practice.made and practice.routine != OWN:
        set_down = replace(scene, person=scene.person.without_practice())
        return _offered_today(set_down, (scene.wording.say("launch.long-ago"),))
    name = spoken_name(scene, practice.routine)
    asked = Question(Ask.BEGIN, Offer(practice.routine), words=scene.wording.say("launch.from-start", name=name))
    return ask(scene, [scene.wording.say("launch.long-ago")], asked, scene.person.without_practice())


def _offer(scene: Scene, words: tuple[str, ...], usual: str) -> Outcome:
    """After these words, offers one routine without a reason: the one that was noted to offer next, else the usual."""
    offer = theirs(scene, suiting(scene, scene.person.offer or usual))
    person = replace(scene.person, offer="").having_heard(WELCOME, SAFETY)
    return ask(scene, words, Question(Ask.BEGIN, Offer(offer)), person)
