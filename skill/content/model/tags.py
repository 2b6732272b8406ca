"""An index of routines by their tags, so that no turn looks through all of them."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial

from skill.content.model.model import Kind, Routine, Stretch
from skill.content.model.suits import Only, Rank

Routines = Mapping[str, Routine]


class Tags:
    """The slugs of a library's routines by their tags, the best first."""

    def __init__(self, routines: Routines, stretches: Mapping[str, Stretch]) -> None:
        self._routines = routines
        self._stretches = stretches

    @cached_property
    def usual(self) -> tuple[str, ...]:
        """The routines that are offered to anybody, the best first."""
        return self._ranked(lambda routine: routine.suits.anybody)

    @cached_property
    def first_time(self) -> str:
        """The routine that is offered to somebody who comes for the first time."""
        return next(slug for slug, routine in self._routines.items() if routine.suits.first_time)

    @cached_property
    def softest(self) -> str:
        """The softest routine."""
        return next(slug for slug, routine in self._routines.items() if routine.suits.softest)

    @cached_property
    def resting(self) -> str:
        """The routine for a very bad day; the softest, where none is made for that."""
        return next(iter(self.only_for("bad day")), self.softest)

    @cached_property
    def only_on_a_bad_day(self) -> frozenset[str]:
        """The slugs of the stretches that only routines for a very bad day have."""
        bad = self.only_for("bad day")
        others = {stretch for slug in self._routines if slug not in bad for stretch in self.stretches_in(slug)}
        return frozenset[str]().union(*map(self.stretches_in, bad)) - others

    def for_area(self, area: str) -> tuple[str, ...]:
        """The routines for a part of the body, the best first."""
        return self._for_areas.get(area, ())

    def only_for(self, wanted: Only) -> tuple[str, ...]:
        """The routines that are made only for this place, time, limit or bad day."""
        return tuple(slug for slug, routine in self._routines.items() if routine.suits.only == wanted)

    @cached_property
    def gentlest_first(self) -> tuple[str, ...]:
        """All routines: the usual one, then our own, then published ones; with fewer strong stretches first."""
        return tuple(sorted(self._routines, key=self._strength))

    @cached_property
    def strong(self) -> frozenset[str]:
        """The routines that have a strong stretch."""
        return frozenset(slug for slug in self._routines if self._strong_steps(slug))

    def stretches_in(self, slug: str) -> frozenset[str]:
        """The slugs of the stretches of a routine."""
        return self._stretches_in[slug]

    @cached_property
    def _stretches_in(self) -> dict[str, frozenset[str]]:
        return {slug: frozenset(step.stretch for step in one.steps) for slug, one in self._routines.items()}

    @cached_property
    def _for_areas(self) -> dict[str, tuple[str, ...]]:
        areas = {area for routine in self._routines.values() for area in routine.suits.areas}
        return {area: self._ranked(partial(_rank_for, area)) for area in areas}

    def _strength(self, slug: str) -> tuple[bool, bool, int]:
        return slug != self.usual[0], self._routines[slug].source != "house", self._strong_steps(slug)

    def _strong_steps(self, slug: str) -> int:
        return sum(self._stretches[step.stretch].kind is Kind.STRONG for step in self._routines[slug].steps)

    def _ranked(self, rank: Callable[[Routine], Rank | None]) -> tuple[str, ...]:
        ranks = {slug: place for slug, routine in self._routines.items() if (place := rank(routine)) is not None}
        return tuple(sorted(ranks, key=lambda slug: ranks[slug]))


def _rank_for(area: str, routine: Routine) -> Rank | None:
    return routine.suits.areas.get(area)
