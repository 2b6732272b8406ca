"""Updates a person's place at the start of a turn, by how much of the last reply they heard."""

from math import inf

from skill.content.library import Library
from skill.content.model import Posture, Routine
from skill.dialogue.guidance.crediting import credited, heard_out
from skill.dialogue.guidance.doubt import not_surely_over
from skill.dialogue.guidance.long_away import after_long
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.subject import Checking, Teaching
from skill.dialogue.offers.talked_up import as_far_as_told
from skill.dialogue.scene.going_on import gone_on, gone_on_today, reached
from skill.dialogue.scene.routine_of import ordinal_of, routine_of
from skill.dialogue.scene.scene import Found, Scene
from skill.limits import STRAIGHT_ON_SECONDS
from skill.ports.turn import ENDED, LAUNCH, Heard, Turn
from skill.practice import (
    Ending,
    Practice,
    Whereabouts,
    may_have_heard_the_question,
    measured_rate,
    quiet_used,
    settled,
    whereabouts,
    whereabouts_told,
)
from skill.replaced import replace
from skill.tailoring.fits.marking import mark_of
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Place
from skill.timeline.notes import noted_until, notes_due

UNANSWERED = "EXCEEDED_MAX_REPROMPTS"
BY_THE_PERSON = "USER_INITIATED"


def scene_of(library: Library, turn: Turn, person: Person) -> Scene:
    """The scene of this turn, with the place where the person was when they spoke, or when the session ended."""
    today = Scene(library, turn, person)
    day = today.day(turn.epoch).toordinal()
    known = _asked_first(library, after_long(person.on(day), day), turn)
    person, notices = _with_todays_content(library, as_far_as_told(replace(today, person=known)))
    practice = person.practice
    if practice is None:
        return replace(today, person=person, notices=notices)
    practice = _in_full(practice, turn)
    ending = _ending(turn, person, practice)
    where = not_surely_over(turn, _whereabouts(turn, person, practice, ending))
    person = _arrived(_measured(person, practice, turn, ending), practice, turn)
    routine = routine_of(library, practice, person.tailoring)
    met = person.having_met(map(mark_of, _stretches(routine, where)))
    met = credited(replace(today, person=met), practice, where, ending)
    posture = where.posture or _posture_at(library, routine, where.bodily) or practice.posture
    if where.place is None:
        return replace(today, person=_finished(replace(today, person=met), posture))
    now = _led_here(turn, practice, ending, where)
    here = reached(library, settled(now, where, posture), person.tailoring)
    here = _noted(replace(today, person=person), here, where)
    person, told = _with_todays_content(library, met.with_practice(here))
    # If their step has been removed from the routine meanwhile, there is no hold to let them out of.
    gone = Whereabouts(person.practice.place, posture) if told and person.practice else None
    return _found(replace(today, person=person, notices=(*notices, *told)), gone or where)


def _noted(scene: Scene, practice: Practice, where: Whereabouts) -> Practice:
    """The practice with the number of its step, and with the notes at its place marked as heard, if they were.

    Notes are said twice at most: somebody who interrupts them again goes on without them.
    """
    practice = replace(practice, ordinal=ordinal_of(scene.library, practice, scene.person.tailoring))
    routine = routine_of(scene.library, practice, scene.person.tailoring)
    asked = scene.person.asked
    twice = asked is not None and asked.kind is Ask.READY and asked.times > 0
    if routine is None or not (where.asked or twice):
        return practice
    due = notes_due(routine, practice.place, scene.telling(), practice.noted)
    return replace(practice, noted=noted_until(routine, practice.place, scene.telling())) if due else practice


def _asked_first(library: Library, person: Person, turn: Turn) -> Person:
    """The person at this time; once an emergency has expired, the softest routine is offered next."""
    now = person.asked_first_until(turn.epoch)
    return person if now is person else replace(now, offer=library.tags.softest)


def _found(scene: Scene, where: Whereabouts) -> Scene:
    """The scene with what the turn interrupted: the practice, and the hold that the person may be in."""
    practice = scene.practice
    if practice is None:
        return scene
    return replace(scene, found=Found(practice, where, scene.unit_at(practice, practice.place)))


def _in_full(practice: Practice, turn: Turn) -> Practice:
    """The practice; after a while away, with the steps that were skipped for lack of time put back."""
    back = turn.opens and turn.epoch - practice.touched > STRAIGHT_ON_SECONDS
    noted = "" if practice.skipped else practice.noted
    return replace(practice, skipped=(), before=None, noted=noted) if back else practice


