"""Going on with a routine: the reply that carries the next stretches, and what is remembered of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from skill.content.model import Kind
from skill.dialogue.person import Person, Question
from skill.dialogue.reply import Close, Listen, Reply
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import let_out, said
from skill.limits import PRACTICES_KEPT, READY_QUIET_SECONDS
from skill.practice import Phase, Practice, Sent
from skill.timeline import Budget, Head, Moment, Place, Role, Timeline, Walk, head, marks, points
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
    told = head(walk, Budget.after(sum(moment.seconds for moment in before)))
    closing = _question(scene, practice, told)
    timeline = Timeline((*before, *told.timeline.moments, *closing))
    sent = Sent(
        at=scene.turn.epoch,
        marks=marks(timeline),
        arrives=tuple(points(timeline))[len(before) + told.settled],
        working=told.working,
        posture=told.posture,
        then=told.then,
        closes=told.then is None,
    )
    under_way = replace(
        practice, phase=Phase.GUIDING, touched=scene.turn.epoch, conversation=scene.turn.conversation, sent=sent
    )
    person = replace(scene.person, quiet_turns=0).with_practice(under_way, PRACTICES_KEPT)
    if told.then is None:
        return Outcome(replace(person, asked=None), Reply(timeline, Close()))
    return Outcome(replace(person, asked=Question("ready")), Reply(timeline, Listen(_reprompt(scene))))


def finish(scene: Scene, before: tuple[Moment, ...], person: Person) -> Outcome:
    """The end of a routine of which nothing is left."""
    practice = person.practice
    name = scene.routine_of(practice).words[scene.wording.language].name if practice else ""
    words = said(scene, [scene.wording.say("end.done", routine=name), scene.wording.say("end.rest")], Role.END)
    done = replace(person.without_practice(), finished=person.finished + 1, asked=None)
    return Outcome(done, Reply(Timeline((*before, *words)), Close()))


def next_place(scene: Scene, practice: Practice) -> Place | None:
    """The hold after the practice's place, or None when it was the last."""
    routine = scene.routine_of(practice)
    places = [unit.place for step in routine.steps for unit in units_of(step, scene.library.stretch(step.stretch))]
    index = places.index(practice.place) if practice.place in places else -1
    return places[index + 1] if index + 1 < len(places) else None


def first_place(scene: Scene, practice: Practice, index: int) -> Place:
    """The first hold of the step with this number, from nought."""
    step = scene.routine_of(practice).steps[index]
    return units_of(step, scene.library.stretch(step.stretch))[0].place


def _torn(scene: Scene, practice: Practice) -> Practice | None:
    """An interrupted hold starts over; a strong one only once, and then counts as done."""
    strong = scene.stretch_at(practice).kind is Kind.STRONG
    if not strong or practice.torn != practice.place:
        return replace(practice, torn=practice.place)
    following = next_place(scene, practice)
    return None if following is None else replace(practice, place=following, torn=None)


def _question(scene: Scene, practice: Practice, told: Head) -> Iterable[Moment]:
    """What ends the reply: "Ready?", after saying what comes when a stretch was split; or goodbye when all is done."""
    if told.then is None:
        return said(scene, [scene.wording.say("end.rest")], Role.END)
    unit = scene.unit_at(practice, told.then)
    split = () if unit.first else _rest_of_the_stretch(scene, unit.place)
    return (*split, *said(scene, [scene.wording.say("question.ready")], Role.QUESTION))


def _rest_of_the_stretch(scene: Scene, place: Place) -> tuple[Moment, ...]:
    side = scene.telling().side(place.side) if place.side else ""
    key = "next.side" if place.side and place.repetition == 1 else "next.repetition"
    words = scene.wording.say(key, side=side, number=scene.wording.number(place.repetition))
    return said(scene, [words])


def _reprompt(scene: Scene) -> Timeline:
    """Quiet for somebody who is still arranging themselves, then the way back, and the question again."""
    calm = tuple(scene.telling().calm(Role.REST, READY_QUIET_SECONDS))
    words = [scene.wording.say("reprompt.ready"), scene.wording.say("question.ready")]
    return Timeline((*calm, *said(scene, words, Role.QUESTION)))
