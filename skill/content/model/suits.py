"""The tags of a routine: whom it suits, where and when, so that it can be offered without being named."""

from dataclasses import field
from typing import Annotated, Literal

from skill.content.model.frozen import Checked, Frozen

Rank = Annotated[int, Checked(strict=True, ge=1, le=60)]
"""A rank among routines: one is the best, and no two are equal."""

Only = Literal["bed", "chair", "standing", "morning", "evening", "limit", "bad day"]


class Suits(Frozen):
    """The tags of a routine. One without tags is led when somebody asks for it, or for a surprise."""

    anybody: Rank | None = None
    """Its rank among the routines that are offered to anybody; the best is the usual one."""
    areas: dict[str, Rank] = field(default_factory=dict)
    """The parts of the body that it is for, each with its rank among the routines for that part."""
    first_time: bool = False
    """Whether it is offered to people who come for the first time; exactly one routine is."""
    softest: bool = False
    """Whether it is the softest, and is offered to people for whom something is wrong; exactly one routine is."""
    only: Only | None = None
    """The place, the time of day, the `limit` or the `bad day` that it is made for; others never get it as a surprise.

    A routine for a bad day stretches nothing.
    """
