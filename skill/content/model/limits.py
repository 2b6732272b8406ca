"""What a body may not be asked for: the names that people have for it, what it leaves out, and what is offered instead.

The limit is kept of a person, by its slug; why they have it is not.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated

from skill.content.model.frozen import Checked, Frozen
from skill.content.model.model import Need, Posture, Slug, Stretch, Transition
from skill.content.model.words import Sentence

GETTING_DOWN: Slug = "floor"
"""The limit of somebody who cannot get down to the floor."""


class LeftOut(Frozen):
    """Stretches, by their slugs, by the posture in which they begin, or by what all ways of doing them need."""

    postures: tuple[Posture, ...] = ()
    stretches: tuple[Slug, ...] = ()
    needs: tuple[Need, ...] = ()

    def has(self, stretch: Stretch) -> bool:
        """Whether this stretch is left out; what needs nothing at all is never missing anything."""
        nowhere_else = bool(stretch.needs) and set(stretch.needs) <= set(self.needs)
        return stretch.posture in self.postures or stretch.slug in self.stretches or nowhere_else


class LimitWords(Frozen):
    """What people call it (`name` is how it is said back to them), and what is said when it is left out."""

    name: str
    also: tuple[str, ...]
    lasting: tuple[str, ...] = ()
    """Those of the names that are not over by tomorrow: nobody is asked whether they are for today only."""
    instead: Annotated[tuple[Sentence, ...], Checked(min_length=1)]


class Limit(Frozen):
    """One thing that a body may not be asked for."""

    slug: Slug
    leaves_out: LeftOut
    gentler: tuple[Slug, ...] = ()
    """Stretches that stay, in their easier form."""
    on_a_bed: bool = False
    """Whether what lies on the floor or on a bed is to be led on a bed."""
    offers: Annotated[tuple[Slug, ...], Checked(min_length=1)]
    """Routines that suit in its place, the best first."""
    ways: tuple[Transition, ...] = ()
    """How to get about without what it leaves out, where the ways of everybody else go through that."""
    words: dict[str, LimitWords]

    def way(self, start: Posture, end: Posture) -> Transition | None:
        """Its own way from one posture to another; None where that of everybody else will do."""
        return next((way for way in self.ways if (way.start, way.end) == (start, end)), None)


def left_out_by(limits: Iterable[Limit], stretches: Mapping[str, Stretch]) -> frozenset[str]:
    """The slugs of all stretches that any of these limits leaves out."""
    wanted = tuple(limits)
    return frozenset(slug for slug, stretch in stretches.items() if any(one.leaves_out.has(stretch) for one in wanted))
