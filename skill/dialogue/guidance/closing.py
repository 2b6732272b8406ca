"""The end of a guiding reply: "Ready?", goodbye when all is done, or back to what a single stretch interrupted."""

from dataclasses import dataclass

from skill.content.model import Posture
from skill.dialogue.guidance.layout import Opening, budget_of, flow_of, walk_of
from skill.dialogue.guidance.praise import praise
from skill.dialogue.guidance.question_words import put
from skill.dialogue.guidance.speaking import said
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import REPROMPT_QUIET_SECONDS, Ask, Question
from skill.dialogue.memory.subject import Rest, WayUp
from skill.dialogue.offers.duration import DOWN, rest_words
from skill.dialogue.offers.sides_left import sides_left
from skill.dialogue.scene.routine_of import is_alone
from skill.dialogue.scene.scene import Scene
from skill.limits import LAST_QUIET_SECONDS, READY_QUIET_SECONDS
from skill.ports.reply import Close, Listen, Stay
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.fits.marking import mark_of
from skill.timeline import Flow, Head, Moment, Place, Role, Timeline
from skill.timeline.block import block_ahead
from skill.timeline.hold.entering import count_words
from skill.timeline.hold.units import Unit
from skill.timeline.notes import note_moments, noted_until, notes_due


@dataclass(frozen=True)
class Closing:
    """The last moments of a reply, what the microphone does afterwards, and the question that is then open."""

    moments: tuple[Moment, ...]
    microphone: Listen | Close | Stay
    asked: Question | None = None


def closing(scene: Scene, practice: Practice, told: Head) -> Closing:
    """The closing after the head `told`: "Ready?" if more is to come, else the end of the practice."""
    if told.then is not None:
        return _ready(scene, practice, told, told.then)
    other = interrupted_by(scene.person, practice)
    if scene.routine_of(practice).asks_nothing:
        return _rest(scene, told.posture, practice)
    end = back_to(scene, other) if other else _side_or_up(scene, told.posture, practice)
    return replace(end, moments=(*said(scene, praise(scene, practice)), *end.moments))


def _side_or_up(scene: Scene, posture: Posture, practice: Practice) -> Closing:
    """The offer of a side that was left out, as long as the person is down; else the offer to be talked up."""
    return side_offered(scene, posture, practice) or up_again(scene, posture, practice)


def side_offered(scene: Scene, posture: Posture, practice: Practice) -> Closing | None:
    """The offer of the sides that were left out in this practice; None where there are none."""
    left = sides_left(scene, practice, posture)
    if left is None:
        return None
    asked = Question(Ask.SIDE_LEFT, left)
    question = said(scene, [put(scene, asked)], Role.QUESTION)
    return Closing(question, Listen(Timeline((Moment(Role.REST, REPROMPT_QUIET_SECONDS), *question))), asked)


def interrupted_by(person: Person, practice: Practice) -> Practice | None:
    """The practice that a single stretch interrupted in the same conversation; None without one."""
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


def up_again(scene: Scene, posture: Posture, practice: Practice | None) -> Closing:
    """The offer to be talked up from the floor; goodbye, where there is nothing to get up from."""
    if posture not in DOWN:
        return _rest(scene, posture, practice)
    question = said(scene, [scene.wording.say("asked.get-up.full")], Role.QUESTION)
    again = Timeline((Moment(Role.REST, REPROMPT_QUIET_SECONDS), *question))
    return Closing(question, Listen(again), Question(Ask.GET_UP, scene.way_up(posture, practice)))


def up_or_wish(up: WayUp) -> Question:
    """The question when nothing is under way any more: people who are down are offered the way up."""
    if up.start not in DOWN:
        return Question(Ask.WISH)
    return Question(Ask.GET_UP, WayUp(up.start, at=up.at, without=up.without))


def _rest(scene: Scene, posture: Posture, practice: Practice | None) -> Closing:
    """Goodbye to people who stay as they are; if they soon ask for help to get up, it begins from this posture."""
    stays = None if posture is Posture.STANDING else Question(Ask.GET_UP, scene.way_up(posture, practice))
    return Closing(said(scene, [rest_words(scene, posture)], Role.END), Close(), stays)


