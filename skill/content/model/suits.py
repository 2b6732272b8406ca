"""The tags of a routine, by which it is found without being named: for whom, where and when it suits."""

from dataclasses import field
from typing import Annotated, Literal

from skill.content.model.frozen import Checked, Frozen

Rank = Annotated[int, Checked(strict=True, ge=1, le=60)]
"""A place among others, the best first; no two have the same."""

Only = Literal["bed", "chair", "standing", "morning", "evening", "limit", "bad day"]


class Suits(Frozen):
    """What a routine is offered for; one without tags is led when it is asked for, and may come as a surprise."""

    anybody: Rank | None = None
    """Its place among what is offered to anybody, the best first; the first is the usual one."""
    areas: dict[str, Rank] = field(default_factory=dict)
    """The parts of the body that it is for, each with its place among the routines for that part."""
    first_time: bool = False
    """Whether it is offered to people who come for the first time: exactly one routine is."""
    softest: bool = False
    """Whether it asks the least, and is offered to whoever has something wrong: exactly one is."""
    only: Only | None = None
    """The place, the hour, the lack (`limit`) or the `bad day` that it is made for: no surprise to anybody else.

    In one for a bad day nothing is stretched.
    """
