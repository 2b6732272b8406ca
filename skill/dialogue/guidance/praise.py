"""Praise: what is said at the end of a routine of a milestone that it reaches, and of a programme that it completes."""

from skill.dialogue.guidance.crediting import heard_out
from skill.dialogue.memory.milestones import MILESTONES
from skill.dialogue.offers.todays_programme import followed
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice


def praise(scene: Scene, practice: Practice) -> tuple[str, ...]:
    """One sentence at most of each, for somebody who is about to finish this practice; nothing that was said before."""
    before, after = scene.person, heard_out(scene, scene.person, practice)
    new = after.habit.praised & ~before.habit.praised
    words: tuple[str, ...] = ()
    programme = followed(scene)
    if programme is not None and not after.following.programme:
        name = programme.words[scene.wording.language].called
        words = (scene.wording.say("programme.completed", name=name),)
    if not new:
        return words
    number, days = scene.wording.number(after.finished), scene.wording.count("day", after.habit.days.total)
    milestone = MILESTONES[new.bit_length() - 1]
    return (*words, scene.wording.say(f"praise.{milestone.key}", number=number, days=days))
