"""The reminders there are, told a few at a time; and cancelling them, one or all that were named, after a yes."""

from collections.abc import Callable

from skill.dialogue.answers.habit.reminder_words import whens_words
from skill.dialogue.answers.replying.telling import carry_on
from skill.dialogue.guidance.speaking import Asked, ask
from skill.dialogue.memory.question import Question
from skill.dialogue.scene.scene import Errand, Outcome, Scene
from skill.limits import LIST_PORTION
from skill.ports.reminders import Reminder, Result, Trouble
from skill.ports.reply import Reply

MORE, WHICH = "more-reminders", "which-reminder"

_CANCEL = {1: "question.cancel-one", 2: "question.cancel-two"}

Found = tuple[Reminder, ...]


def list_reminders(scene: Scene) -> Outcome:
    """The first reminders, and whether to hear more."""
    return _looked_up(scene, lambda found: _portion(scene, found, 0))


def more_reminders(scene: Scene) -> Outcome:
    """The next ones."""
    asked = scene.person.asked or Question(MORE, ("0",))
    return _looked_up(scene, lambda found: _portion(scene, found, int(asked.about[0])))


def cancel_reminders(scene: Scene) -> Outcome:
    """Which there are, and whether to cancel them: all that were named, or one by its number."""
    return _looked_up(scene, lambda found: _which(scene, found[:LIST_PORTION], len(found)))


def cancelled(scene: Scene) -> Outcome:
    """Yes: those that the question was about, or the one that was chosen of them."""
    asked = scene.person.asked or Question(WHICH)
    chosen = tuple(reminder for written in asked.about if (reminder := Reminder.read(written)))

    def then(result: Result) -> Outcome:
        key = f"remind.trouble.{result.value}" if isinstance(result, Trouble) else "reminders.cancelled"
        return carry_on(scene, scene.wording.say(key))

    errand = Errand(lambda reminders, device: reminders.cancel(device, chosen), then)
    return Outcome(scene.person, Reply(), errand=errand)


def none_cancelled(scene: Scene) -> Outcome:
    """No: they all stay."""
    return carry_on(scene, scene.wording.say("reminders.kept"))


def _looked_up(scene: Scene, told: Callable[[Found], Outcome]) -> Outcome:
    """Look up which there are, and tell them if there are any."""

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
    about = (str(offset + LIST_PORTION),)
    return ask(scene, [words], Asked(MORE, scene.wording.say("question.more"), about))


def _which(scene: Scene, named: Found, count: int) -> Outcome:
    words = _told(scene, named, "reminders.some" if len(named) == count else "reminders.first", count)
    return ask(scene, [words], which_again(scene, Question(WHICH, tuple(reminder.written for reminder in named))))


def which_again(scene: Scene, asked: Question) -> Asked:
    """The question whether to cancel those that it is about."""
    return Asked(WHICH, scene.wording.say(_CANCEL.get(len(asked.about), "question.cancel-three")), asked.about)


def _told(scene: Scene, named: Found, key: str, count: int) -> str:
    names = whens_words(scene.wording, named, scene.local_time.date())
    single = "reminders.one" if count == 1 else key
    return scene.wording.say(single, count=scene.wording.number(count), names=names)
