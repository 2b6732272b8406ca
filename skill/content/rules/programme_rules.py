"""Rules for programmes: they name routines that exist, begin gently, and speak plainly."""

from collections.abc import Iterator, Mapping

from skill.content.language.spoken_rules import brief, plain, texts
from skill.content.model import Kind, Routine, Stretch
from skill.content.model.programmes import REST, Programme
from skill.content.reading.faults import Complaint

OTHER_NAMES_AT_LEAST = 2
GENTLE_AT_FIRST = 3
"""How many days of practice at the beginning have no strong stretch."""


def _begins_with_a_routine(programme: Programme) -> Iterator[Complaint]:
    if programme.days[0] == REST:
        yield Complaint("days.0", "begins with a day of rest")


def _other_names(programme: Programme) -> Iterator[Complaint]:
    for language, words in programme.words.items():
        if len(words.also) < OTHER_NAMES_AT_LEAST:
            yield Complaint(f"words.{language}.also", f"at least {OTHER_NAMES_AT_LEAST} other names are needed")


def _spoken(programme: Programme) -> Iterator[Complaint]:
    yield from plain(programme.words, "words")
    yield from brief(programme.words, "words")
    for place, text in texts(programme.words, "words"):
        if {"{", "}"}.intersection(text):
            yield Complaint(place, "takes no placeholder")


PROGRAMME_RULES = (_begins_with_a_routine, _other_names, _spoken)
"""The rules for one programme by itself."""


def unsuited_days(
    programme: Programme, routines: Mapping[str, Routine], stretches: Mapping[str, Stretch]
) -> Iterator[Complaint]:
    """A complaint about every routine that does not exist, and about every strong stretch in the first few days."""
    days = {f"days.{number}": day for number, day in enumerate(programme.days) if day != REST}
    for path, slug in (days | {"small": programme.small}).items():
        if slug not in routines:
            yield Complaint(path, f"there is no routine {slug}")
    for path, slug in list(days.items())[:GENTLE_AT_FIRST]:
        for strong in _strong(routines.get(slug), stretches):
            yield Complaint(path, f"{slug} has {strong}, and the first {GENTLE_AT_FIRST} have nothing strong")


def _strong(routine: Routine | None, stretches: Mapping[str, Stretch]) -> Iterator[str]:
    steps = routine.steps if routine else ()
    yield from (step.stretch for step in steps if stretches[step.stretch].kind is Kind.STRONG)
