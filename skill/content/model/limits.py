"""A limit: something that a body may not be asked for, its names, what it leaves out, and what is offered instead.

The slugs of a person's limits are stored, but not the reasons.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated

from skill.content.model.frozen import Checked, Frozen
from skill.content.model.model import Need, Posture, Slug, Stretch, Transition
from skill.content.model.words import Sentence

GETTING_DOWN: Slug = "floor"
"""The limit of somebody who cannot get down to the floor."""


class LeftOut(Frozen):
    """The stretches that are left out: by slug, by the posture in which they begin, or by what they need."""

    postures: tuple[Posture, ...] = ()
    stretches: tuple[Slug, ...] = ()
    needs: tuple[Need, ...] = ()

    def has(self, stretch: Stretch) -> bool:
        """Whether this stretch is left out. By its needs it is only if it has some, and all of them are left out."""
        nowhere_else = bool(stretch.needs) and set(stretch.needs) <= set(self.needs)
        return stretch.posture in self.postures or stretch.slug in self.stretches or nowhere_else


class LimitWords(Frozen):
    """The names of a limit (the skill says `name`), and what is said when something is left out because of it."""

    name: str
    also: tuple[str, ...]
    lasting: tuple[str, ...] = ()
    """Names of lasting conditions, for which nobody is asked whether the limit is for today only."""
    instead: Annotated[tuple[Sentence, ...], Checked(min_length=1)]


class Limit(Frozen):
    """One thing that a body may not be asked for."""

    slug: Slug
    leaves_out: LeftOut
    gentler: tuple[Slug, ...] = ()
    """Stretches that are not left out, but done in their easier form."""
    on_a_bed: bool = False
    """Whether stretches that may be done on the floor or on a bed are led on a bed."""
    offers: Annotated[tuple[Slug, ...], Checked(min_length=1)]
    """Routines to offer instead, the best first."""
    ways: tuple[Transition, ...] = ()
    """Ways between postures that replace the usual ones where those pass what the limit leaves out."""
    words: dict[str, LimitWords]

    def way(self, start: Posture, end: Posture) -> Transition | None:
        """The limit's own way between these postures; None where the usual one will do."""
        return next((way for way in self.ways if (way.start, way.end) == (start, end)), None)


def left_out_by(limits: Iterable[Limit], stretches: Mapping[str, Stretch]) -> frozenset[str]:
    """The slugs of all stretches that any of these limits leaves out."""
    wanted = tuple(limits)
    return frozenset(slug for slug, stretch in stretches.items() if any(one.leaves_out.has(stretch) for one in wanted))
