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
    """A stretch that may come in: in which block of postures, where in that, and the doses that it may have."""

    stretch: Stretch
    block: int
    part: int
    turn: int
    """Whose turn it is today: the lowest comes in first."""
    rungs: tuple[MadeStep, ...]
    usual: int
    """Which of its rungs is the usual dose, with as few repetitions as can be."""

    @property
    def slug(self) -> str:
        """The slug of its stretch."""
        return self.stretch.slug

    @property
    def opens(self) -> bool:
        """Whether a routine may begin with it: with movement, and without a deep bend."""
        return self.stretch.kind is Kind.MOVEMENT and self.stretch.bends is None

    @property
    def strong(self) -> bool:
        """Whether it is strong."""
        return self.stretch.kind is Kind.STRONG

    def at_most(self, hold_seconds: int) -> "Choice":
        """The same with no hold longer than this, as long as there are shorter ones."""
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
    """A choice that came in, and on which rung of its ladder it stands."""

    choice: Choice
    rung: int = 0

    @property
    def step(self) -> MadeStep:
        """The step that it becomes."""
        return self.choice.rungs[self.rung]

    @property
    def grown(self) -> float:
        """How far up its ladder it is, from nought to one; up to the usual dose it has hardly begun."""
        top = len(self.choice.rungs) - 1
        return (self.rung - self.choice.usual) / top if top else 1.0


class RungExchange(NamedTuple):
    """Which of a draft's entries comes onto which higher rung, and which other onto which lower one."""

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
        """What it becomes."""
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
        """What it would become with the least doses."""
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
        # The same, and asked for again and again.
        vars(raised).update(slugs=self.slugs, postures=self.postures)
        return raised

    def below_usual(self) -> Iterator[Entry]:
        """The entries that are short of their usual dose, the furthest first; those that only rest come last."""
        below = (entry for entry in self.entries if entry.rung < entry.choice.usual)
        return iter(sorted(below, key=lambda one: (one.choice.stretch.only_rests, one.rung / one.choice.usual)))

    def least_grown(self) -> Iterator[Entry]:
        """The entries that have a rung above, the least grown first."""
        above = (entry for entry in self.entries if entry.rung + 1 < len(entry.choice.rungs))
        return iter(sorted(above, key=lambda entry: (entry.grown, entry.choice.turn)))

    def exchanges(self) -> Iterator[RungExchange]:
        """Every way to put one entry on a higher rung, and another on a lower one."""
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
