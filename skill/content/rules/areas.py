"""The parts of the body that stretches and routines are for, which must be listed in areas.toml."""

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated

from skill.content.model import Checked, Frozen, Slug
from skill.content.reading.faults import Complaint

Areas = Mapping[str, frozenset[str]]
"""For each part that people name, all the listed parts that it means."""


class WrittenAreas(Frozen):
    """The file areas.toml: all parts of the body."""

    areas: Annotated[tuple[Slug, ...], Checked(min_length=1)]
    """The names of the parts."""
    named: dict[Slug, Annotated[tuple[Slug, ...], Checked(min_length=1)]]
    """For each part that people say is stiff, by its name in the interaction model, the parts that it means."""


def unknown_areas(named: Mapping[str, str], known: Collection[str]) -> Iterator[Complaint]:
    """A complaint about every part of the body in `named`, by its path, that is not among the known ones."""
    for path, area in named.items():
        if area not in known:
            yield Complaint(path, f"{area!r} is not in areas.toml, which has {', '.join(known)}")
