"""Moves the only reminder to another time, on the same days; if there are none or several, offers a new one."""

from skill.dialogue.answers.habit.remind import remind_me, remind_me_at, shall_i, time_said
from skill.dialogue.answers.replying.telling import carry_on
from skill.dialogue.scene.outcome import Errand, Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reminders import Result, Trouble
from skill.ports.reply import Reply
from skill.replaced import replace


def move_reminder(scene: Scene) -> Outcome:
    """Said "move my reminder to eight": asks whether to make it; the old one is cancelled once the new one is made."""
    at = time_said(scene)
    if at is None:
        return remind_me_at(scene)

    def then(result: Result) -> Outcome:
        if isinstance(result, Trouble):
            return carry_on(scene, scene.wording.say(f"remind.trouble.{result.value}"))
        moved = replace(result[0], at=at) if len(result) == 1 else None
        if moved is None or moved.over(scene.local_time) or scene.turn.slot("days").said:
            return (remind_me if scene.turn.slot("days").said else remind_me_at)(scene)
        return shall_i(scene, (moved, *result), [])

    return Outcome(scene.person, Reply(), errand=Errand(lambda reminders, device: reminders.kept(device), then))