def _ending(turn: Turn, person: Person, practice: Practice) -> Ending:
    """How the last reply ended, and so how much of it can have been heard."""
    heard, touched = _told(turn, practice), _touched(turn, practice)
    if practice.conversation != turn.conversation:
        known = heard is not None or touched is not None or _still_playing(turn, practice)
        return Ending.INTERRUPTED if known else Ending.NOTHING_HEARD
    if turn.intent == ENDED and turn.reason != BY_THE_PERSON:
        return Ending.GIVEN_UP if turn.reason == UNANSWERED else Ending.NOTHING_HEARD
    if touched is not None and practice.sent is not None:
        over = touched >= practice.sent.ends.seconds(person.pace_on(practice.device).rate)
        return Ending.ANSWERED if over else Ending.INTERRUPTED
    answered = _answers(turn, person, practice) if heard is None else heard.over
    return Ending.ANSWERED if answered else Ending.INTERRUPTED


def _told(turn: Turn, practice: Practice) -> Heard | None:
    """How much was heard, as reported by the device that played the last reply; None without a report."""
    return turn.heard if practice.sent is not None and turn.device == practice.device else None


def _touched(turn: Turn, practice: Practice) -> float | None:
    """Seconds of the last reply by the clock of the screen that was touched; None without a touch."""
    touch = turn.touch if practice.sent is not None and turn.device == practice.device else None
    return touch.seconds if touch else None


def _whereabouts(turn: Turn, person: Person, practice: Practice, ending: Ending) -> Whereabouts:
    """Where the person was: as the device reports it, else by the estimate."""
    heard = _told(turn, practice)
    if heard is not None and ending is Ending.INTERRUPTED:
        return whereabouts_told(practice, heard.seconds)
    touched = _touched(turn, practice)
    if touched is not None and ending is Ending.INTERRUPTED:
        return whereabouts_told(practice, touched, person.pace_on(practice.device))
    where = whereabouts(practice, turn.epoch, ending, person.pace_on(practice.device))
    left = _left_of_the_hold(person)
    if left is None or practice.conversation != turn.conversation or practice.sent is not None:
        return where
    return replace(where, inside=True, left_seconds=left)


def _left_of_the_hold(person: Person) -> float | None:
    """Seconds left of a hold, for somebody who was asked something without being let out of it; else None."""
    match person.asked.subject if person.asked else None:
        case Checking(_, left) if left:
            return float(left)
        case Checking() | Teaching(_, True):
            return inf
        case _:
            return None


def _led_till_now(turn: Turn, practice: Practice, ending: Ending) -> bool:
    """Whether the person was being led when this turn came, even if by a session that had just been cut off."""
    cut_short = ending is Ending.INTERRUPTED and practice.sent is not None and not practice.sent.closes
    return practice.conversation == turn.conversation or cut_short


def _led_here(turn: Turn, practice: Practice, ending: Ending, where: Whereabouts) -> Practice:
    """The practice, with when it was led last and by which conversation."""
    touched = turn.epoch if _led_till_now(turn, practice, ending) else practice.touched
    led_by = turn.conversation if _cut_short_at_its_end(turn, practice, where) else practice.conversation
    return replace(practice, touched=touched, conversation=led_by)


def _cut_short_at_its_end(turn: Turn, practice: Practice, where: Whereabouts) -> bool:
    """Whether somebody interrupts a routine's last reply, which had closed the session, without opening the skill.

    They count as led by it: if something hurts, it hurts in its hold.
    """
    led = practice.sent is not None and practice.sent.closes and practice.conversation != turn.conversation
    cut_short = where.interrupted and not where.over and turn.device == practice.device
    return led and cut_short and turn.intent not in (LAUNCH, ENDED)


def _still_playing(turn: Turn, practice: Practice) -> bool:
    """Whether a new conversation may have cut off the last reply or its question, on its device or after a goodbye."""
    sent = practice.sent
    if sent is None or turn.epoch < sent.at:
        return False
    return sent.closes or (turn.device == practice.device and turn.epoch < sent.at + sent.given_up.seconds(1.0))


def _answers(turn: Turn, person: Person, practice: Practice) -> bool:
    """Whether this is the answer to the reply's question, and not a word said into its holds."""
    sent = practice.sent
    pace = person.pace_on(practice.device)
    return _may_answer(turn, person) and sent is not None and may_have_heard_the_question(sent, turn.epoch, pace)


