"""Leads on: the reply with the next stretches, and the practice while that reply is heard."""

from skill.content.model import Kind, Posture
from skill.dialogue.guidance.closing import Closing, back_to, closing, interrupted_by, side_offered, up_again
from skill.dialogue.guidance.crediting import having_finished
from skill.dialogue.guidance.doubt import ask_whether_done, may_ask
from skill.dialogue.guidance.layout import Opening, budget_of, walk_of, what_is_sent
from skill.dialogue.guidance.speaking import let_out, said
from skill.dialogue.memory.person import Person
from skill.dialogue.offers.announcement import in_portions
from skill.dialogue.offers.duration import DOWN, rest_words
from skill.dialogue.scene.going_on import first_hold
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import ordinal_of
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.undo import moved
from skill.ports.reply import Close, Reply
from skill.practice import Phase, Practice, Unsure
from skill.replaced import replace
from skill.timeline import Head, Moment, Place, Role, Timeline, head
from skill.timeline.hold.units import places_of


def go_on(scene: Scene, opening: Opening | None = None, at: Place | None = None) -> Outcome:
    """Lead on from the practice's place, or from `at`, where the person asked to be.

    Raises LookupError without a practice.
    """
    out, person = let_out(scene, to_talk=False)
    practice, opening = person.practice, opening or Opening()
    if practice is None:
        raise LookupError("no practice to go on with")
    if at is None and may_ask(scene, practice):
        return ask_whether_done(scene, practice, opening.words)
    if at is not None:
        practice = moved(scene, practice, replace(practice, place=at))
    elif scene.inside:
        practice = _torn(scene, practice)
        if practice is None:
            return finish(scene, (*out, *said(scene, opening.words)), person)
    return lead(scene, practice, opening)


def go_on_standing(scene: Scene, practice: Practice, opening: Opening) -> Outcome:
    """Lead on from the kept place after a while, on the same day: the person stands, or is where they say they are."""
    standing = replace(practice, posture=scene.there or Posture.STANDING)
    if may_ask(scene, standing):
        return ask_whether_done(scene, standing, opening.words)
    return lead(scene, standing, opening)


def lead(scene: Scene, practice: Practice, opening: Opening) -> Outcome:
    """The reply that leads from the practice's place; it begins with the way out of a hold, unless they stay in it."""
    out, _ = ((), None) if opening.inside.goes_on else let_out(scene, to_talk=False)
    before = Timeline((*out, *in_portions(scene, opening.words)))
    told = head(walk_of(scene, practice, opening), budget_of(scene, practice, before))
    return guided(scene, practice, replace(told, timeline=before + told.timeline), closing(scene, practice, told))


def guided(scene: Scene, practice: Practice, told: Head, end: Closing) -> Outcome:
    """The reply of a head and its closing, and the person with the practice that is under way from now on."""
    reply = Reply(told.timeline + Timeline(end.moments), end.microphone)
    turn = scene.turn
    ordinal = ordinal_of(scene.library, practice, scene.person.tailoring)
    here = replace(practice, ordinal=ordinal, conversation=turn.conversation, device=turn.device)
    sent = what_is_sent(scene, told, reply)
    settled = replace(here, meant=None, doubtful=False, unsure=Unsure.NOT)
    under_way = replace(settled, phase=Phase.GUIDING, touched=turn.epoch, sent=sent)
    person = replace(scene.person, quiet_turns=0).with_practice(under_way)
    return Outcome(replace(person, asked=end.asked), reply)


def finish(scene: Scene, before: tuple[Moment, ...], person: Person) -> Outcome:
    """Ends a practice of which nothing is left, because its last stretch was skipped, or counts as done.

    If every stretch was skipped, nothing is credited. People who still lie there are offered the way up.
    """
    practice = person.practice
    done = having_finished(scene, person, practice) if practice and practice.held > 0 else person
    done = replace(done.without_practice(), asked=None)
    other = interrupted_by(person, practice) if practice else None
    last = said(scene, [scene.wording.say("end.last")], Role.END)
    posture = practice.posture if practice else scene.posture_now
    left = side_offered(scene, posture, practice) if practice and not other else None
    if other or left or (posture in DOWN and not _may_be_asleep(scene, practice)):
        end = back_to(scene, other) if other else left or up_again(scene, posture, practice)
        return Outcome(replace(done, asked=end.asked), Reply(Timeline((*before, *last, *end.moments)), end.microphone))
    rest = said(scene, [rest_words(scene, posture)], Role.END)
    return Outcome(done, Reply(Timeline((*before, *last, *rest)), Close()))


def _may_be_asleep(scene: Scene, practice: Practice | None) -> bool:
    """Whether the routine is one to fall asleep with."""
    return practice is not None and scene.routine_of(practice).asks_nothing


def next_place(scene: Scene, practice: Practice) -> Place | None:
    """The hold after the practice's place; None when that was the last."""
    steps = scene.routine_of(practice).steps
    index = next((number for number, step in enumerate(steps) if step.key == practice.place.step), 0)
    places = places_of(steps[index], scene.library.stretch_of(steps[index]))
    after = places[places.index(practice.place) + 1 :] if practice.place in places else ()
    if after:
        return after[0]
    return first_place(scene, practice, index + 1) if index + 1 < len(steps) else None


def first_place(scene: Scene, practice: Practice, index: int) -> Place:
    """The first hold of the step with this number (from nought)."""
    return first_hold(scene.library, practice, scene.routine_of(practice).steps[index])


def _torn(scene: Scene, practice: Practice) -> Practice | None:
    """The practice after an interrupted hold, which starts over; a strong one does so once, then counts as done.

    None where that was the last hold of all.
    """
    strong = scene.stretch_at(practice).kind is Kind.STRONG
    if not strong or practice.torn != practice.place:
        return replace(practice, torn=practice.place)
    following = next_place(scene, practice)
    return None if following is None else replace(practice, place=following, torn=None)
