"""Lists the reminders a few at a time, and cancels one or all of those named, after a yes."""

from collections.abc import Callable

from skill.dialogue.answers.replying.telling import carry_on
from skill.dialogue.guidance.reminder_words import whens_words
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Listing, Portion, Ringing
from skill.dialogue.scene.outcome import Errand, Outcome
from skill.dialogue.scene.scene import Scene
from skill.limits import LIST_PORTION
from skill.ports.reminders import Reminder, Result, Trouble
from skill.ports.reply import Reply

_CANCEL = {1: "question.cancel-one", 2: "question.cancel-two"}

Found = tuple[Reminder, ...]


def list_reminders(scene: Scene) -> Outcome:
    """Tells the first reminders, and asks whether to hear more."""
    return reminders_from(scene, 0)


def reminders_from(scene: Scene, told: int) -> Outcome:
    """Tells those after the first `told`."""
    return _looked_up(scene, lambda found: _portion(scene, found, told))


def cancel_reminders(scene: Scene) -> Outcome:
    """Names the reminders, and asks whether to cancel them: all that were named, or one by its number."""
    return _looked_up(scene, lambda found: _which(scene, found[:LIST_PORTION], len(found)))


def cancelled(scene: Scene) -> Outcome:
    """Yes: cancels those that the question was about, or the one that was chosen."""
    ringing = scene.about(Ringing)
    chosen = tuple(one for written in (ringing.written if ringing else ()) if (one := Reminder.read(written)))

    def then(result: Result) -> Outcome:
        key = f"remind.trouble.{result.value}" if isinstance(result, Trouble) else "reminders.cancelled"
        return carry_on(scene, scene.wording.say(key))

    errand = Errand(lambda reminders, device: reminders.cancel(device, chosen), then)
    return Outcome(scene.person, Reply(), errand=errand)


def none_cancelled(scene: Scene) -> Outcome:
    """No: cancels none."""
    return carry_on(scene, scene.wording.say("reminders.kept"))


def _looked_up(scene: Scene, told: Callable[[Found], Outcome]) -> Outcome:
    """Looks up the reminders, and answers with `told` if there are any; else says that there are none, or why not."""

    def then(result: Result) -> Outcome:
        if isinstance(result, Trouble):
            return carry_on(scene, scene.wording.say(f"remind.trouble.{result.value}"))
        return told(result) if result else carry_on(scene, scene.wording.say("reminders.none"))

    return Outcome(scene.person, Reply(), errand=Errand(lambda reminders, device: reminders.kept(device), then))


def _portion(scene: Scene, found: Found, offset: int) -> Outcome:
    portion = found[offset : offset + LIST_PORTION]
    if not portion:
        return carry_on(scene, scene.wording.say("reminders.none"))
    if len(found) <= offset + LIST_PORTION:
        return carry_on(scene, _told(scene, portion, "reminders.more" if offset else "reminders.some", len(found)))
    words = _told(scene, portion, "reminders.more" if offset else "reminders.first", len(found))
    return ask(scene, [words], Question(Ask.MORE, Portion(Listing.REMINDERS, offset + LIST_PORTION)))


def _which(scene: Scene, named: Found, count: int) -> Outcome:
    words = _told(scene, named, "reminders.some" if len(named) == count else "reminders.first", count)
    question = scene.wording.say(_CANCEL.get(len(named), "question.cancel-three"))
    ringing = Ringing(tuple(reminder.written for reminder in named))
    return ask(scene, [words], Question(Ask.WHICH_REMINDER, ringing, words=question))


def _told(scene: Scene, named: Found, key: str, count: int) -> str:
    names = whens_words(scene.wording, named, scene.local_time.date())
    single = "reminders.one" if count == 1 else key
    return scene.wording.say(single, count=scene.wording.number(count), names=names)
