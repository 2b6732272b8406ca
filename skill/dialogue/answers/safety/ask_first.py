"""After an emergency, asks first whether they are well; until somebody says so, nothing is offered or led.

What was wrong is never said, because it is not stored. People who say that they are well or were seen by somebody are
greeted as at a launch, with the softest routine; people who say that it was not them, as if nothing had happened.
"""

from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.answers.safety.stuck import left_there
from skill.dialogue.answers.starting.launch import launch
from skill.dialogue.guidance.notices import with_notices
from skill.dialogue.guidance.speaking import ask, close
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import WayUp
from skill.dialogue.offers.duration import DOWN
from skill.dialogue.scene.local import emergency_number, whom_to_call
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.limits import STRAIGHT_ON_SECONDS
from skill.ports.intents import CRAMP
from skill.replaced import replace

_TIMES = ("once", "again")
"""The suffixes of two wordings that take turns, so that nobody hears the same one twice in a row."""
_ENOUGH = 3
"""After this many times in a row the conversation is closed kindly."""


def ask_first(scene: Scene) -> Outcome:
    """Answers a launch: offers the way up to anybody who was left lying; else asks whether they are well."""
    up = left_there(scene) if scene.stopped else None
    if up is not None and up.start in DOWN:
        asked = Question(Ask.GET_UP, WayUp(up.start, at=up.at, without=up.without))
        return ask(scene, [scene.wording.say("stopped.no-once")], asked)
    if 0 < scene.turn.epoch - scene.person.ask_first_at <= STRAIGHT_ON_SECONDS:
        # The emergency was only minutes ago: whom to call comes before any greeting.
        return _told(scene, "help")
    return ask(scene, [], Question(_kind(scene)))


def not_yet(scene: Scene) -> Outcome:
    """Declines any wish kindly, with whom to call and how to say that they are well; closes after a few times."""
    if _times(scene) >= _ENOUGH:
        return leave_it(scene)
    return _told(scene, "no")


def rest_and_call(scene: Scene) -> Outcome:
    """They are not well, or something is wrong again: tells them to rest and whom to call; for a cramp what helps."""
    if scene.stopped and scene.turn.intent == CRAMP:
        return ask(scene, [scene.wording.say("nerve.cramp")], _question(scene))
    return _told(scene, "rest")


def help_first(scene: Scene) -> Outcome:
    """Tells whom to call, and what they may say."""
    return _told(scene, "help")


def not_understood_first(scene: Scene) -> Outcome:
    """Nothing was understood: it may have been danger in unknown words, so tells first whom to call."""
    return _told(scene, "misheard")


def glad(scene: Scene) -> Outcome:
    """Said "somebody has seen me" without being asked: is glad, and goes on with what is under way."""
    return tell_staying(scene, scene.wording.say("first.well"))


def leave_it(scene: Scene) -> Outcome:
    """Closes, with the emergency number; how to say that they are well was told before."""
    key = "stopped.close" if scene.stopped else "first.close"
    return close(scene, [scene.wording.say(key, number=emergency_number(scene))])


def well_if_asked(scene: Scene) -> Outcome:
    """Takes "yes" as being well only if it answers this question; otherwise asks it again."""
    answers = scene.asks(Ask.FIRST, Ask.STOPPED) and not scene.turn.opens
    return well(scene) if answers else _asked_again(scene)


def well(scene: Scene) -> Outcome:
    """They are well, or were seen: greets them as at a launch, which offers the softest routine."""
    return _greeted(scene, replace(scene.person, offer=scene.library.tags.softest), "first.well")


def not_me(scene: Scene) -> Outcome:
    """It was somebody else, or nobody: greets them as at a launch, or leads on where they were."""
    return _greeted(scene, scene.person, "first.not-me")


def _greeted(scene: Scene, person: Person, key: str) -> Outcome:
    greeted = replace(scene, stays=False, person=_no_longer_asked(person))
    return with_notices(greeted, launch(greeted), (key,))


def _told(scene: Scene, what: str) -> Outcome:
    time = _TIMES[_times(scene) % len(_TIMES)]
    if scene.stopped:
        words = scene.wording.say(f"stopped.{what}-{time}", whom=whom_to_call(scene))
    else:
        words = scene.wording.say(f"first.{what}-{time}", whom=whom_to_call(scene))
    return ask(scene, [words], _question(scene))


def _asked_again(scene: Scene) -> Outcome:
    return ask(scene, [], _question(scene))


def _question(scene: Scene) -> Question:
    """The question whether they are well, in the words that follow other words."""
    words = scene.wording.say("stopped.question" if scene.stopped else "first.question")
    return Question(_kind(scene), words=words)


def _kind(scene: Scene) -> Ask:
    return Ask.STOPPED if scene.stopped else Ask.FIRST


def _no_longer_asked(person: Person) -> Person:
    return replace(person, ask_first_at=0, stopped_at=0, asked=None, quiet_turns=0)


def _times(scene: Scene) -> int:
    """How often the question was asked in a row until now."""
    asked = scene.question
    return asked.times + 1 if asked is not None and asked.kind is _kind(scene) else 0
