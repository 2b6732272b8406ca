"""Sets a stretch aside for today or for good: the practice without it, and how it comes back."""

from collections.abc import Iterable
from math import fsum

from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.scene.going_on import gone_on_today
from skill.dialogue.scene.routine_of import alone, is_alone
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.this_stretch import on_its_own
from skill.practice import Phase, Practice
from skill.replaced import replace
from skill.tailoring.fits.growing import after_pain
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Moment, Role
from skill.timeline.hold.entering import entry, introduction


def today(scene: Scene) -> int:
    """The person's date, as a proleptic ordinal."""
    return scene.day(scene.turn.epoch).toordinal()


def resting(scene: Scene, stretch: str) -> Tailoring:
    """The tailoring with this stretch left out until tomorrow, and then in its least dose for at least a week."""
    day, before = today(scene), scene.person.tailoring
    softer = before.with_fit(after_pain(before.fit_of(stretch), day))
    rest = tuple(dict.fromkeys((*before.resting, stretch)))
    return replace(softer, resting=rest, resting_day=day, seen=day)


def set_down(person: Person) -> Person:
    """The person once nothing of their practice is left: it is put aside for a day, or dropped if a single stretch."""
    practice = person.practice
    single = practice is not None and is_alone(practice.routine)
    return person.without_practice() if single else person.with_practice_aside()


def going_on_with(scene: Scene, person: Person, tailoring: Tailoring, *, past: str = "") -> Person | None:
    """The person with this tailoring, and their practice at the next stretch that is left; None when there is none.

    A practice of one stretch has nothing left once that is `past`. "Go back" does not lead to what was set aside.
    """
    practice = person.practice
    tailored = replace(person, tailoring=tailoring)
    if practice is None:
        return tailored
    if past and practice.routine == alone(past):
        return None
    onward = gone_on_today(scene.library, practice, tailoring, scene.person.tailoring)
    if onward is None:
        return None
    asked = _still_asked(person.asked, elsewhere=onward.real_place != practice.real_place)
    return replace(tailored, asked=asked).with_practice(replace(onward, before=None))


def _still_asked(asked: Question | None, *, elsewhere: bool) -> Question | None:
    """The open question; one about whether a hold was done that is no longer led becomes "go on?"."""
    about_a_hold = asked is not None and asked.kind is Ask.LAST_DONE
    return Question(Ask.GO_ON) if elsewhere and about_a_hold else asked


def what_it_was_in(scene: Scene, practice: Practice) -> str:
    """The slug of the stretch that the person is in, or has just come out of; empty when there is none."""
    if scene.inside or practice.phase is Phase.PAUSED:
        return scene.stretch_at(practice).slug
    heard = scene.where.heard if scene.where else ()
    steps = {step.key: step.stretch for step in scene.routine_of(practice).steps}
    return next((steps[place.step] for place in reversed(heard) if place.step in steps), "")


def what_hurts(scene: Scene, practice: Practice) -> str:
    """The slug of the stretch that the person is in or gets ready for; else of the one they have just come out of."""
    alone_with = practice.routine.removeprefix(alone("")) if is_alone(practice.routine) else ""
    return _getting_ready_for(scene, practice) or what_it_was_in(scene, practice) or alone_with


def _getting_ready_for(scene: Scene, practice: Practice) -> str:
    """The slug of the stretch whose setup was being said; empty if something else was."""
    if scene.where is None or scene.inside or practice.phase is Phase.PAUSED:
        return ""
    unit, telling = scene.unit_at(practice, practice.place), scene.telling()
    ahead = scene.where.left_seconds - unit.hold_seconds - _lasting(entry(unit, telling, anew=True))
    told = (moment for moment in introduction(unit, telling, named=True) if moment.role is Role.SETUP)
    return unit.stretch.slug if unit.first and 0 <= ahead <= _lasting(told) else ""


def _lasting(moments: Iterable[Moment]) -> float:
    return fsum(moment.seconds for moment in moments)


def rested(scene: Scene) -> tuple[str, ...]:
    """The slugs of the stretches that rested the last time, and are not left out for another reason now."""
    tailoring = scene.person.tailoring
    if not tailoring.rested:
        return ()
    out = tailoring.left_out(scene.library)
    return tuple(slug for slug in scene.library.stretches if tailoring.rested_before(slug) and slug not in out)


def names_rested(scene: Scene) -> str:
    """The names of the stretches that rested, as a list in words."""
    names = [scene.name_of(slug) for slug in rested(scene)]
    return scene.wording.listing(names) if names else ""


def day_of_rest(scene: Scene) -> str:
    """When they rested, in words: "yesterday" if the person practised then, else "last time"."""
    days, today = scene.person.habit.days, scene.day(scene.turn.epoch).toordinal()
    return scene.wording.say("softly.yesterday" if days.on(today - 1) else "softly.last-time")


def soft_words(scene: Scene, slugs: tuple[str, ...]) -> tuple[str, ...]:
    """Sentences that say for how long each of these is held when it comes back."""
    return tuple(
        scene.wording.say("softly.length", name=scene.name_of(slug), length=on_its_own(scene, slug).length(scene))
        for slug in slugs
    )


def settled_rest(scene: Scene) -> Scene:
    """The scene once it is decided how those that rested come back, so that nobody asks again."""
    return replace(scene, person=replace(scene.person, tailoring=replace(scene.person.tailoring, rested="")))
