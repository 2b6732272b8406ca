"""Asks Alexa for the permission to set reminders; a token carries the reminder there and back."""

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
    """The reminder that needs permission, and whether a routine was under way in the conversation that asks.

    Alexa ends that conversation, and answers in another one: so a token carries both, and nothing has to be stored.
    """

    reminder: Reminder
    here: bool

    @property
    def token(self) -> str:
        """Both, written as one string."""
        return f"{_HERE if self.here else _ELSEWHERE} {self.reminder.written}"

    @classmethod
    def read(cls, token: str) -> "WantedReminder | None":
        """What a token says; None for one that is not ours."""
        where, _, written = token.partition(" ")
        reminder = Reminder.read(written)
        return cls(reminder, where == _HERE) if reminder and where in (_HERE, _ELSEWHERE) else None


def ask_leave(scene: Scene, reminder: Reminder) -> Outcome:
    """Hand over to Alexa, which asks for the permission in its own words."""
    out, person = let_out(scene, to_talk=True)
    words = said(scene, [scene.wording.say("remind.permission")])
    return Outcome(person, Reply(Timeline((*out, *words)), AskLeave(WantedReminder(reminder, scene.here).token)))
