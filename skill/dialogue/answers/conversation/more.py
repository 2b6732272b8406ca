"""More: the next portion of what was being told, or another offer."""

from skill.dialogue.answers.finding.lists import list_from, list_routines, list_stretches
from skill.dialogue.answers.finding.surprise import declined, surprise
from skill.dialogue.answers.habit.own_routine import read_from
from skill.dialogue.answers.habit.reminder_list import reminders_from
from skill.dialogue.answers.moving.more_or_enough import more_of_this
from skill.dialogue.answers.moving.swap import swap_this
from skill.dialogue.answers.replying.help import help_from, more_help
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.subject import Listing, Portion
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.limits import LIST_PORTION
from skill.replaced import replace


def more(scene: Scene) -> Outcome:
    """The next portion of what was being listed; after an offer, another offer."""
    portion = scene.about(Portion) if scene.asks(Ask.MORE) else None
    return _more_of_nothing(scene) if portion is None else _portion(scene, portion)


def another_offer(scene: Scene) -> Outcome:
    """Something else than what was offered, or than to go on from another day; while led, another stretch."""
    led = scene.here and not scene.asks(Ask.BEGIN)
    return swap_this(scene) if led else surprise(scene)


def this_portion_again(scene: Scene) -> Outcome:
    """The portion that was just told, for somebody who did not catch its names."""
    portion = scene.about(Portion)
    if portion is None:
        return _more_of_nothing(scene)
    size = 1 if portion.listing is Listing.HELP else LIST_PORTION
    return _portion(scene, replace(portion, told=max(0, portion.told - size)))


def _portion(scene: Scene, portion: Portion) -> Outcome:
    """What comes in a list after so many."""
    match portion.listing:
        case Listing.HELP:
            return help_from(scene, portion.told)
        case Listing.MINE:
            return read_from(scene, portion.told)
        case Listing.REMINDERS:
            return reminders_from(scene, portion.told)
        case listing:
            return list_from(scene, listing, portion.told)


def _more_of_nothing(scene: Scene) -> Outcome:
    """More, where nothing was being listed."""
    if scene.guiding and (scene.inside or scene.unheard):
        return more_of_this(scene)
    if scene.guiding:
        return more_help(scene)
    if declined(scene):
        return surprise(scene)
    return list_routines(scene) if scene.practice is None else list_stretches(scene)