def _ready(scene: Scene, practice: Practice, told: Head, then: Place) -> Closing:
    """Asks "Ready?", after notes and what comes next of a split stretch; the reprompt says how to come back."""
    if scene.routine_of(practice).asks_nothing and not told.arrives:
        return _soft(scene)
    unit = scene.unit_at(practice, then)
    split = () if unit.first or told.arrives else said(scene, [_comes_next(scene, unit, told)])
    due = notes_due(scene.routine_of(practice), then, scene.telling(), practice.noted)
    notes = note_moments(due, then, scene.telling(), told.timeline.moments)
    noted = noted_until(scene.routine_of(practice), then, scene.telling()) if due else practice.noted
    there = replace(practice, place=then, posture=told.posture, noted=noted)
    block = said(scene, [_face_down_words(scene, there, asked=told.arrives)])
    asked = _ready_after(scene, Rest(noted=bool(notes)), told)
    if not (notes or block or told.arrives) and _goes_on_by_itself(scene, practice):
        return Closing(split, Stay(), asked)
    question = said(scene, [scene.wording.say("asked.ready.full")], Role.QUESTION)
    calm = scene.telling().calm(Role.REST, READY_QUIET_SECONDS)
    way_back = said(scene, [_unanswered(scene)], Role.QUESTION)
    again = Timeline((*calm, *way_back, *question))
    return Closing((*split, *block, *notes, *question), Listen(again), asked)


def _unanswered(scene: Scene) -> str:
    """What happens without an answer, for the reprompt: an Echo closes the session; screens and our devices go on."""
    if scene.turn.goes_on:
        return scene.wording.say("reprompt.onward")
    return scene.wording.say("reprompt.screen" if scene.turn.screen else "reprompt.ready")


def _goes_on_by_itself(scene: Scene, practice: Practice) -> bool:
    """Whether a screen goes on after the reply without a question, for people who want few questions."""
    return scene.turn.screen and flow_of(scene, practice) is Flow.HANDS_FREE


def _ready_after(scene: Scene, rest: Rest, told: Head) -> Question:
    """The question "Ready?", which counts up where a note or a way is repeated because somebody interrupted it."""
    asked = Question(Ask.READY, rest)
    here = scene.practice is not None and scene.practice.place == told.then
    again = here and (rest.noted or told.arrives)
    return asked.put_after(scene.person.asked, mark_of(scene.turn.intent)) if again else asked


def _face_down_words(scene: Scene, practice: Practice, *, asked: bool) -> str:
    """Words before lying face down: how many stretches follow there, and after which of them one rolls over."""
    block = block_ahead(walk_of(scene, practice, Opening()), budget_of(scene, practice, Timeline()))
    alone = block is not None and len(block.steps) == 1 and not (block.goes_on or asked or block.cut_inside)
    if block is None or alone:
        # A single one was named with its posture a moment before.
        return ""
    if block.cut_inside:
        return scene.wording.say("block.cut-inside")
    number, after = scene.wording.number(len(block.steps)), block.cut_after
    if after is not None:
        return scene.wording.say("block.cut", number=number, name=scene.name_of(after.stretch))
    key = "more" if block.goes_on else "all"
    return scene.wording.say(f"block.{key}.{'one' if len(block.steps) == 1 else 'many'}", number=number)


def _soft(scene: Scene) -> Closing:
    """One soft question to somebody who may be asleep; unanswered, a quiet minute follows, and good night."""
    question = said(scene, [scene.wording.say("question.soft")], Role.QUESTION)
    minute = scene.wording.seconds(LAST_QUIET_SECONDS)
    resting = said(scene, [scene.wording.say("reprompt.soft", minute=minute)], Role.REST)
    good_night = said(scene, [scene.wording.say("reprompt.good-night")], Role.QUESTION)
    again = Timeline((*resting, Moment(Role.REST, float(LAST_QUIET_SECONDS)), *good_night))
    return Closing(question, Listen(again), Question(Ask.READY, Rest()))


def _comes_next(scene: Scene, unit: Unit, told: Head) -> str:
    """What comes next of a split stretch; its side and number if the stretch began before this reply."""
    place, before = unit.place, [moment.place.step for moment in told.timeline.moments if moment.place]
    if unit.of > 1 and before and before[-1] != place.step:
        return count_words(unit, scene.telling())
    side = scene.telling().side(place.side) if place.side else ""
    key = "next.repetition" if place.repetition > 1 else "next.both" if place.side == "both" else "next.side"
    return scene.wording.say(key, side=side, number=scene.wording.number(place.repetition))
