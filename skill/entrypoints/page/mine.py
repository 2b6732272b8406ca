"""What is kept of whoever practises here, as they see it: days, what they leave out, and how their holds differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from skill.content.library import Library
from skill.device.page_view import Shows
from skill.dialogue.memory.person import Person
from skill.tailoring.fits.fit import Fit

_WEEKS = 7
_DAYS = 7


@dataclass(frozen=True)
class Day:
    """One day of the calendar."""

    number: int
    month: int
    """From nought, as the names of months are counted."""
    practised: bool
    ahead: bool


@dataclass(frozen=True)
class KeptLine:
    """Something that is kept, in words, and what takes it back, where a sentence does."""

    words: str
    say: str = ""


@dataclass(frozen=True)
class Mine:
    """All of it."""

    weeks: tuple[tuple[Day, ...], ...]
    total: int
    finished: int
    left_out: tuple[KeptLine, ...]
    changed: tuple[KeptLine, ...]


def mine_of(person: Person, shows: Shows, today: date) -> Mine:
    """What the record has of a person, and nothing else."""
    return Mine(
        weeks=tuple(_weeks(person, today)),
        total=person.habit.days.total,
        finished=person.finished,
        left_out=(*_limits(person, shows), *_never(person, shows)),
        changed=tuple(_fits(person, shows)),
    )


def _weeks(person: Person, today: date) -> Iterator[tuple[Day, ...]]:
    """Seven weeks from Monday to Sunday, this one the last."""
    monday = today - timedelta(days=today.weekday())
    for week in range(_WEEKS - 1, -1, -1):
        first = monday - timedelta(weeks=week)
        days = [first + timedelta(days=number) for number in range(_DAYS)]
        yield tuple(Day(day.day, day.month - 1, person.habit.days.on(day.toordinal()), day > today) for day in days)


def _limits(person: Person, shows: Shows) -> Iterator[KeptLine]:
    library, language = shows.library, shows.language
    for slug in dict.fromkeys(person.tailoring.limits + person.tailoring.limits_today):
        if slug in library.limits:
            yield _allowed(library.limits[slug].words[language].name, shows)


def _never(person: Person, shows: Shows) -> Iterator[KeptLine]:
    library, language = shows.library, shows.language
    for slug in dict.fromkeys(person.tailoring.never + person.tailoring.resting):
        if slug in library.stretches:
            yield _allowed(library.stretches[slug].words[language].name, shows)


def _allowed(name: str, shows: Shows) -> KeptLine:
    return KeptLine(name, shows.labels.allow.format(name=name))


def _fits(person: Person, shows: Shows) -> Iterator[KeptLine]:
    names = _names_by_mark(shows.library, shows.language)
    for fit in person.tailoring.fits:
        told = [words for words in _differences(fit, shows) if words]
        if fit.mark in names and told:
            yield KeptLine(f"{names[fit.mark]}: {', '.join(told)}")


def _differences(fit: Fit, shows: Shows) -> Iterator[str]:
    labels = shows.labels
    yield labels.more_seconds.format(seconds=f"{fit.hold:+d}") if fit.hold else ""
    yield labels.more_times.format(times=f"{fit.repetitions:+d}") if fit.repetitions else ""
    yield labels.easier if fit.easier else ""


def _names_by_mark(library: Library, language: str) -> dict[str, str]:
    return {Fit.of(slug).mark: stretch.words[language].name for slug, stretch in library.stretches.items()}
