"""Credits a practice to a person's habit: the seconds heard of a reply, and a finished routine."""

from skill.content.rules.daily_rules import most_a_day_seconds
from skill.dialogue.memory.following import Today, today_of
from skill.dialogue.memory.habit import Led
from skill.dialogue.memory.held_today import HeldToday
from skill.dialogue.memory.milestones import reached
from skill.dialogue.memory.person import Person
from skill.dialogue.scene.completeness import as_good_as_whole, enough_left
from skill.dialogue.scene.routine_of import is_alone, only_sides, routine_of
from skill.dialogue.scene.scene import Scene
from skill.practice import Ending, Practice, Sent, Whereabouts, heard_seconds
from skill.replaced import replace
from skill.tailoring.steps.own import OWN


def credited(today: Scene, practice: Practice, where: Whereabouts, ending: Ending) -> Person:
    """The person with what they heard of the last reply credited; unchanged if they heard no hold to its end."""
    sent = practice.sent
    if sent is None or not where.heard:
        return today.person
    seconds = _seconds(sent, today, ending)
    led = Led(practice.routine, today.day(sent.at).toordinal(), seconds)
    tailoring = today.person.tailoring
    way_back = tailoring.way_back.having_practised(led.day).on(today.day(today.turn.epoch).toordinal())
    tailoring = replace(tailoring, way_back=way_back)
    person = replace(today.person, tailoring=tailoring, habit=today.person.habit.having_led(led))
    return replace(person, held=_held(today, practice, where, led.day))


def _held(today: Scene, practice: Practice, where: Whereabouts, day: int) -> HeldToday:
    """The seconds held on this day, with every hold that was heard of stretches that are bounded for a day."""
    held = today.person.held
    routine = routine_of(today.library, practice, today.person.tailoring)
    steps = {step.key: step for step in routine.steps} if routine else {}
    for place in where.heard:
        unit = today.unit_at(practice, place) if place.step in steps else None
        if unit is not None and most_a_day_seconds(unit.stretch) is not None:
            # A side that is worked alone counts for both, so that the other's room never leads it beyond its own.
            side = None if unit.dose.spared else place.side
            held = held.having(day, unit.stretch.slug, side, unit.hold_seconds)
    return held


def heard_out(scene: Scene, person: Person, practice: Practice) -> Person:
    """The person after this practice was heard to its last word, with the praise that it reaches.

    A routine with a quiet ending gets no praise, nor does one of which much was left out.
    """
    done = having_finished(scene, person, practice)
    routine = scene.library.routines.get(practice.routine)
    quiet = routine is not None and routine.asks_nothing
    if _no_routine(practice) or quiet or not as_good_as_whole(scene, practice):
        return done
    praised = done.habit.praised | reached(done, _day_of(scene, practice))
    return replace(done, habit=replace(done.habit, praised=praised))


def having_finished(scene: Scene, person: Person, practice: Practice) -> Person:
    """The person after this practice was done to its end; unchanged by a single stretch, which is no routine."""
    if _no_routine(practice):
        return person
    day = _day_of(scene, practice)
    habit = person.habit.having_led(Led(practice.routine, day, finished=1))
    if practice.made and practice.routine != OWN:
        habit = replace(habit, made=practice.made, made_name=practice.routine)
    done = replace(person, finished=person.finished + 1, habit=habit)
    return _day_done(scene, done, practice, day)


def _no_routine(practice: Practice) -> bool:
    """Whether it is one stretch (by name or for a spare minute), or only sides that were left out before."""
    one = practice.routine != OWN and len(practice.made) == 1
    return one or is_alone(practice.routine) or only_sides(practice)


def _day_done(scene: Scene, person: Person, practice: Practice, day: int) -> Person:
    """The person with the day of their programme done, if this was its routine, or one begun in its place."""
    programme = scene.library.programmes.get(person.following.programme)
    if programme is None:
        return person
    today = today_of(programme, person.following, day)
    if not today.routine or not (practice.routine == today.routine or _in_its_place(scene, practice, today)):
        return person
    return replace(person, following=person.following.having_done(programme, day))


def _in_its_place(scene: Scene, practice: Practice, today: Today) -> bool:
    """Whether it was begun for this week of the programme, because this person cannot do today's own routine.

    The week alone does not say for which programme and day, as an unfinished practice may be resumed later.
    """
    return practice.week > 0 and practice.week == today.week and not enough_left(scene, today.routine)


def _seconds(sent: Sent, today: Scene, ending: Ending) -> int:
    """Whole seconds of the reply that can have been heard."""
    whole = sent.ends.seconds(today.pace.rate)
    if ending is not Ending.INTERRUPTED:
        return round(whole)
    return round(max(0.0, min(whole, heard_seconds(sent, today.turn.epoch))))


def _day_of(scene: Scene, practice: Practice) -> int:
    """The ordinal of the day on which its last reply was sent: at midnight, that is the day before.

    If somebody says only later that they did the last of it, that was on the day on which they were led.
    """
    return scene.day(practice.sent.at if practice.sent else practice.touched).toordinal()
