"""Tailoring: everything lasting by which routines are fitted to one person, and a routine fitted so."""

from collections.abc import Iterable
from dataclasses import dataclass

from skill.content.library import Library, ruled_out
from skill.content.model import SECONDS_A_BREATH, Routine, Step
from skill.replaced import replace
from skill.tailoring.fits.fit import AWAY_DAYS, Fit
from skill.tailoring.fits.fitting import fitted, in_turn, paced
from skill.tailoring.fits.growing import has_hurt
from skill.tailoring.fits.marking import mark_of, marks_in
from skill.tailoring.fits.packed_fits import PackedFits, kept_fits
from skill.tailoring.fits.packed_manner import PackedManner
from skill.tailoring.fits.way_back import PackedWayBack, WayBack, softest_fit
from skill.tailoring.fits.worse_side import WorseSide, with_worse_side
from skill.tailoring.steps.body import ordered
from skill.tailoring.steps.limiting import within_limits
from skill.tailoring.steps.packed_steps import PackedSteps
from skill.tailoring.steps.resting import with_rests
from skill.tailoring.steps.sparing import Spared, with_side_spared
from skill.timeline.manner import Manner

MOST_LIKED = 3
"""How many favourite stretches and routines are remembered."""


@dataclass(frozen=True)
class Tailoring:
    """What one person wants of routines, by the slugs of stretches; no reasons are kept."""

    fits: PackedFits = ()
    manner: PackedManner = Manner()
    """How many words they want, how holds are counted, and how slowly they breathe and move."""
    never: tuple[str, ...] = ()
    """Stretches left out until they are allowed again."""
    limits: tuple[str, ...] = ()
    """What their body must not be asked for, by the slugs of the library's limits."""
    resting: tuple[str, ...] = ()
    """Stretches left out on one day only, the `resting_day` (proleptic ordinal of the person's date)."""
    limits_today: tuple[str, ...] = ()
    """Limits on the `resting_day` only."""
    spared: Spared = ""
    """The side that is left alone on the `resting_day`."""
    resting_day: int = 0
    unknown: tuple[str, ...] = ()
    """Limits that may hold because the record cannot be read: they count until the person denies them. Never stored."""
    own: PackedSteps = ()
    """The person's own routine."""
    own_name: str = ""
    """What they call it, in their own words; empty where they have not said."""
    rested: str = ""
    """Stretches that rested because they hurt, by their marks in a row, until the person was asked about them."""
    worse: WorseSide = ""
    """The side that they call tighter, which is held longer."""
    liked: str = ""
    """Their favourites, the newest last, by their marks in a row."""
    way_back: PackedWayBack = WayBack()
    """Where they are on the way back after a very bad day."""
    seen: int = 0
    """The last day on which they were here, kept for people whose doses have grown."""

    def fit_of(self, stretch: str) -> Fit:
        """The fit of this stretch; one that changes nothing where nothing was asked for."""
        mark = mark_of(stretch)
        return next((fit for fit in self.fits if fit.mark == mark), Fit(mark))

    def leaves_doses_of(self, stretch: str) -> bool:
        """Whether this stretch is held as long and as often as a routine prescribes."""
        usual = not self.way_back.softly and self.manner.breath_seconds == SECONDS_A_BREATH
        return usual and self.fit_of(stretch).usual

    def with_fit(self, fit: Fit) -> "Tailoring":
        """The same with this fit of its stretch."""
        others = tuple(other for other in self.fits if other.mark != fit.mark)
        return replace(self, fits=kept_fits((*others, fit)))

    def liking(self, slug: str) -> "Tailoring":
        """The same with this stretch or routine among the favourites, of which the newest stay."""
        others = [mark for mark in self.liked_marks if mark != mark_of(slug)]
        return replace(self, liked="".join((*others, mark_of(slug))[-MOST_LIKED:]))

    @property
    def liked_marks(self) -> tuple[str, ...]:
        """The marks of their favourites, the newest last."""
        return marks_in(self.liked)

    def rested_before(self, stretch: str) -> bool:
        """Whether this stretch rested because it hurt, and they were not yet asked whether it may come again."""
        return mark_of(stretch) in marks_in(self.rested)

    def leaves_out(self, stretch: str) -> bool:
        """Whether this stretch is not to be offered or led."""
        return stretch in self.never or stretch in self.resting

    @property
    def limits_now(self) -> tuple[str, ...]:
        """All limits of this day, the unknown ones included."""
        return tuple(dict.fromkeys((*self.limits_told, *self.unknown)))

    @property
    def limits_told(self) -> tuple[str, ...]:
        """The limits of this day that the person told."""
        return tuple(dict.fromkeys((*self.limits, *self.limits_today)))

    @property
    def told(self) -> "Tailoring":
        """The same with only the limits that the person told."""
        return replace(self, unknown=()) if self.unknown else self

    def agreed_to(self, limits: Iterable[str]) -> "Tailoring":
        """The same, once the person has said that these limits do not hold."""
        agreed = frozenset(limits)
        return replace(self, unknown=tuple(limit for limit in self.unknown if limit not in agreed))

    @property
    def alone(self) -> "Tailoring":
        """The same for one stretch that was asked for by name: nothing is left out but by unknown limits."""
        unknown = tuple(limit for limit in self.unknown if limit not in self.limits_told)
        return replace(self, never=(), resting=(), limits=(), limits_today=(), unknown=unknown)

    def left_out(self, library: Library) -> frozenset[str]:
        """Every stretch that is not to be offered or led on this day."""
        return ruled_out(library, self.limits_now).union(self.never, self.resting)

    @property
    def _after_that_day(self) -> "Tailoring":
        """The same on a later day: stretches that rested because they hurt are remembered, to be asked about.

        Those that somebody merely did not want that day come back without a word.
        """
        hurt = (stretch for stretch in self.resting if has_hurt(self.fit_of(stretch)))
        rested = "".join(map(mark_of, hurt)) or self.rested
        return replace(self.any_day, rested=rested)

    @property
    def any_day(self) -> "Tailoring":
        """The same without what is ruled out for one day only."""
        return replace(self, resting=(), limits_today=(), spared="", resting_day=0)

    def on(self, day: int) -> "Tailoring":
        """The same on this day: what was ruled out for an earlier one has expired, and doses due to grow have grown."""
        today = self if self.resting_day in (0, day) else self._after_that_day
        if self.way_back.number:
            today = replace(today, way_back=self.way_back.on(day))
        if not self.fits:
            return today
        away = 0 < self.seen < day - AWAY_DAYS
        return replace(today, fits=kept_fits(fit.on(day, away=away) for fit in self.fits), seen=day)


