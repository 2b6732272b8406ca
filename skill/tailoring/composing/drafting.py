"""A draft: stretches that may become a routine, in the order of their postures, each with its dose so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, permutations
from typing import NamedTuple

from skill.content.model import Kind, Posture, Stretch
from skill.replaced import replace
from skill.tailoring.composing.shapes import CLOSING, OPENING
from skill.tailoring.steps.made import MadeStep


@dataclass(frozen=True)
class Choice:
    """A stretch that may come into a draft: its block of postures, its part of that, and the doses it may have."""

    stretch: Stretch
    block: int
    part: int
    turn: int
    """Today's turn: the lowest comes first."""
    rungs: tuple[MadeStep, ...]
    usual: int
    """The index of the rung with the usual hold and the fewest repetitions."""

    @property
    def slug(self) -> str:
        """The slug of its stretch."""
        return self.stretch.slug

    @property
    def opens(self) -> bool:
        """Whether a routine may begin with it: it is a movement, and no bend."""
        return self.stretch.kind is Kind.MOVEMENT and self.stretch.bends is None

    @property
    def strong(self) -> bool:
        """Whether it is strong."""
        return self.stretch.kind is Kind.STRONG

    def at_most(self, hold_seconds: int) -> "Choice":
        """The same without longer holds than this, if there are shorter ones."""
        rungs = tuple(rung for rung in self.rungs if rung.hold_seconds <= hold_seconds) or self.rungs[:1]
        return replace(self, rungs=rungs, usual=min(self.usual, len(rungs) - 1))

    def opening(self) -> "Choice":
        """The same as the first of its block."""
        return replace(self, part=OPENING, turn=-1)

    def closing(self, block: int) -> "Choice":
        """The same as the last of the routine."""
        return replace(self, block=block, part=CLOSING)


@dataclass(frozen=True)
class Entry:
    """A choice in a draft, and the rung of its ladder."""

    choice: Choice
    rung: int = 0

    @property
    def step(self) -> MadeStep:
        """The step that it becomes."""
        return self.choice.rungs[self.rung]

    @property
    def grown(self) -> float:
        """How far above the usual dose it is, as a share of its ladder; negative below."""
        top = len(self.choice.rungs) - 1
        return (self.rung - self.choice.usual) / top if top else 1.0


class RungExchange(NamedTuple):
    """One entry of a draft that goes up to a rung, and another that goes down to one; all four are indexes."""

    more: int
    above: int
    less: int
    below: int


@dataclass(frozen=True)
class Draft:
    """Entries in order."""

    entries: tuple[Entry, ...] = ()

    @property
    def steps(self) -> tuple[MadeStep, ...]:
        """The steps of the routine that it becomes."""
        return tuple(entry.step for entry in self.entries)

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """Its stretches by their slugs."""
        return tuple([entry.choice.stretch.slug for entry in self.entries])

    @cached_property
    def postures(self) -> tuple[Posture, ...]:
        """Its postures, one after the other."""
        return tuple([posture for posture, _ in groupby([entry.choice.stretch.posture for entry in self.entries])])

    @property
    def least(self) -> tuple[MadeStep, ...]:
        """Its steps with their least doses."""
        return tuple(entry.choice.rungs[0] for entry in self.entries)

    @property
    def strong(self) -> int:
        """How many of its stretches are strong."""
        return sum(entry.choice.strong for entry in self.entries)

    def with_entry(self, entry: Entry) -> "Draft":
        """The draft with one more, at its place."""
        return Draft(tuple(sorted((*self.entries, entry), key=_order)))

    def raised(self, entry: Entry, rung: int) -> "Draft":
        """The draft with this entry on another rung."""
        raised = Draft(tuple([Entry(one.choice, rung) if one is entry else one for one in self.entries]))
        # These stay the same, and are read very often.
        vars(raised).update(slugs=self.slugs, postures=self.postures)
        return raised

    def below_usual(self) -> Iterator[Entry]:
        """The entries below their usual dose, the furthest first; stretches that only rest come last."""
        below = (entry for entry in self.entries if entry.rung < entry.choice.usual)
        return iter(sorted(below, key=lambda one: (one.choice.stretch.only_rests, one.rung / one.choice.usual)))

    def least_grown(self) -> Iterator[Entry]:
        """The entries that have a rung above, the least grown first."""
        above = (entry for entry in self.entries if entry.rung + 1 < len(entry.choice.rungs))
        return iter(sorted(above, key=lambda entry: (entry.grown, entry.choice.turn)))

    def exchanges(self) -> Iterator[RungExchange]:
        """Every way to raise one entry and lower another."""
        for more, less in permutations(range(len(self.entries)), 2):
            higher, lower = self.entries[more], self.entries[less]
            for above in range(higher.rung + 1, len(higher.choice.rungs)):
                for below in range(lower.rung):
                    yield RungExchange(more, above, less, below)

    def exchanged(self, exchange: RungExchange) -> "Draft":
        """The draft after this exchange."""
        higher, lower = self.entries[exchange.more], self.entries[exchange.less]
        return self.raised(higher, exchange.above).raised(lower, exchange.below)


def _order(entry: Entry) -> tuple[int, int, int]:
    choice = entry.choice
    return choice.block, choice.part, choice.turn
