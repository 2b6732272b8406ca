"""How a guiding reply ends: "Ready?", goodbye when all is done, or back to what a single stretch interrupted."""

from dataclasses import dataclass, replace

from skill.content.model import Posture
from skill.dialogue.guidance.praise import praise
from skill.dialogue.guidance.speaking import said
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import REPROMPT_QUIET_SECONDS, Ask, Question
from skill.dialogue.memory.subject import Rest, WayUp
from skill.dialogue.offers.duration import DOWN, rest_words
from skill.dialogue.scene.routine_of import is_alone
from skill.dialogue.scene.scene import Scene
from skill.limits import LAST_QUIET_SECONDS, READY_QUIET_SECONDS
from skill.ports.reply import Close, Listen
from skill.practice import Practice
from skill.timeline import Head, Moment, Place, Role, Timeline
from skill.timeline.hold.entering import count_words
from skill.timeline.hold.units import Unit
from skill.timeline.notes import note_moments, notes_due


@dataclass(frozen=True)
class Closing:
    """The last words of a reply, what the microphone does then, and the question that is open."""

    moments: tuple[Moment, ...]
    microphone: Listen | Close
    asked: Question | None = None


def closing(scene: Scene, practice: Practice, told: Head) -> Closing:
    """The closing that fits what was told: more to come, or nothing."""
    if told.then is not None:
        return _ready(scene, practice, told, told.then)
    other = interrupted_by(scene.person, practice)
    if scene.routine_of(practice).asks_nothing:
        return _rest(scene, told.posture)
    end = back_to(scene, other) if other else up_again(scene, told.posture)
    return replace(end, moments=(*said(scene, praise(scene, practice)), *end.moments))


def interrupted_by(person: Person, practice: Practice) -> Practice | None:
    """The routine that one stretch on its own was slipped into, in the same conversation."""
    if not is_alone(practice.routine):
        return None
    others = (other for other in person.practices if other.routine != practice.routine and not other.aside)
    here = (other for other in others if other.conversation == practice.conversation)
    return next(here, None)


def back_to(scene: Scene, practice: Practice) -> Closing:
    """The offer to go back to a routine."""
    name = scene.routine_of(practice).words[scene.wording.language].spoken
    question = said(scene, [scene.wording.say("question.back-to", routine=name)], Role.QUESTION)
    again = Timeline((Moment(Role.REST, REPROMPT_QUIET_SECONDS), *question))
    return Closing(question, Listen(again), Question(Ask.GO_ON))


def up_again(scene: Scene, posture: Posture) -> Closing:
    """The offer to be talked up from the floor; where there is nothing to get up from, goodbye."""
    way_up = scene.library.way(posture, Posture.STANDING)
    if posture not in DOWN or way_up is None:
        return _rest(scene, posture)
    question = said(scene, [scene.wording.say("asked.get-up.full")], Role.QUESTION)
    again = Timeline((Moment(Role.REST, REPROMPT_QUIET_SECONDS), *question))
    return Closing(question, Listen(again), Question(Ask.GET_UP, WayUp(posture)))


def _rest(scene: Scene, posture: Posture) -> Closing:
    return Closing(said(scene, [rest_words(scene, posture)], Role.END), Close())


def _ready(scene: Scene, practice: Practice, told: Head, then: Place) -> Closing:
    """Asks "Ready?", after saying what comes when a stretch was split; the reprompt holds quiet and the way back."""
    if scene.routine_of(practice).asks_nothing and not told.arrives:
        return _soft(scene)
    unit = scene.unit_at(practice, then)
    split = () if unit.first or told.arrives else said(scene, [_comes_next(scene, unit, told)])
    notes = _notes(scene, practice, told, then)
    question = said(scene, [scene.wording.say("asked.ready.full")], Role.QUESTION)
    calm = scene.telling().calm(Role.REST, READY_QUIET_SECONDS)
    way_back = said(scene, [scene.wording.say("reprompt.ready")], Role.QUESTION)
    listen = Listen(Timeline((*calm, *way_back, *question)))
    return Closing((*split, *notes, *question), listen, Question(Ask.READY, Rest(noted=bool(notes))))


def _notes(scene: Scene, practice: Practice, told: Head, then: Place) -> tuple[Moment, ...]:
    """Who takes care with what comes, once, while they can answer."""
    telling = scene.telling()
    due = notes_due(scene.routine_of(practice), then, telling, practice.noted)
    return note_moments(due, then, telling, told.timeline.moments)


def _soft(scene: Scene) -> Closing:
    """One soft question to somebody who may be asleep: unanswered, it leads a last quiet minute and says good night."""
    question = said(scene, [scene.wording.say("question.soft")], Role.QUESTION)
    minute = scene.wording.seconds(LAST_QUIET_SECONDS)
    resting = said(scene, [scene.wording.say("reprompt.soft", minute=minute)], Role.REST)
    good_night = said(scene, [scene.wording.say("reprompt.good-night")], Role.QUESTION)
    again = Timeline((*resting, Moment(Role.REST, float(LAST_QUIET_SECONDS)), *good_night))
    return Closing(question, Listen(again), Question(Ask.READY, Rest()))


def _comes_next(scene: Scene, unit: Unit, told: Head) -> str:
    """What comes when a stretch was split; of one that is taken up in its middle, the side and the number."""
    place, before = unit.place, [moment.place.step for moment in told.timeline.moments if moment.place]
    if unit.of > 1 and before and before[-1] != place.step:
        return count_words(unit, scene.telling())
    side = scene.telling().side(place.side) if place.side else ""
    key = "next.repetition" if place.repetition > 1 else "next.both" if place.side == "both" else "next.side"
    return scene.wording.say(key, side=side, number=scene.wording.number(place.repetition))
