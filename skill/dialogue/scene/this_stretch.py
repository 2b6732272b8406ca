"""Finds the stretch that a wish is about if it names none: the one under way, or the one just done."""

from dataclasses import dataclass

from skill.content.model import Dose, Routine, Step, Stretch
from skill.dialogue.scene.remembered import remembered
from skill.dialogue.scene.routine_of import alone, is_alone, planned, prescribed, routine_named, routine_of
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.fitting import fitted_dose
from skill.tailoring.fits.reach import Reach, reach_of
from skill.tailoring.steps.made import MadeStep, made_of, made_routine
from skill.tailoring.tailoring import Tailoring, tailored
from skill.timeline import Side
from skill.timeline.manner import Manner


@dataclass(frozen=True)
class ThisStretch:
    """A stretch with its prescribed dose and the reach of that, and this person's fit."""

    stretch: Stretch
    reach: Reach
    fit: Fit
    form: str = "usual"
    """The form in which its routine prescribes it."""
    both: bool = False
    """Whether it is about the turn in which both sides move at once."""

    @property
    def now(self) -> Dose:
        """The dose for this person; a movement in breaths of the usual length."""
        return fitted_dose(self.reach, self.fit)

    @property
    def hold_seconds(self) -> int:
        """Seconds of the hold that the wish is about."""
        return min(self.now.hold_seconds, self.longest) if self.both else self.now.hold_seconds

    @property
    def easier(self) -> bool:
        """Whether it is led in its easier form."""
        return self.fit.easier or self.form == "easier"

    @property
    def longest(self) -> int:
        """Seconds of the longest hold possible here; both sides at once have a bound of their own."""
        both = self.stretch.both
        return min(both.hold.longest, self.reach.longest) if self.both and both else self.reach.longest

    def length(self, scene: Scene) -> str:
        """The length of its hold in words, at the person's breath."""
        return self.in_words(scene, self.hold_seconds)

    def in_words(self, scene: Scene, hold_seconds: int) -> str:
        """So many seconds of its hold in words, at the person's breath."""
        return scene.wording.seconds(scene.person.tailoring.manner.movement_seconds(self.stretch, hold_seconds))


def under_way(scene: Scene, practice: Practice) -> ThisStretch:
    """The stretch at the practice's place: the one that the person is in, or that comes next."""
    routine = _prescribed(scene, practice)
    step = routine.steps[routine.index_of(practice.place.step) or 0]
    both = scene.inside and practice.place.side is Side.BOTH
    return replace(_this(scene, routine, step), both=both)


def every_one(scene: Scene, practice: Practice | None) -> tuple[ThisStretch, ...]:
    """Every stretch of the library: as the routine under way prescribes it if it has it, else as it is on its own."""
    routine = _prescribed(scene, practice) if practice else None
    here = {step.stretch: _this(scene, routine, step) for step in routine.steps} if routine else {}
    return tuple(here.get(slug) or on_its_own(scene, slug) for slug in scene.library.stretches)


def on_its_own(scene: Scene, slug: str) -> ThisStretch:
    """The stretch as it is led when somebody asks for it by its name. Raises LookupError for an unknown slug."""
    routine = routine_named(scene.library, alone(slug))
    if routine is None:
        raise LookupError(slug)
    return _this(scene, routine, routine.steps[0])


def just_done(scene: Scene, practice: Practice | None) -> ThisStretch | None:
    """The stretch that the person is in, else the one that they did last; None when none is known."""
    if practice is None:
        return _done_lately(scene)
    routine = _prescribed(scene, practice)
    index = routine.index_of(practice.place.step) or 0
    if index and not scene.inside and scene.unit_at(practice, practice.place).first:
        return _this(scene, routine, routine.steps[index - 1])
    return under_way(scene, practice)


def _done_lately(scene: Scene) -> ThisStretch | None:
    """The last stretch that is more than a rest, of the routine that the person finished last."""
    finished = [led.routine for led in scene.person.habit.lately if led.finished]
    routine = _remembered(scene, finished[-1]) if finished else None
    fitting = tailored(scene.library, routine, _unfitted(scene.person.tailoring)) if routine else None
    if fitting is None:
        return None
    stretched = [step for step in fitting.steps if not scene.library.stretch_of(step).only_rests]
    return _this(scene, fitting, (stretched or fitting.steps)[-1])


def _remembered(scene: Scene, name: str) -> Routine | None:
    """A routine that was done: the library's, or a made one whose steps are still stored."""
    made = remembered(scene, name)
    return made_routine(scene.library, name, made) if made else routine_named(scene.library, name)


def _this(scene: Scene, routine: Routine, step: Step) -> ThisStretch:
    stretch = scene.library.stretch(step.stretch)
    reach = reach_of(routine, step, stretch)
    return ThisStretch(stretch, reach, scene.person.tailoring.fit_of(step.stretch), step.form)


def _prescribed(scene: Scene, practice: Practice) -> Routine:
    """The routine of a practice with its prescribed doses; raises LookupError where it is gone."""
    plain = _unfitted(scene.person.tailoring)
    routine = routine_of(scene.library, practice, plain) or planned(scene.library, practice, plain)
    if routine is None:
        raise LookupError(practice.routine)
    return routine


def _unfitted(tailoring: Tailoring) -> Tailoring:
    return replace(tailoring, fits=(), manner=Manner())


def this_step(scene: Scene) -> MadeStep | None:
    """The step that "this stretch" means, with its prescribed dose; None when there is none."""
    practice = scene.practice
    if practice is not None and scene.here:
        return written(scene, practice, scene.routine_of(practice).steps[_number(scene, practice)])
    return None if practice is not None else _last_of_today(scene)


def written(scene: Scene, practice: Practice, step: Step) -> MadeStep:
    """A step that was led, with its prescribed dose, because fits are applied again whenever it is led."""
    routine = prescribed(scene.library, practice)
    same = [other for other in routine.steps if other.key == step.key] if routine else []
    return made_of((same or [step])[0])


def led_steps(scene: Scene, practice: Practice) -> tuple[MadeStep, ...]:
    """Every step of a practice that is led, without the warm-up, each with its prescribed dose."""
    routine = planned(scene.library, practice, scene.person.tailoring)
    return tuple(written(scene, practice, step) for step in routine.steps) if routine else ()


def _number(scene: Scene, practice: Practice) -> int:
    """The index of the step that is meant: while "Ready?" is open before a new one, the one that is done."""
    number = scene.routine_of(practice).index_of(practice.place.step) or 0
    fresh = scene.unit_at(practice, practice.place).first
    return number - 1 if number and scene.waiting and fresh else number


def _last_of_today(scene: Scene) -> MadeStep | None:
    led = scene.person.habit.lately[-1:]
    if not led or led[0].day != scene.day(scene.turn.epoch).toordinal():
        return None
    name = led[0].routine
    made = remembered(scene, name) if not is_alone(name) else ()
    routine = made_routine(scene.library, name, made) if made else routine_named(scene.library, name)
    return made_of(routine.steps[-1]) if routine else None
