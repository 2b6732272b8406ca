"""Lengths of time and times of day, as people say them and as Alexa writes them: PT10M, 07:00, MO for the morning."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from skill.content.model.frozen import Frozen
from skill.recognizer.templates.expansion import any_of
from skill.recognizer.templates.slots import SlotType, SlotValue

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

DURATION, TIME = "AMAZON.DURATION", "AMAZON.TIME"
"""The slot types that are built into Alexa: the compiled model names them, but has no values for them."""

_NUMBERS = range(100)
_HOURS = range(1, 13)
_SMALL_MINUTES, _MINUTES = range(1, 10), range(10, 60)
_MINUTES_OF_HALF_A_DAY = 12 * 60
_LANGUAGES_KEPT = 4


class Amounts(Frozen):
    """How one language says amounts of time, as templates with `{number}`, `{hour}` or `{minute}` in them."""

    language: str
    lengths: dict[str, str]
    clock: dict[str, int]
    minute_after: tuple[str, ...]
    small_minute_after: tuple[str, ...]
    before_noon: str
    after_noon: str
    named_times: dict[str, str]

    def __hash__(self) -> int:
        """A hash that includes the items of the mappings, so that equal ones have the same."""
        return hash((self.language, *self.lengths.items(), *self.clock.items(), *self.named_times.items()))

    def slot_types(self) -> tuple[SlotType, ...]:
        """The types for lengths and times, with a value for each amount that is understood, and all its names."""
        return _slot_types(self)

    def all_lengths(self) -> Iterator[tuple[str, str]]:
        """Every length, as Alexa writes it and as it is said."""
        for template, written in self.lengths.items():
            for sample in any_of(template):
                for number in _NUMBERS if "{number}" in sample else (0,):
                    yield written.format(number=number), sample.format(number=_spelt(number, self.language))

    def all_times(self) -> Iterator[tuple[str, str]]:
        """Every time of day, as Alexa writes it and as it is said."""
        for template, written in self.named_times.items():
            yield from ((written, sample) for sample in any_of(template))
        before_noon, after_noon = any_of(self.before_noon), any_of(self.after_noon)
        for minutes, said in self._on_the_clock():
            early = minutes % _MINUTES_OF_HALF_A_DAY
            yield _time(minutes), said
            yield from ((_time(early), f"{said} {part}") for part in before_noon)
            yield from ((_time(early + _MINUTES_OF_HALF_A_DAY), f"{said} {part}") for part in after_noon)

    def _on_the_clock(self) -> Iterator[tuple[int, str]]:
        """Every time on a clock of twelve hours, in minutes since twelve, and as it is said."""
        exact = {sample: added for template, added in self.clock.items() for sample in any_of(template)}
        after = [(_MINUTES, self.minute_after), (_SMALL_MINUTES, self.small_minute_after)]
        later = [(minute, sample) for minutes, said in after for minute, sample in product(minutes, _any_of_all(said))]
        for hour in _HOURS:
            spelt = _spelt(hour, self.language)
            yield from ((hour * 60 + added, sample.format(hour=spelt)) for sample, added in exact.items())
            for minute, sample in later:
                yield hour * 60 + minute, sample.format(hour=spelt, minute=_spelt(minute, self.language))


@lru_cache(maxsize=_LANGUAGES_KEPT)
def _slot_types(amounts: Amounts) -> tuple[SlotType, ...]:
    """Both types, computed once for all locales of a language."""
    return (
        _slot_type(DURATION, "duration", amounts.all_lengths()),
        _slot_type(TIME, "time", amounts.all_times()),
    )


def _slot_type(name: str, slot: str, amounts: Iterable[tuple[str, str]]) -> SlotType:
    """The type with one value for each amount; if two amounts have the same name, the first keeps it."""
    owners: dict[str, str] = {}
    for written, said in amounts:
        owners.setdefault(said, written)
    return SlotType(name, slot, tuple(_values(owners)), closed=True)


def _values(owners: Mapping[str, str]) -> Iterator[SlotValue]:
    names: dict[str, list[str]] = defaultdict(list)
    for said, written in owners.items():
        names[written].append(said)
    for written, (first, *others) in names.items():
        yield SlotValue(written, first, tuple(others))


def _any_of_all(templates: Iterable[str]) -> tuple[str, ...]:
    return tuple(sample for template in templates for sample in any_of(template))


def _time(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


@cache
def _spelt(number: int, language: str) -> str:
    return _speller(language).format_number(number).text.replace("-", " ")


@cache
def _speller(language: str) -> "RbnfEngine":
    from unicode_rbnf import RbnfEngine  # noqa: PLC0415  # most of what is said has no digits

    return RbnfEngine.for_language(language)
