"""The library: stretches, routines, ways between postures, phrases and warnings, immutable once they are read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from skill.content.language.locales import Locale, language_of, languages_of, usual_language
from skill.content.language.phrases import Phrases
from skill.content.language.signs import Danger, Signs
from skill.content.language.warnings import Warnings
from skill.content.model import Posture, Routine, Step, Stretch, Transition
from skill.content.model.course import Course
from skill.content.model.ends import Ends
from skill.content.model.forms import as_told
from skill.content.model.limits import Limit, left_out_by
from skill.content.model.programmes import Programme
from skill.content.model.tags import Tags


@dataclass(frozen=True, eq=False)
class Library:
    """Everything that authors wrote; `version` changes with every byte of it. Compared by identity."""

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
    areas: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By what people name, the parts of the body that they mean."""
    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language, the words of small numbers, from nought."""

    @cached_property
    def danger(self) -> Mapping[str, Danger]:
        """By language, the phrases and signs of danger."""
        return {language: Danger(warnings, self.signs.get(language)) for language, warnings in self.warnings.items()}

    @cached_property
    def tags(self) -> Tags:
        """The index of routines by their tags."""
        return Tags(self.routines, self.stretches)

    @cached_property
    def bending_deep(self) -> frozenset[str]:
        """The slugs of routines with a deep bend of the back."""
        courses = {slug: self.course(routine) for slug, routine in self.routines.items()}
        return frozenset(slug for slug, course in courses.items() if any(one.bend == "deep" for one in course.numbered))

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language of some locale."""
        return languages_of(self.locales)

    @property
    def usual_language(self) -> str:
        """The language where nothing else is known."""
        return usual_language(self.locales)

    def language_of(self, locale: str) -> str:
        """The language for devices in this locale, whether we have it or not."""
        return language_of(self.locales, locale)

    def invocation(self, language: str) -> str:
        """The invocation name in this language, the same in all of its locales."""
        return next(locale.invocation for locale in self.locales.values() if locale.language == language)

    def stretch(self, slug: str) -> Stretch:
        """The stretch of this slug; raises KeyError where there is none."""
        return self.stretches[slug]

    def stretch_of(self, step: Step) -> Stretch:
        """The stretch of this step, in the form and the posture that the step asks for."""
        if step.form == "usual" and step.posture is None:
            return self.stretches[step.stretch]
        key = step.stretch, step.form, step.posture
        if key not in self._told_otherwise:
            self._told_otherwise[key] = as_told(self.stretches[step.stretch], step)
        return self._told_otherwise[key]

    @cached_property
    def _told_otherwise(self) -> dict[tuple[str, str, Posture | None], Stretch]:
        return {}

    def posture_of(self, step: Step) -> Posture:
        """The posture in which this step is done."""
        return step.posture or self.stretches[step.stretch].posture

    def routine(self, slug: str) -> Routine:
        """The routine of this slug; raises KeyError where there is none."""
        return self.routines[slug]

    def way(self, start: Posture, end: Posture, limits: Iterable[str] = ()) -> Transition | None:
        """How to get from one posture to another within these limits; None where no move is needed."""
        if start is end:
            return None
        known = (self.limits[limit].way(start, end) for limit in limits if limit in self.limits)
        return next(filter(None, known), self.transitions[start, end])

    def course(self, routine: Routine) -> Course:
        """The routine with its stretches and the ways between them."""
        return Course(routine, tuple(self.stretch_of(step) for step in routine.steps), self.transitions)


def ruled_out(library: Library, limits: Iterable[str]) -> frozenset[str]:
    """The slugs of the stretches that these limits rule out; limits that are gone from the content rule out none."""
    known = [library.limits[limit] for limit in limits if limit in library.limits]
    return left_out_by(known, library.stretches) if known else frozenset()
