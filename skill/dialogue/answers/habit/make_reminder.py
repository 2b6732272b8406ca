"""Makes a reminder after a yes: the order to the reminder service, and the words on each result."""

from skill.dialogue.answers.habit.permission import ask_leave
from skill.dialogue.answers.habit.remind import next_time, shall_i
from skill.dialogue.answers.replying.open_question import nothing_under_way
from skill.dialogue.answers.replying.telling import carry_on
from skill.dialogue.guidance.reminder_words import when_words
from skill.dialogue.memory.subject import Ringing
from skill.dialogue.scene.outcome import Errand, Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reminders import Order, Reminder, Reminders, Result, Trouble
from skill.ports.reply import Reply
from skill.ports.time_zones import Device


def arrange(scene: Scene) -> Outcome:
    """Yes to "Shall I remind you?": makes it; if its time has passed meanwhile, asks about the next day."""
    ringing = scene.about(Ringing)
    reminder = Reminder.read(ringing.written[0]) if ringing else None
    if reminder is None:
        return nothing_under_way(scene)
    if reminder.over(scene.local_time):
        again, why = next_time(scene, reminder.at)
        return shall_i(scene, (again,), why)
    before = tuple(one for written in (ringing.written[1:] if ringing else ()) if (one := Reminder.read(written)))
    return made(scene, reminder, in_place_of=before)


def made(
    scene: Scene, reminder: Reminder, *, permitted: bool = False, in_place_of: tuple[Reminder, ...] = ()
) -> Outcome:
    """Have the reminder made, and cancel those that it replaces; without permission Alexa asks for it, once only."""

    def then(result: Result) -> Outcome:
        if result is Trouble.NOT_ALLOWED and not permitted:
            return ask_leave(scene, reminder)
        key = f"remind.trouble.{result.value}" if isinstance(result, Trouble) else "remind.done"
        when = when_words(scene.wording, reminder, scene.local_time.date())
        return carry_on(scene, scene.wording.say(key, when=when))

    order = _order(scene, reminder)

    def asked(reminders: Reminders, device: Device | None) -> Result:
        result = reminders.make(device, order)
        if in_place_of and (not isinstance(result, Trouble) or result is Trouble.SILENT):
            reminders.cancel(device, in_place_of)
        return result

    return Outcome(scene.person, Reply(), errand=Errand(asked, then))


def _order(scene: Scene, reminder: Reminder) -> Order:
    text = scene.wording.say("remind.text")
    return Order(reminder, text, scene.turn.locale, scene.person.zone, scene.local_time)
