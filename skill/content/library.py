"""All stretches, routines, ways between postures, phrases and warning words, read once and never changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from skill.content.language.locales import Locale, language_of, languages_of, usual_language
from skill.content.language.phrases import Phrases
from skill.content.language.signs import Danger, Signs
from skill.content.language.warnings import Warnings
from skill.content.model import Posture, Routine, Step, Stretch, Transition
from skill.content.model.course import Course
from skill.content.model.forms import as_told
from skill.content.model.limits import Limit, left_out_by
from skill.content.model.programmes import Programme
from skill.content.reading.ends import Ends
from skill.content.reading.faults import ContentFaults, Fault
from skill.content.reading.folder import Files, files_in, version_of
from skill.content.reading.lines import line_of
from skill.content.rules.limit_rules import missing_ways, poor_offers, unknown_limits
from skill.content.rules.order_rules import order_complaints
from skill.content.rules.programme_rules import unsuited_days
from skill.content.rules.suiting import unsuited
from skill.content.shelves import LookedAt, Shelves
from skill.folders import folder_of

CONTENT_FOLDER = folder_of("content")
"""Where the authors' files lie."""


@dataclass(frozen=True, eq=False)
class Library:
    """Everything that authors wrote; `version` changes with every byte of it. One is equal to itself alone."""

    version: str
    stretches: Mapping[str, Stretch]
    routines: Mapping[str, Routine]
    transitions: Mapping[tuple[Posture, Posture], Transition]
    phrases: Mapping[str, Phrases]
    warnings: Mapping[str, Warnings]
    locales: Mapping[str, Locale]
    signs: Mapping[str, Signs] = field(default_factory=dict)
    limits: Mapping[str, Limit] = field(default_factory=dict)
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    ends: Ends = field(default_factory=Ends)

    @cached_property
    def danger(self) -> Mapping[str, Danger]:
        """What each language says of danger, by phrases and by signs."""
        return {language: Danger(warnings, self.signs.get(language)) for language, warnings in self.warnings.items()}

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language that is spoken in some locale."""
        return languages_of(self.locales)

    @property
    def usual_language(self) -> str:
        """What is spoken where nothing else is known."""
        return usual_language(self.locales)

    def language_of(self, locale: str) -> str:
        """The language to speak to a speaker that is set so, whether there is such a locale or not."""
        return language_of(self.locales, locale)

    def invocation(self, language: str) -> str:
        """What the skill is called by those who open it in this language: the same in all of its locales."""
        return next(locale.invocation for locale in self.locales.values() if locale.language == language)

    def stretch(self, slug: str) -> Stretch:
        """The stretch of this slug; KeyError when there is none."""
        return self.stretches[slug]

    def stretch_of(self, step: Step) -> Stretch:
        """The stretch of this step as the routine tells it: in the step's form, and in the step's posture."""
        return as_told(self.stretches[step.stretch], step)

    def routine(self, slug: str) -> Routine:
        """The routine of this slug; KeyError when there is none."""
        return self.routines[slug]

    def way(self, start: Posture, end: Posture, limits: Iterable[str] = ()) -> Transition | None:
        """How to get from one posture to another within these limits: None when nobody has to move."""
        if start is end:
            return None
        known = (self.limits[limit].way(start, end) for limit in limits if limit in self.limits)
        return next(filter(None, known), self.transitions[start, end])

    def course(self, routine: Routine) -> Course:
        """The routine with its stretches and the ways between them."""
        return Course(routine, tuple(self.stretch_of(step) for step in routine.steps), self.transitions)


def ruled_out(library: Library, limits: Iterable[str]) -> frozenset[str]:
    """The slugs of the stretches that these limits leave out; one that is gone from the content leaves out none."""
    known = [library.limits[limit] for limit in limits if limit in library.limits]
    return left_out_by(known, library.stretches) if known else frozenset()


def read_library(folder: Path = CONTENT_FOLDER) -> Library:
    """Everything in the folder, or `ContentFaults` with every fault of every file: nothing is ever half read."""
    return library_of(files_in(folder))


def library_of(files: Files, looked_at: LookedAt | None = None) -> Library:
    """The same from the bytes of files by their names; what was looked at before is not looked at again."""
    shelves = Shelves(files, looked_at)
    stretches = shelves.stretches()
    library = Library(
        version=version_of(files),
        stretches=MappingProxyType({slug: stretch for slug, stretch in stretches.items() if stretch is not None}),
        routines=shelves.routines(stretches),
        transitions=shelves.transitions(),
        locales=shelves.locales(),
        phrases=shelves.phrases(),
        warnings=shelves.warnings(),
        signs=shelves.signs(),
        limits=shelves.limits(stretches),
        programmes=shelves.programmes(),
        ends=shelves.ends(stretches),
    )
    shelves.check_areas(stretches, library.routines)
    if faults := shelves.faults or [*_faults_together(library)]:
        raise ContentFaults(tuple(_with_line(fault, files) for fault in faults))
    return library


def _with_line(fault: Fault, files: Mapping[str, bytes]) -> Fault:
    """The fault with the line of its file in which it stands."""
    text = files.get(fault.file, b"").decode("utf-8", "replace")
    return replace(fault, line=line_of(text, fault.path))


def _faults_together(library: Library) -> Iterator[Fault]:
    """What is wrong with files that are right by themselves."""
    yield from _order_faults(library)
    yield from _limit_faults(library)
    yield from _programme_faults(library)
    for slug, (path, text) in unsuited(library.routines, library.stretches):
        yield Fault(f"routines/{slug}.toml", path, text)


def _order_faults(library: Library) -> list[Fault]:
    """What is out of order in the routines of our own; the articles keep their order as it was published."""
    return [
        Fault(f"routines/{routine.slug}.toml", path, text)
        for routine in library.routines.values()
        if routine.source == "house"
        for path, text in order_complaints(library.course(routine))
    ]


def _limit_faults(library: Library) -> Iterator[Fault]:
    """What limits offer that would not do, the ways that they lack, and what is done by the ways of none."""
    for limit in library.limits.values():
        poor = poor_offers(limit, library.routines, library.stretches)
        for path, text in (*poor, *missing_ways(limit, library.transitions.values())):
            yield Fault(f"limits/{limit.slug}.toml", path, text)
    for slug, routine in library.routines.items():
        for path, text in unknown_limits(routine, library.limits):
            yield Fault(f"routines/{slug}.toml", path, text)


def _programme_faults(library: Library) -> Iterator[Fault]:
    """What programmes ask for that would not do."""
    for programme in library.programmes.values():
        for path, text in unsuited_days(programme, library.routines, library.stretches):
            yield Fault(f"programmes/{programme.slug}.toml", path, text)
