"""Answers "a bit more of this" and "that's enough": this hold is longer or ends now, and the other side as long."""

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
"""Of a hold that is so long, or longer, a bit is twice as much."""

_LEAST_SECONDS = 3
"""So long the other side is held at least, however soon the first was enough."""


def more_of_this(scene: Scene) -> Outcome:
    """The hold under way a little longer, by seconds that are said; after it, once more."""
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
    """Out of the hold under way, which is done with that; where none is, out of the routine."""
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
    """The same, where "go back" leads to how it was before the hold was made shorter."""
    now = outcome.person.practice
    if now is None or now.before is None:
        return outcome
    before = replace(now, before=replace(now.before, altered=practice.altered))
    return replace(outcome, person=outcome.person.with_practice(before))


def _room_seconds(scene: Scene, unit: Unit) -> int:
    """Seconds that are a bit more of this hold, or as many as were said, as far as its stretch and the day go."""
    stretch, hold, most = unit.stretch, unit.hold_seconds, most_a_day_seconds(unit.stretch)
    longest = stretch.both.hold.longest if unit.both and stretch.both else max(stretch.hold.longest, hold)
    bit = max(_A_BIT_SECONDS, step_seconds(stretch, hold))
    wanted = 2 * bit if hold >= _LONG_HOLD_SECONDS and stretch.cycle == 1 else bit
    if stretch.cycle == 1:
        wanted = seconds_of(scene.turn.slot("duration")) or wanted
    more = min(wanted, longest - hold, most - hold * unit.of if most is not None else wanted)
    return more if more >= min(_A_BIT_SECONDS, wanted) and has_room(scene, stretch, hold + more) else 0


def _longer(practice: Practice, unit: Unit, more: int) -> Altered:
    """This turn longer on either side; what the other one had less of it is held there once more at the end."""
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
    """Whether the other side comes "after" this one or came "before" it; empty where this has none."""
    sides = sides_of(unit.stretch, unit.dose)
    if unit.place.side not in (Side.LEFT, Side.RIGHT) or unit.place.side.other not in sides:
        return ""
    return "after" if sides[0] is unit.place.side else "before"
