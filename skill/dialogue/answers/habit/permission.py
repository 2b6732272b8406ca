"""Asks Alexa for the permission to keep reminders; a token brings back what it was about."""

from dataclasses import dataclass

from skill.dialogue.guidance.speaking import let_out, said
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reminders import Reminder
from skill.ports.reply import AskLeave, Reply
from skill.timeline import Timeline

_HERE, _ELSEWHERE = "here", "elsewhere"


@dataclass(frozen=True)
class WantedReminder:
    """The reminder that leave is asked for, and whether a routine was under way in the conversation that asks.

    Alexa ends that conversation, and answers in another one: so what is needed travels, and nothing need be kept.
    """

    reminder: Reminder
    here: bool

    @property
    def token(self) -> str:
        """All of it in a few letters."""
        return f"{_HERE if self.here else _ELSEWHERE} {self.reminder.written}"

    @classmethod
    def read(cls, token: str) -> "WantedReminder | None":
        """What a token says; None for one that is none of ours."""
        where, _, written = token.partition(" ")
        reminder = Reminder.read(written)
        return cls(reminder, where == _HERE) if reminder and where in (_HERE, _ELSEWHERE) else None


def ask_leave(scene: Scene, reminder: Reminder) -> Outcome:
    """Hand over to Alexa, who asks in words of her own."""
    out, person = let_out(scene, to_talk=True)
    words = said(scene, [scene.wording.say("remind.permission")])
    return Outcome(person, Reply(Timeline((*out, *words)), AskLeave(WantedReminder(reminder, scene.here).token)))
