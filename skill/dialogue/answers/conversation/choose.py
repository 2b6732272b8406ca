"""Answers "the second one", or a name: picks one of the things that the open question offered."""

from skill.dialogue.answers.conversation.ways_out import asked_again, not_understood
from skill.dialogue.answers.finding.by_setting import those_there
from skill.dialogue.answers.finding.lists import heard_last
from skill.dialogue.answers.habit.own_routine import SEVERAL
from skill.dialogue.answers.habit.reminder_list import cancelled
from skill.dialogue.answers.replying.which_one import place_said, places_said
from skill.dialogue.answers.starting.begin import begin_unless_guiding
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Question
from skill.dialogue.memory.subject import OneOf, Ringing
from skill.dialogue.offers.suitability import whole_minutes_of
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import alone
from skill.dialogue.scene.scene import Scene
from skill.ports.slot_values import seconds_of
from skill.ports.turn import Slot, Turn
from skill.replaced import replace
from skill.timeline import Side

_BOTH = 2
_SECONDS_A_MINUTE = 60


def one_of_them(scene: Scene) -> Outcome | Turn:
    """The wish that was made, with the name that stands at this place."""
    names = _names(scene)
    return _the_wish(scene, names[place_said(scene)]) if place_said(scene) < len(names) else _only(scene, len(names))


def one_for_mine(scene: Scene) -> Outcome | Turn:
    """One of what was named to choose from for a routine of their own; with nothing named, the question again."""
    names = _names(scene)
    places = [place for place in places_said(scene) if place < len(names)]
    chosen = Slot("", tuple(names[place] for place in places))
    return replace(scene.turn, intent="AddToMineIntent", slots={SEVERAL: chosen}) if places else asked_again(scene)


def the_only_one(scene: Scene) -> Outcome | Turn:
    """Yes to "Do you mean this one?"; of several it says nothing yet, and said once more it means any of them."""
    names, asked = _names(scene), _open(scene)
    return _the_wish(scene, names[0]) if len(names) == 1 or asked.times else asked_again(scene)


def if_it_is_named(scene: Scene) -> Turn | None:
    """A name of those that were offered answers the question; any other is a wish of its own."""
    said = [name for slot in scene.turn.slots.values() for name in slot.ids if name in _names(scene)]
    return _the_wish(scene, said[0]) if len(said) == 1 else None


def if_it_is_there(scene: Scene) -> Turn | None:
    """A place at which one of them is done: "the one on the chair"; of several or of none it is a wish of its own."""
    there = those_there(scene, _names(scene))
    return _the_wish(scene, there[0]) if len(there) == 1 else None


def the_one_that_is_left(scene: Scene) -> Turn | None:
    """Said "not the bedtime one", of two: the other one."""
    named = {name for slot in scene.turn.slots.values() for name in slot.ids}
    left = [name for name in _names(scene) if name not in named]
    return _the_wish(scene, left[0]) if len(left) == 1 and len(_names(scene)) == _BOTH else None


def the_one_so_long(scene: Scene) -> Turn | None:
    """Said "the nine minute one": the one of which these minutes were told; any other length is a wish of its own."""
    wanted = round((seconds_of(scene.turn.slot("duration")) or 0) / _SECONDS_A_MINUTE)
    so_long = [name for name, minutes in _in_minutes(scene).items() if minutes == wanted]
    return _the_wish(scene, so_long[0]) if len(so_long) == 1 else None


def the_shorter(scene: Scene) -> Turn | None:
    """Said "the short one"; where they are no routines, or as long, the first."""
    lengths = _in_minutes(scene)
    return _the_wish(scene, min(lengths, key=lambda name: lengths[name])) if lengths else None


def the_longer(scene: Scene) -> Turn | None:
    """Said "the longer one"."""
    lengths = _in_minutes(scene)
    return _the_wish(scene, max(lengths, key=lambda name: lengths[name])) if lengths else None


def any_of_them(scene: Scene) -> Outcome | Turn:
    """Said "whichever", "you choose": the one that was named first, which is the one that suits best."""
    names = _names(scene)
    return _the_wish(scene, names[0]) if names else asked_again(scene)


def the_other(scene: Scene) -> Outcome | Turn:
    """Said "the other one", of two: not the one that was named first."""
    names = _names(scene)
    return _the_wish(scene, names[1]) if len(names) == _BOTH else asked_again(scene)


def _in_minutes(scene: Scene) -> dict[str, int]:
    """How many minutes each takes, as it is told; nothing where they are no routines."""
    names = _names(scene)
    routines = all(name in scene.library.routines for name in names)
    return {name: whole_minutes_of(scene, name) for name in names} if routines else {}


def one_that_was_listed(scene: Scene) -> Outcome:
    """One whose name was just told in a list."""
    listed = heard_last(scene)
    if not listed or place_said(scene) >= len(listed):
        return not_understood(scene)
    slug = listed[place_said(scene)]
    return begin_unless_guiding(scene, slug if slug in scene.library.routines else alone(slug))


def one_reminder(scene: Scene) -> Outcome:
    """The reminder at this place is cancelled."""
    written = _written(scene)
    if place_said(scene) >= len(written):
        return _only(scene, len(written))
    one = replace(_open(scene), subject=Ringing((written[place_said(scene)],)))
    return cancelled(replace(scene, person=replace(scene.person, asked=one)))


def both_reminders(scene: Scene) -> Outcome | None:
    """Said "both", of two; said of a side of the body it is none of this."""
    if scene.turn.slot("side").ids != (Side.BOTH,):
        return None
    return cancelled(scene) if len(_written(scene)) == _BOTH else asked_again(scene)


def _the_wish(scene: Scene, name: str) -> Turn:
    """What was wished when the question came up, with this name."""
    subject = scene.about(OneOf) or OneOf((), "", "")
    return replace(scene.turn, intent=subject.wish, slots={**scene.turn.slots, subject.slot: Slot("", (name,))})


def _only(scene: Scene, count: int) -> Outcome:
    """There is no third one of two: said, and the question again."""
    key = "choosing.only-one" if count == 1 else "choosing.only"
    return ask(scene, [scene.wording.say(key, number=scene.wording.number(count))], _open(scene))


def _open(scene: Scene) -> Question:
    if scene.question is None:
        raise LookupError("nothing was asked")
    return scene.question


def _names(scene: Scene) -> tuple[str, ...]:
    subject = scene.about(OneOf)
    return subject.names if subject else ()


def _written(scene: Scene) -> tuple[str, ...]:
    subject = scene.about(Ringing)
    return subject.written if subject else ()