def tailored(library: Library, routine: Routine, tailoring: Tailoring) -> Routine | None:
    """The routine fitted to this person; None where nothing of it is left."""
    left = _left(library, routine, tailoring)
    if left is None:
        return None
    steps = tuple(_told(library, left, step, tailoring) for step in left.steps)
    if steps == routine.steps:
        return routine
    return with_rests(library, left.but(steps=steps), routine)


def warm_up_tailored(library: Library, routine: Routine, tailoring: Tailoring, told: Routine) -> Routine:
    """The routine, with those of its steps fitted that are not in `told`: the warm-up before steps fitted already."""
    known = {step.key for step in told.steps}
    steps = (step if step.key in known else _told(library, routine, step, tailoring) for step in routine.steps)
    return routine.but(steps=tuple(steps))


def _left(library: Library, routine: Routine, tailoring: Tailoring) -> Routine | None:
    """The routine without what is left out, reordered for a body; the order of a published routine stays."""
    possible = within_limits(library, routine.steps, tailoring.limits_now)
    kept = tuple(step for step in possible if not tailoring.leaves_out(step.stretch))
    if not kept or kept == routine.steps:
        return routine if kept else None
    left = routine.but(steps=kept)
    whole = len(kept) == len(routine.steps) or routine.source != "house"
    return left if whole else ordered(library, left, tailoring.left_out(library))


def arranged(routine: Routine, skipped: tuple[str, ...], turned: str) -> Routine:
    """The routine without the `skipped` steps, and with the other side first in the `turned` one, by their keys."""
    steps = tuple(_turned(step) if step.key == turned else step for step in routine.steps if step.key not in skipped)
    return routine.but(steps=steps or routine.steps)


def _told(library: Library, routine: Routine, step: Step, tailoring: Tailoring) -> Step:
    fit = tailoring.fit_of(step.stretch)
    fit = softest_fit(fit, library.stretch(step.stretch)) if tailoring.way_back.softly else fit
    fitting = fitted(library, routine, step, fit)
    fitting = in_turn(library, fitting)
    both = with_side_spared(library, paced(library, fitting, tailoring.manner), tailoring.spared)
    return with_worse_side(library, both, tailoring.worse, first=routine.source == "house")


def _turned(step: Step) -> Step:
    first = "left" if step.dose.first == "right" else "right"
    return step.but(dose=step.dose.but(first=first))
