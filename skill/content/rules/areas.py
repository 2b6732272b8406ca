"""The parts of the body that stretches and routines are for: each has to be in the content's list."""

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated

from skill.content.model import Checked, Frozen, Slug
from skill.content.reading.faults import Complaint

Areas = Mapping[str, frozenset[str]]
"""By what people name, all the parts that are meant."""


class WrittenAreas(Frozen):
    """The file of all parts of the body."""

    areas: Annotated[tuple[Slug, ...], Checked(min_length=1)]
    """Their names."""
    named: dict[Slug, Annotated[tuple[Slug, ...], Checked(min_length=1)]]
    """What people name when they are stiff, by its name in the interaction model: the parts that are meant."""


def unknown_areas(named: Mapping[str, str], known: Collection[str]) -> Iterator[Complaint]:
    """Every part of the body, by its path, that is not in the list of them."""
    for path, area in named.items():
        if area not in known:
            yield Complaint(path, f"{area!r} is not in areas.toml, which has {', '.join(known)}")
