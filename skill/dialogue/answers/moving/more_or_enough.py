"""Answers "a bit more of this" and "that's enough": makes this hold longer or ends it, and the other side as long."""

from skill.content.model import Kind
from skill.content.rules.daily_rules import most_a_day_seconds
from skill.dialogue.answers.moving.next_and_back import once_more
from skill.dialogue.answers.moving.pause_and_stop import stop
from skill.dialogue.answers.replying.staying import begun_unit, can_stay, on_behind, stay, still_to_hold
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.offers.daily_room import has_room
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.undo import moved
from skill.ports.slot_values import seconds_of
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.fits.reach import step_seconds
from skill.tailoring.steps.altering import Altered, altered_at, seconds_more
from skill.timeline import Place, Side
from skill.timeline.hold.units import Unit, sides_of

_A_BIT_SECONDS = 5
_LONG_HOLD_SECONDS = 20
"""From this length on, "a bit more" is twice as much."""

_LEAST_SECONDS = 3
"""The shortest hold on the other side, however soon the first ended."""


def more_of_this(scene: Scene) -> Outcome:
    """Holds a little longer, or by the seconds that were said; outside a hold, does the last one once more."""
    practice, unit = scene.practice, begun_unit(scene)
    if practice is None or unit is None:
        return once_more(scene)
    if unit.stretch.kind is Kind.STRONG:
        return tell_staying(scene, scene.wording.say("this-hold.strong"))
    more = _room_seconds(scene, unit)
    if not more or not can_stay(scene):
        return tell_staying(scene, scene.wording.say("this-hold.longest"))
    longer = moved(scene, practice, replace(practice, altered=_longer(practice, unit, more)))
    there = replace(scene, person=scene.person.with_practice(longer))
    return stay(there, (_longer_words(scene, unit, more),), more_seconds=more)


def enough(scene: Scene) -> Outcome:
    """Ends the hold under way, which counts as done; outside a hold, stops the routine."""
    practice, unit = scene.practice, begun_unit(scene)
    if practice is None or unit is None:
        return stop(scene)
    held = max(_LEAST_SECONDS, round(unit.hold_seconds - still_to_hold(scene)))
    follows = _other_side(unit) == "after" and held < unit.hold_seconds
    if not follows:
        return on_behind(scene, practice, ())
    shorter = replace(practice, altered=altered_at(practice.altered, unit.place, held))
    there = replace(scene, person=scene.person.with_practice(shorter))
    words = scene.wording.say("this-hold.as-long", side=_other_name(scene, unit))
    return _from(practice, on_behind(there, shorter, (words,), names_place=True))


def _from(practice: Practice, outcome: Outcome) -> Outcome:
    """The outcome in which "go back" also takes the shorter hold back."""
    now = outcome.person.practice
    if now is None or now.before is None:
        return outcome
    before = replace(now, before=replace(now.before, altered=practice.altered))
    return replace(outcome, person=outcome.person.with_practice(before))


def _room_seconds(scene: Scene, unit: Unit) -> int:
    """By how many seconds this hold may be longer: a bit, or as was said, within the limits of its stretch and the day.

    0 where that would be too little to matter.
    """
    stretch, hold, most = unit.stretch, unit.hold_seconds, most_a_day_seconds(unit.stretch)
    longest = stretch.both.hold.longest if unit.both and stretch.both else max(stretch.hold.longest, hold)
    bit = max(_A_BIT_SECONDS, step_seconds(stretch, hold))
    wanted = 2 * bit if hold >= _LONG_HOLD_SECONDS and stretch.cycle == 1 else bit
    if stretch.cycle == 1:
        wanted = seconds_of(scene.turn.slot("duration")) or wanted
    more = min(wanted, longest - hold, most - hold * unit.of if most is not None else wanted)
    return more if more >= min(_A_BIT_SECONDS, wanted) and has_room(scene, stretch, hold + more) else 0


def _longer(practice: Practice, unit: Unit, more: int) -> Altered:
    """This repetition made longer on both sides; if the other side is done, it gets the extra time once at the end."""
    longer = altered_at(practice.altered, unit.place, unit.hold_seconds + more)
    if _other_side(unit) != "before":
        return longer
    place = Place(unit.place.step, (unit.place.side or Side.BOTH).other, unit.dose.repetitions + 1)
    return altered_at(longer, place, seconds_more(longer, place) + more)


def _longer_words(scene: Scene, unit: Unit, more: int) -> str:
    length, other = scene.wording.seconds(more), _other_side(unit)
    name = _other_name(scene, unit) if other else ""
    return scene.wording.say(f"this-hold.longer.{other or 'here'}", length=length, side=name)


def _other_name(scene: Scene, unit: Unit) -> str:
    return scene.telling().side((unit.place.side or Side.BOTH).other)


def _other_side(unit: Unit) -> str:
    """Whether the other side comes "after" this one or came "before" it; empty if there is no other side."""
    sides = sides_of(unit.stretch, unit.dose)
    if unit.place.side not in (Side.LEFT, Side.RIGHT) or unit.place.side.other not in sides:
        return ""
    return "after" if sides[0] is unit.place.side else "before"
