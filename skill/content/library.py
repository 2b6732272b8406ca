"""All stretches, routines, ways between postures, phrases and warning words, read once and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from skill.content.faults import ContentFaults
from skill.content.folder import files_in, version_of
from skill.content.model import Posture, Routine, Stretch, Transition
from skill.content.phrases import Phrases
from skill.content.shelves import Shelves
from skill.content.warnings import Warnings

CONTENT_FOLDER = Path(__file__).resolve().parents[2] / "content"
"""Where the authors' files lie: beside the package."""


@dataclass(frozen=True)
class Library:
    """Everything that authors wrote; `version` changes with every byte of it."""

    version: str
    stretches: Mapping[str, Stretch]
    routines: Mapping[str, Routine]
    transitions: Mapping[tuple[Posture, Posture], Transition]
    phrases: Mapping[str, Phrases]
    warnings: Mapping[str, Warnings]

    def stretch(self, slug: str) -> Stretch:
        """The stretch of this slug; KeyError when there is none."""
        return self.stretches[slug]

    def routine(self, slug: str) -> Routine:
        """The routine of this slug; KeyError when there is none."""
        return self.routines[slug]

    def way(self, start: Posture, end: Posture) -> Transition | None:
        """How to get from one posture to another: None when nobody has to move."""
        return None if start is end else self.transitions[start, end]


def read_library(folder: Path = CONTENT_FOLDER) -> Library:
    """Everything in the folder, or `ContentFaults` with every fault of every file: nothing is ever half read."""
    files = files_in(folder)
    shelves = Shelves(files)
    stretches = shelves.stretches()
    library = Library(
        version=version_of(files),
        stretches=MappingProxyType({slug: stretch for slug, stretch in stretches.items() if stretch is not None}),
        routines=shelves.routines(stretches),
        transitions=shelves.transitions(),
        phrases=shelves.phrases(),
        warnings=shelves.warnings(),
    )
    if shelves.faults:
        raise ContentFaults(tuple(shelves.faults))
    return library
