"""A subject: the stretch that a wish is about, as it is prescribed and as this person does it."""

from dataclasses import dataclass, replace

from skill.content.model import Dose, Routine, Step, Stretch
from skill.dialogue.fresh import remembered
from skill.dialogue.plans import planned, routine_named, routine_of
from skill.dialogue.scene import Scene
from skill.practice import Practice
from skill.tailoring.fit import Fit
from skill.tailoring.fitting import fitted_dose
from skill.tailoring.made import made_routine
from skill.tailoring.reach import Reach, reach_of
from skill.tailoring.tailoring import Tailoring, tailored
from skill.timeline import Side
from skill.timeline.manner import Manner


@dataclass(frozen=True)
class Subject:
    """One stretch with what is prescribed of it and how far that may be moved, and what this person has made of it."""

    stretch: Stretch
    reach: Reach
    fit: Fit
    form: str = "usual"
    """The form in which its routine prescribes it."""
    both: bool = False
    """Whether it is about the turn in which both sides move at once."""

    @property
    def now(self) -> Dose:
        """The dose as it is for this person, a movement in breaths of the usual length."""
        return fitted_dose(self.reach, self.fit)

    @property
    def hold_seconds(self) -> int:
        """Seconds of the hold that it is about."""
        return min(self.now.hold_seconds, self.longest) if self.both else self.now.hold_seconds

    @property
    def easier(self) -> bool:
        """Whether it is told in its gentler form."""
        return self.fit.easier or self.form == "easier"

    @property
    def longest(self) -> int:
        """Seconds of the longest hold that is under way here: both sides at once have their own."""
        both = self.stretch.both
        return min(both.hold.longest, self.reach.longest) if self.both and both else self.reach.longest

    def length(self, scene: Scene) -> str:
        """The length of its hold in words, in the breath that they move by."""
        return self.in_words(scene, self.hold_seconds)

    def in_words(self, scene: Scene, hold_seconds: int) -> str:
        """So many seconds of it in words, in the breath that they move by."""
        return scene.wording.seconds(scene.person.tailoring.manner.movement_seconds(self.stretch, hold_seconds))


def under_way(scene: Scene, practice: Practice) -> Subject:
    """The stretch at the practice's place: the one that they are in, or that comes next."""
    routine = _prescribed(scene, practice)
    step = routine.steps[routine.index_of(practice.place.step) or 0]
    both = scene.inside and practice.place.side is Side.BOTH
    return replace(_subject(scene, routine, step), both=both)


def just_done(scene: Scene, practice: Practice | None) -> Subject | None:
    """The stretch that they are in, else the one that they did last; None when none is remembered."""
    if practice is None:
        return _done_lately(scene)
    routine = _prescribed(scene, practice)
    index = routine.index_of(practice.place.step) or 0
    if index and not scene.inside and scene.unit_at(practice, practice.place).first:
        return _subject(scene, routine, routine.steps[index - 1])
    return under_way(scene, practice)


def _done_lately(scene: Scene) -> Subject | None:
    """The last stretch, no mere rest, of the routine that they did last, to its end."""
    finished = [led.routine for led in scene.person.habit.lately if led.finished]
    routine = _remembered(scene, finished[-1]) if finished else None
    fitting = tailored(scene.library, routine, _unfitted(scene.person.tailoring)) if routine else None
    if fitting is None:
        return None
    stretched = [step for step in fitting.steps if not scene.library.stretch_of(step).only_rests]
    return _subject(scene, fitting, (stretched or fitting.steps)[-1])


def _remembered(scene: Scene, name: str) -> Routine | None:
    """A routine that was done: the library's, or the one that was made for them, while its steps are remembered."""
    made = remembered(scene, name)
    return made_routine(scene.library, name, made) if made else routine_named(scene.library, name)


def _subject(scene: Scene, routine: Routine, step: Step) -> Subject:
    stretch = scene.library.stretch(step.stretch)
    reach = reach_of(routine, step, stretch)
    return Subject(stretch, reach, scene.person.tailoring.fit_of(step.stretch), step.form)


def _prescribed(scene: Scene, practice: Practice) -> Routine:
    """The routine of a practice with the doses that it prescribes."""
    plain = _unfitted(scene.person.tailoring)
    routine = routine_of(scene.library, practice, plain) or planned(scene.library, practice, plain)
    if routine is None:
        raise LookupError(practice.routine)
    return routine


def _unfitted(tailoring: Tailoring) -> Tailoring:
    return replace(tailoring, fits=(), manner=Manner())
