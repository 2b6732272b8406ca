"""More: the next portion of what was being told, or another offer."""

from skill.dialogue.answers.finding.lists import list_from, list_routines, list_stretches
from skill.dialogue.answers.finding.surprise import declined, surprise
from skill.dialogue.answers.habit.own_routine import MINE, read_from
from skill.dialogue.answers.replying.help import HELP, help_from, more_help
from skill.dialogue.memory.question import Question
from skill.dialogue.scene.scene import Outcome, Scene


def more(scene: Scene) -> Outcome:
    """The next portion of what was being listed; after an offer, another offer."""
    asked = scene.person.asked or Question("")
    if asked.kind != "more":
        return _more_of_nothing(scene)
    kind, offset = asked.about
    if kind == HELP:
        return help_from(scene, int(offset))
    if kind == MINE:
        return read_from(scene, int(offset))
    return list_from(scene, kind, int(offset))


def _more_of_nothing(scene: Scene) -> Outcome:
    """More, where nothing was being listed."""
    if scene.guiding:
        return more_help(scene)
    if declined(scene):
        return surprise(scene)
    return list_routines(scene) if scene.practice is None else list_stretches(scene)
