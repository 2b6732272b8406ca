"""The basic replies: say something and ask, or say goodbye; both let the person out of a hold first."""

from collections.abc import Iterable

from skill.content.model import Posture
from skill.dialogue.guidance.question_words import put
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer, Rest
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reply import Close, Listen, Reply
from skill.replaced import replace
from skill.tailoring.fits.marking import mark_of
from skill.timeline import Moment, Role, Timeline
from skill.timeline.hold.leaving import coming_out
from skill.timeline.hold.ways import CLOSED_MICROPHONE, way


def let_out(scene: Scene, *, to_talk: bool) -> tuple[tuple[Moment, ...], Person]:
    """The release and rest for somebody interrupted inside a hold, and the person after it.

    With `to_talk`, somebody who lies face down rolls over first.
    """
    found, practice = scene.found, scene.practice
    moments: tuple[Moment, ...] = ()
    if found is not None and found.where.inside:
        moments = tuple(coming_out(found.unit, scene.telling()))
    if practice is None:
        return moments, scene.person
    if to_talk and scene.here and practice.posture in CLOSED_MICROPHONE:
        moments += way(practice.posture, Posture.BACK, scene.telling())
        practice = replace(practice, posture=Posture.BACK)
    return moments, scene.person.with_practice(practice)


def said(scene: Scene, words: Iterable[str], role: Role = Role.NEXT) -> tuple[Moment, ...]:
    """Sentences as moments, one cue each."""
    return tuple(scene.telling().cue(role, sentence) for sentence in words if sentence)


def ask(scene: Scene, words: Iterable[str], question: Question, person: Person | None = None) -> Outcome:
    """Say something, ask a question, and listen; the practice stays where it is."""
    out, let_out_person = let_out(scene, to_talk=True)
    moments = (*out, *said(scene, words))
    return listening(scene, moments, question, person or let_out_person)


def listening(scene: Scene, moments: tuple[Moment, ...], question: Question, person: Person) -> Outcome:
    """The moments, then the question, then the open microphone; a question put again has other words."""
    asked = _at_rest(scene, _as_they_lie(scene, question).put_after(scene.question, mark_of(scene.turn.intent)))
    # The question's words depend on the person as this answer leaves them.
    now = replace(scene, person=person)
    unanswered = replace(asked, times=asked.times + 1, words="", in_full=False)
    again = (Moment(Role.REST, asked.quiet_seconds), *said(scene, [put(now, unanswered)], Role.QUESTION))
    heard = Timeline((*moments, *said(scene, [put(now, asked)], Role.QUESTION)))
    reply = Reply(heard, Listen(Timeline(again), asked.awaits))
    return Outcome(replace(person, asked=asked), reply)


def _at_rest(scene: Scene, question: Question) -> Question:
    """The question "Ready?", marked so that a later turn knows that every hold is finished; others as they are."""
    rest = question.subject
    if question.kind is not Ask.READY or not isinstance(rest, Rest) or not scene.waiting:
        return question
    return replace(question, subject=replace(rest, finished=True))


def _as_they_lie(scene: Scene, question: Question) -> Question:
    """An offer, marked if the person is down already, so that later offers know it too; others as they are."""
    offer, there = question.subject, scene.down_already
    if not isinstance(offer, Offer) or there is None:
        return question
    talked = scene.talked_down and scene.there is None
    return replace(question, subject=replace(offer, lying=True) if talked else replace(offer, there=there))


def close(scene: Scene, words: Iterable[str], person: Person | None = None) -> Outcome:
    """Let the person out of a hold, say goodbye, and close; the place is kept."""
    out, let_out_person = let_out(scene, to_talk=False)
    reply = Reply(Timeline((*out, *said(scene, words, Role.END))), Close())
    return Outcome(replace(person or let_out_person, asked=None), reply)
