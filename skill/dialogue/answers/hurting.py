"""Pain and warning signs: out of the stretch at once, the right sentence, and nothing of it kept."""

from dataclasses import replace

from skill.dialogue.answers.launching import kept_practice
from skill.dialogue.answers.ready_question import FINISHED
from skill.dialogue.guiding import finish, first_place
from skill.dialogue.person import Person
from skill.dialogue.reply import Close, Reply
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import Asked, ask, let_out, listening, said
from skill.limits import PRACTICES_KEPT
from skill.timeline import Moment, Role, Timeline

SOFTEST_ROUTINE = "gentle-start"
_SECONDS_TO_COME_TO_REST = 8.0
_SECONDS_BEFORE_SAID_AGAIN = 2.0


def pain(scene: Scene) -> Outcome:
    """While guiding: out, rest, and that stretch is left; otherwise it is the reason for coming."""
    practice = kept_practice(scene)
    if practice is None or not scene.here:
        begin = Asked("begin", scene.wording.say("question.begin-it"), (SOFTEST_ROUTINE,))
        return ask(scene, [scene.wording.say("pain.reason")], begin)
    out, person = let_out(scene, to_talk=True)
    rest = said(scene, [scene.wording.say("pain.rest")], Role.RELEASE)
    moments = (*out, *rest, Moment(Role.REST, _SECONDS_TO_COME_TO_REST))
    # Asked like any other "Ready?", so that no record tells that somebody was in pain.
    asked = Asked("ready", scene.wording.say("question.next-or-finish"), (FINISHED,))
    if scene.waiting:
        return listening(scene, moments, asked, person)
    left = _stretch_left(scene, person)
    words = said(scene, [scene.wording.say("pain.leave-it")])
    if left is None:
        return finish(scene, (*moments, *words), person)
    return listening(scene, (*moments, *words), asked, left)


def red_flag(scene: Scene) -> Outcome:
    """The most urgent of what was said in any slot: the emergency number twice, or a doctor today; then closed."""
    slots = scene.turn.slots.values()
    levels = {level for slot in slots for level in (_level(scene, slot.said), *slot.ids)}
    if "emergency" in levels:
        return emergency(scene)
    return pain(scene) if "pain" in levels and "urgent" not in levels else urgent(scene)


def _level(scene: Scene, words: str) -> str | None:
    return scene.library.warnings[scene.wording.language].level_in(words)


def emergency(scene: Scene) -> Outcome:
    """Medical help straight away; the routine is set down, and no reason is kept."""
    number = emergency_number(scene)
    words = said(scene, [scene.wording.say("emergency.first", number=number)], Role.END)
    again = said(scene, [scene.wording.say("emergency.again", number=number)], Role.END)
    moments = (*words, Moment(Role.END, _SECONDS_BEFORE_SAID_AGAIN), *again)
    person = replace(scene.person.without_practice(), asked=None, offer=SOFTEST_ROUTINE)
    return Outcome(person, Reply(Timeline(moments), Close()))


def urgent(scene: Scene) -> Outcome:
    """No more for today, and a doctor; the place is kept."""
    out, person = let_out(scene, to_talk=False)
    words = said(scene, [scene.wording.say("urgent.stop", number=emergency_number(scene))], Role.END)
    kept = replace(person, asked=None, offer=SOFTEST_ROUTINE)
    return Outcome(kept, Reply(Timeline((*out, *words)), Close()))


def emergency_number(scene: Scene) -> str:
    """The number to say for this locale; the sentence adds the local one, for a locale is not a place."""
    region = scene.turn.locale.partition("-")[2].lower()
    known = f"emergency.number.{region}"
    phrases = scene.library.phrases[scene.wording.language]
    return scene.wording.say(known if known in phrases else "emergency.number.us")


def _stretch_left(scene: Scene, person: Person) -> Person | None:
    """The person at the stretch after the one that hurt; None when there is none."""
    practice = person.practice
    if practice is None:
        return None
    index = scene.routine_of(practice).index_of(practice.place.step) or 0
    if index + 1 == len(scene.routine_of(practice).steps):
        return None
    onward = replace(practice, place=first_place(scene, practice, index + 1))
    return person.with_practice(onward, PRACTICES_KEPT)
