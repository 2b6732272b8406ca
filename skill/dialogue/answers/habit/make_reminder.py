"""Making a reminder that was agreed to: what is asked of whoever keeps it, and what is said of each result."""

from skill.dialogue.answers.habit.permission import ask_leave
from skill.dialogue.answers.habit.remind import next_time, shall_i
from skill.dialogue.answers.replying.open_question import nothing_under_way
from skill.dialogue.answers.replying.telling import carry_on
from skill.dialogue.guidance.reminder_words import when_words
from skill.dialogue.memory.subject import Ringing
from skill.dialogue.scene.outcome import Errand, Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reminders import Order, Reminder, Result, Trouble
from skill.ports.reply import Reply


def arrange(scene: Scene) -> Outcome:
    """Yes to "Shall I remind you?": it is made, unless its time has passed while the question was open."""
    ringing = scene.about(Ringing)
    reminder = Reminder.read(ringing.written[0]) if ringing else None
    if reminder is None:
        return nothing_under_way(scene)
    if reminder.over(scene.local_time):
        return shall_i(scene, *next_time(scene, reminder.at))
    return made(scene, reminder)


def made(scene: Scene, reminder: Reminder, *, permitted: bool = False) -> Outcome:
    """Have it made; where that is not allowed yet, Alexa asks whether it is, but never twice in a row."""

    def then(result: Result) -> Outcome:
        if result is Trouble.NOT_ALLOWED and not permitted:
            return ask_leave(scene, reminder)
        key = f"remind.trouble.{result.value}" if isinstance(result, Trouble) else "remind.done"
        when = when_words(scene.wording, reminder, scene.local_time.date())
        return carry_on(scene, scene.wording.say(key, when=when))

    order = _order(scene, reminder)
    return Outcome(scene.person, Reply(), errand=Errand(lambda reminders, device: reminders.make(device, order), then))


def _order(scene: Scene, reminder: Reminder) -> Order:
    text = scene.wording.say("remind.text")
    return Order(reminder, text, scene.turn.locale, scene.person.zone, scene.local_time)
