"""Pauses in quiet turns, and stops with the place stored."""

from math import ceil

from skill.content.model import Kind, Posture
from skill.dialogue.answers.finding.other_offer import softest_offered
from skill.dialogue.answers.replying.open_question import nothing_under_way
from skill.dialogue.guidance.question_words import put
from skill.dialogue.guidance.speaking import close, let_out, said
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Rest
from skill.dialogue.scene.local import evening
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.upcoming import waits
from skill.limits import PAUSE_QUIET_SECONDS, PAUSE_QUIET_TURNS
from skill.ports.reply import Close, Listen, Reply
from skill.ports.slot_values import seconds_of
from skill.practice import Phase, Practice
from skill.replaced import replace
from skill.tailoring.fits.marking import mark_of
from skill.timeline import Moment, Role, Timeline
from skill.timeline.hold.leaving import release_words

LEAVING = frozenset({"AMAZON.CancelIntent", "AMAZON.StopIntent"})
"""Intents that end the conversation; another wish in the same sentence is settled first."""
_RESTING_SECONDS = 20.0
_MOST_TURNS_AT_ONCE = 3
"""How many quiet minutes fit into one reply, behind the way out of a hold."""


def pause(scene: Scene) -> Outcome:
    """Lets them out, then leaves quiet; the conversation stays open for four minutes, then closes with the way back."""
    practice = scene.practice
    if practice is None:
        return nothing_under_way(scene)
    key = "pause.longer" if practice.phase is Phase.PAUSED else "pause.first"
    return _paused(scene, practice, PAUSE_QUIET_SECONDS, key)


def pause_for(scene: Scene) -> Outcome:
    """Said "pause for two minutes": leaves quiet for so long, or for what is left, and asks whether to go on."""
    practice, wanted = scene.practice, seconds_of(scene.turn.slot("duration")) or 0
    if practice is None or wanted <= 0:
        return pause(scene)
    quiet = scene.person.quiet_turns if practice.phase is Phase.PAUSED else 0
    most = PAUSE_QUIET_SECONDS * max(1, min(PAUSE_QUIET_TURNS - quiet, _MOST_TURNS_AT_ONCE))
    key = "pause.for" if wanted <= most else "pause.most"
    return _paused(scene, practice, min(float(wanted), most), key)


def tired(scene: Scene) -> Outcome:
    """Said "I'm tired": people who are led rest, and are asked whether to go on; others are offered the softest."""
    if scene.practice is not None and scene.here:
        return _paused(scene, scene.practice, _RESTING_SECONDS, "pause.rest")
    return softest_offered(scene, scene.wording.say("finding.soft")) or nothing_under_way(scene)


def _paused(scene: Scene, practice: Practice, seconds: float, key: str) -> Outcome:
    """Leaves quiet for these seconds; closes if the whole pause would get too long."""
    before = scene.person.quiet_turns if practice.phase is Phase.PAUSED else 0
    turns = before + ceil(seconds / PAUSE_QUIET_SECONDS)
    if turns > PAUSE_QUIET_TURNS:
        return close(scene, [scene.wording.say("pause.close")], _quiet(scene.person, practice, 0))
    out, person = let_out(scene, to_talk=True)
    words = scene.wording.due(key, before, length=scene.wording.seconds(int(seconds)))
    moments = (*out, *said(scene, [words]), Moment(Role.REST, seconds))
    return _waiting(scene, moments, _quiet(person, person.practice or practice, turns))


def _waiting(scene: Scene, moments: tuple[Moment, ...], person: Person) -> Outcome:
    """Asks after the quiet; without an answer the rest of the four minutes follows, and how to come back."""
    left = PAUSE_QUIET_SECONDS * (PAUSE_QUIET_TURNS - person.quiet_turns)
    length = scene.wording.seconds(int(left))
    more = said(scene, [scene.wording.say("pause.last", length=length)]) if left else ()
    asked = Question(Ask.PAUSED, Rest(finished=waits(scene))).put_after(scene.question, mark_of(scene.turn.intent))
    question = said(scene, [put(scene, asked)], Role.QUESTION)
    way_back = said(scene, [scene.wording.say("reprompt.pause")], Role.QUESTION)
    quiet = (Moment(Role.REST, left),) if left else ()
    reply = Reply(Timeline((*moments, *question)), Listen(Timeline((*more, *quiet, *way_back, *question))))
    return Outcome(replace(person, asked=asked), reply)


def stop(scene: Scene) -> Outcome:
    """Stops with one short sentence, and stores the place."""
    practice = scene.practice
    kept = practice is not None and scene.remembers
    if _in_a_strong_one(scene):
        return _let_down(scene, "stop.kept" if kept else "")
    if kept and _may_sleep(scene):
        return farewell(scene, "stop.night")
    if scene.inside:
        return farewell(scene, _way_out(scene) if kept else "stop.out")
    return farewell(scene, "stop.kept" if kept else "stop.idle")


def _may_sleep(scene: Scene) -> bool:
    """Whether they may be falling asleep, in bed at night or in a routine for it: more words would wake them."""
    practice = scene.practice
    if practice is None or not scene.here:
        return False
    return (practice.posture is Posture.BED and evening(scene)) or scene.routine_of(practice).asks_nothing


def left_for_now(scene: Scene) -> Outcome:
    """Stores the place, if somebody stops and wishes something else as well; that is settled before it closes."""
    practice = scene.practice
    if practice is None or not scene.here:
        return Outcome(scene.person, Reply())
    return Outcome(_quiet(scene.person, practice, 0), Reply(), aside=(scene.wording.say("stop.kept"),))


def home(scene: Scene) -> Outcome:
    """They leave for the device's home screen: lets them out of the hold, without a farewell."""
    if _in_a_strong_one(scene):
        return _let_down(scene, "stop.kept")
    return farewell(scene, _way_out(scene)) if scene.inside else Outcome(scene.person, Reply())


def _in_a_strong_one(scene: Scene) -> bool:
    """Whether they are in a strong stretch, which has to be left slowly."""
    return scene.inside and scene.found is not None and scene.found.unit.stretch.kind is Kind.STRONG


def _let_down(scene: Scene, key: str) -> Outcome:
    """Ends with the words that release a strong stretch, in which they may be high up."""
    if scene.found is None:
        return farewell(scene, key)
    unit, telling = scene.found.unit, scene.telling()
    release = telling.cue(
        Role.RELEASE, release_words(unit, telling) or telling.words_of(unit.stretch).release, unit.place
    )
    kept = said(scene, [scene.wording.say(key)] if key else [], Role.END)
    return Outcome(replace(scene.person, asked=None, quiet_turns=0), Reply(Timeline((release, *kept)), Close()))


def _way_out(scene: Scene) -> str:
    """The key of the words to come out; people who may be resting as well hear words for both."""
    return "stop.resting" if scene.where and scene.where.resting else "stop.guiding"


def farewell(scene: Scene, key: str) -> Outcome:
    """Closes with one sentence: people who say stop want silence."""
    words = said(scene, [scene.wording.say(key)], Role.END)
    # A side that was left out is offered once more when the skill is opened.
    asked = scene.question if scene.asks(Ask.SIDE_LEFT) else None
    return Outcome(replace(scene.person, asked=asked, quiet_turns=0), Reply(Timeline(words), Close()))


def _quiet(person: Person, practice: Practice, turns: int) -> Person:
    paused = replace(practice, phase=Phase.PAUSED)
    return replace(person.with_practice(paused), quiet_turns=turns)
