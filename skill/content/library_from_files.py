"""Reads the content's files into a library, or raises with every fault of every file.

The running skill uses a compiled copy, and loads none of this.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from skill.content.language.numbers import numbers_in
from skill.content.library import Library
from skill.content.reading.faults import ContentFaults, Fault
from skill.content.reading.folder import Files, files_in, version_of
from skill.content.reading.lines import line_of
from skill.content.rules.limit_rules import missing_ways, poor_offers, unknown_limits
from skill.content.rules.order_rules import order_complaints
from skill.content.rules.programme_rules import unsuited_days
from skill.content.rules.suiting import unsuited
from skill.content.shelves import LookedAt, Shelves
from skill.folders import folder_of
from skill.replaced import replace

CONTENT_FOLDER = folder_of("content")
"""The folder of the authors' files."""


def read_library(folder: Path = CONTENT_FOLDER, looked_at: LookedAt | None = None) -> Library:
    """The library in this folder; raises ContentFaults with every fault of every file."""
    return library_of(files_in(folder), looked_at)


def library_of(files: Files, looked_at: LookedAt | None = None) -> Library:
    """The library of these files, given as bytes by name; raises ContentFaults with every fault of every file.

    `looked_at` caches what was read before, by name and bytes.
    """
    shelves = Shelves(files, looked_at)
    stretches = shelves.stretches()
    routines = shelves.routines(stretches)
    library = Library(
        version=version_of(files),
        stretches=MappingProxyType({slug: stretch for slug, stretch in stretches.items() if stretch is not None}),
        routines=routines,
        transitions=shelves.transitions(),
        locales=shelves.locales(),
        phrases=shelves.phrases(),
        warnings=shelves.warnings(),
        signs=shelves.signs(),
        limits=shelves.limits(stretches),
        programmes=shelves.programmes(),
        ends=shelves.ends(stretches),
        areas=shelves.areas(stretches, routines),
    )
    if faults := shelves.faults or [*_faults_together(library)]:
        raise ContentFaults(tuple(_with_line(fault, files) for fault in faults))
    return replace(library, numbers=MappingProxyType({one: numbers_in(one) for one in library.languages}))


def _with_line(fault: Fault, files: Mapping[str, bytes]) -> Fault:
    """The fault with the line of its file in which it stands."""
    text = files.get(fault.file, b"").decode("utf-8", "replace")
    return replace(fault, line=line_of(text, fault.path))


def _faults_together(library: Library) -> Iterator[Fault]:
    """Faults between files, each of which is right by itself."""
    yield from _order_faults(library)
    yield from _limit_faults(library)
    yield from _programme_faults(library)
    for slug, (path, text) in unsuited(library.routines, library.stretches):
        yield Fault(f"routines/{slug}.toml", path, text)


def _order_faults(library: Library) -> list[Fault]:
    """Faults in the order of our own routines; published ones keep the order of their article."""
    return [
        Fault(f"routines/{routine.slug}.toml", path, text)
        for routine in library.routines.values()
        if routine.source == "house"
        for path, text in order_complaints(library.course(routine))
    ]


def _limit_faults(library: Library) -> Iterator[Fault]:
    """Unsuitable offers and missing ways of limits, and routines that name limits that do not exist."""
    for limit in library.limits.values():
        poor = poor_offers(limit, library.routines, library.stretches)
        for path, text in (*poor, *missing_ways(limit, library.transitions.values())):
            yield Fault(f"limits/{limit.slug}.toml", path, text)
    for slug, routine in library.routines.items():
        for path, text in unknown_limits(routine, library.limits):
            yield Fault(f"routines/{slug}.toml", path, text)


def _programme_faults(library: Library) -> Iterator[Fault]:
    """Days of programmes that name unsuitable routines."""
    for programme in library.programmes.values():
        for path, text in unsuited_days(programme, library.routines, library.stretches):
            yield Fault(f"programmes/{programme.slug}.toml", path, text)
