"""Going on with a routine: the reply that carries the next stretches, and what is remembered of it."""

from dataclasses import dataclass, replace

from skill.content.model import Kind
from skill.dialogue.closing import back_to, closing, interrupted_by
from skill.dialogue.person import Person
from skill.dialogue.reply import Close, Listen, Reply
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import let_out, said
from skill.limits import LISTENING_SECONDS, PRACTICES_KEPT
from skill.practice import Phase, Practice, Sent
from skill.timeline import Budget, Flow, Moment, Place, Point, Role, Timeline, Walk, head, last, marks
from skill.timeline.units import units_of


@dataclass(frozen=True)
class Opening:
    """What is said before the routine goes on, whether that names the place, and which stretch is told in full."""

    words: tuple[str, ...] = ()
    names_place: bool = False
    explained: str = ""


def go_on(scene: Scene, opening: Opening = Opening(), at: Place | None = None) -> Outcome:
    """Lead on from the practice's place, or from the place `at` when the person asked to be elsewhere."""
    out, person = let_out(scene, to_talk=False)
    practice = person.practice
    if practice is None:
        raise LookupError("no practice to go on with")
    if at is not None:
        practice = replace(practice, place=at)
    elif scene.inside:
        practice = _torn(scene, practice)
        if practice is None:
            return finish(scene, out, person)
    return lead(scene, practice, opening, out)


def lead(scene: Scene, practice: Practice, opening: Opening, out: tuple[Moment, ...] = ()) -> Outcome:
    """The reply that guides from the practice's place, with everything the person must be remembered by."""
    before = (*out, *said(scene, opening.words, Role.INTRO))
    telling = scene.telling(opening.explained)
    walk = Walk(scene.routine_of(practice), telling, practice.place, practice.posture, opening.names_place)
    told = head(walk, _budget(scene, practice, before))
    end = closing(scene, practice, told)
    timeline = Timeline((*before, *told.timeline.moments, *end.moments))
    sent = Sent(
        at=scene.turn.epoch,
        marks=marks(timeline),
        arrives=last(Timeline((*before, *told.timeline.moments))),
        ends=last(timeline),
        given_up=_given_up(timeline, end.microphone),
        posture=told.posture,
        then=told.then,
        closes=isinstance(end.microphone, Close),
    )
    under_way = replace(
        practice, phase=Phase.GUIDING, touched=scene.turn.epoch, conversation=scene.turn.conversation, sent=sent
    )
    person = replace(scene.person, quiet_turns=0).with_practice(under_way, PRACTICES_KEPT)
    return Outcome(replace(person, asked=end.asked), Reply(timeline, end.microphone))


def _given_up(timeline: Timeline, microphone: Listen | Close) -> Point:
    """The point at which a question has gone unanswered: the reply, its reprompt, and the open microphone twice."""
    reprompt = last(microphone.reprompt) if isinstance(microphone, Listen) else Point()
    return last(timeline) + reprompt + Point(silence=2 * LISTENING_SECONDS)


def _budget(scene: Scene, practice: Practice, before: tuple[Moment, ...]) -> Budget:
    """What the reply may carry: as the person likes it, or unasked where the routine wants no questions."""
    flow = Flow.UNASKED if scene.routine_of(practice).asks_nothing else scene.person.flow
    return Budget(flow, sum(moment.seconds for moment in before))


def finish(scene: Scene, before: tuple[Moment, ...], person: Person) -> Outcome:
    """The end of a practice of which nothing is left, because its last stretch was passed over."""
    done = replace(person.without_practice(), finished=person.finished + 1, asked=None)
    other = interrupted_by(person, person.practices[0]) if person.practices else None
    last = said(scene, [scene.wording.say("end.last")], Role.END)
    if other is not None:
        end = back_to(scene, other)
        return Outcome(replace(done, asked=end.asked), Reply(Timeline((*before, *last, *end.moments)), end.microphone))
    rest = said(scene, [scene.wording.say("end.rest")], Role.END)
    return Outcome(done, Reply(Timeline((*before, *last, *rest)), Close()))


def next_place(scene: Scene, practice: Practice) -> Place | None:
    """The hold after the practice's place, or None when it was the last."""
    routine = scene.routine_of(practice)
    places = [unit.place for step in routine.steps for unit in units_of(step, scene.library.stretch_of(step))]
    index = places.index(practice.place) if practice.place in places else -1
    return places[index + 1] if index + 1 < len(places) else None


def first_place(scene: Scene, practice: Practice, index: int) -> Place:
    """The first hold of the step with this number, from nought."""
    step = scene.routine_of(practice).steps[index]
    return units_of(step, scene.library.stretch_of(step))[0].place


def _torn(scene: Scene, practice: Practice) -> Practice | None:
    """An interrupted hold starts over; a strong one only once, and then counts as done."""
    strong = scene.stretch_at(practice).kind is Kind.STRONG
    if not strong or practice.torn != practice.place:
        return replace(practice, torn=practice.place)
    following = next_place(scene, practice)
    return None if following is None else replace(practice, place=following, torn=None)