def _may_answer(turn: Turn, person: Person) -> bool:
    """Whether the open question can be answered by this intent, so that the microphone was probably open."""
    return person.asked is not None and person.asked.answered_by(turn.intent)


def _measured(person: Person, practice: Practice, turn: Turn, ending: Ending) -> Person:
    """The person with a new measure of how slowly their device speaks, if this turn gives one.

    A device that reports how much was heard gives none. Its earlier measures are deleted, because they counted for
    the person's other devices.
    """
    if _told(turn, practice) is not None:
        return person.without_measures(practice.device)
    if practice.sent is None or practice.conversation != turn.conversation:
        return person
    if turn.touch is not None:
        # A touch, or the screen itself: nobody waited for the voice to end.
        return person
    if ending is not Ending.GIVEN_UP and not _may_answer(turn, person):
        return person
    ended = ending if ending is Ending.GIVEN_UP else Ending.ANSWERED
    rate = measured_rate(practice.sent, turn.epoch, ended)
    return person if rate is None else person.with_measure(rate, practice.device)


def _arrived(person: Person, practice: Practice, turn: Turn) -> Person:
    """The person with the time that they needed to get down, learned if they just answered that they are there."""
    sent = practice.sent
    here = practice.conversation == turn.conversation and _may_answer(turn, person)
    used = quiet_used(sent, turn.epoch, person.pace_on(practice.device).rate) if sent and here else None
    if sent is None or used is None:
        return person
    return replace(person, changes=person.changes.arrived_after(used, sent.ends.silence))


def _finished(today: Scene, posture: Posture) -> Person:
    """The person with their practice done and credited.

    A practice that it interrupted in the same conversation goes on from the posture in which this one ended.
    """
    practice, *others = today.person.practices
    if others and others[0].conversation == practice.conversation:
        others[0] = replace(others[0], posture=posture)
    return replace(heard_out(today, today.person, practice), practices=tuple(others))


def _posture_at(library: Library, routine: Routine | None, place: Place | None) -> Posture | None:
    """The posture of the stretch at this place; None where the place is gone."""
    step = next((step for step in routine.steps if place and step.key == place.step), None) if routine else None
    return library.stretch_of(step).posture if step else None


def _stretches(routine: Routine | None, where: Whereabouts) -> tuple[str, ...]:
    """The slugs of the stretches of which a hold was heard to its end."""
    of_key = {step.key: step.stretch for step in routine.steps} if routine else {}
    return tuple(dict.fromkeys(of_key[place.step] for place in where.heard if place.step in of_key))


def _with_todays_content(library: Library, person: Person) -> tuple[Person, tuple[str, ...]]:
    """The person with their practices adapted to today's content, and the keys of notices about that.

    A practice whose routine is gone is dropped; a place that is gone becomes the nearest one left. A practice of which
    nothing is possible today comes last.
    """
    kept = [(practice, _today(library, practice, person.tailoring)) for practice in person.practices]
    left = sorted((now for _, now in kept if now is not None), key=lambda practice: practice.aside)
    today = replace(person, practices=tuple(left))
    return today, _notices(library, *kept[0]) if kept else ()


def _notices(library: Library, before: Practice, now: Practice | None) -> tuple[str, ...]:
    """The notices about a practice that has changed.

    None where it has changed for today only, or where no author changed the content: what rests after pain, or has
    become shorter since, is announced by itself.
    """
    if now is before or before.aside or before.meant:
        return ()
    if now is None:
        return ("changed.gone",)
    return () if now.aside or now.meant or before.content == library.version else ("changed.step",)


def _today(library: Library, practice: Practice, tailoring: Tailoring) -> Practice | None:
    """The practice for today: itself where nothing changed, else at its new place and without its old reply.

    Its step gets its new number where authors added or removed steps. None where its routine is gone; put aside where
    nothing of it is possible today only.
    """
    now = gone_on_today(library, practice, tailoring)
    if now is None:
        waits = gone_on(library, practice, tailoring.any_day) is not None
        return replace(practice, aside=True, sent=None) if waits else None
    if practice.aside:
        return replace(now, aside=False)
    if (now.place, now.real_place, now.meant) != (practice.place, practice.real_place, practice.meant):
        return replace(now, sent=None)
    number = ordinal_of(library, practice, tailoring)
    if practice.content == library.version or practice.ordinal == number:
        return practice
    return replace(practice, content=library.version, ordinal=number)
