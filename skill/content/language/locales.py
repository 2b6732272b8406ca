"""A locale: everything that one country says or shows differently, read from one file."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated
from zoneinfo import ZoneInfo

from skill.content.language.spoken_rules import plain
from skill.content.model.frozen import Checked, Frozen
from skill.content.reading.faults import Complaint
from skill.content.reading.reading import Table, Unusable, shaped

_TAG = re.compile(r"[a-z]{2}-[A-Z]{2}")
"""Alexa's name for a locale: a language and a country, such as en-NZ."""


def _on_the_map(zone: str) -> str:
    try:
        ZoneInfo(zone)
    except (LookupError, ValueError, OSError) as unknown:
        raise ValueError(f"no such time zone: {zone!r}") from unknown
    return zone


@cache
def _countable(language: str) -> str:
    from unicode_rbnf import RbnfEngine  # noqa: PLC0415

    try:
        RbnfEngine.for_language(language)
    except ValueError as unknown:
        raise ValueError(f"no numbers are known in words for {language!r}") from unknown
    return language


def _as_spoken(words: str) -> str:
    if not words or not all(word.isalpha() and word == word.lower() for word in words.split(" ")):
        raise ValueError("must be words in small letters, as they are spoken")
    return words


_SpokenWords = Annotated[str, Checked(_as_spoken)]
_Shown = Annotated[str, Checked(min_length=2)]


class Shown(Frozen):
    """The texts of the skill's manifest, which the Alexa app shows."""

    name: _Shown
    summary: _Shown
    description: _Shown
    phrases: Annotated[tuple[_Shown, ...], Checked(min_length=1)]
    keywords: Annotated[tuple[_Shown, ...], Checked(min_length=1)]


class Locale(Frozen):
    """Everything that differs by country. Every field is required, so that none is taken from another country.

    The emergency number and the adviser (whom to see besides a doctor) are written as they are spoken. `zone` is the
    time zone of most people who set their speaker to this locale. People open the skill by its `invocation`.
    """

    tag: str
    language: Annotated[str, Checked(_countable)]
    zone: Annotated[str, Checked(_on_the_map)]
    emergency_number: _SpokenWords
    emergency_digits: Annotated[str, Checked(pattern=r"^[0-9]{2,6}$")]
    """The same number in digits, to be shown, and to call it from a screen."""
    adviser: _SpokenWords
    invocation: _SpokenWords
    shown: Shown


def locale_from(tag: str, table: Table) -> Locale:
    """The locale from the table of a file, whose name is its tag; raises `Unusable`."""
    if not _TAG.fullmatch(tag):
        raise Unusable([Complaint("", "must be named by a language and a country, such as en-NZ.toml")])
    if "tag" in table:
        raise Unusable([Complaint("tag", "unknown key")])
    return shaped(Locale, table | {"tag": tag})


def languages_of(tags: Iterable[str]) -> tuple[str, ...]:
    """The languages of locales, each once, in alphabetical order; content needs words in each of them."""
    return tuple(sorted({tag.partition("-")[0] for tag in tags if _TAG.fullmatch(tag)}))


def usual_language(locales: Mapping[str, Locale]) -> str:
    """The language to use if nothing else is known: that of most locales; of equals, the first by name."""
    times = Counter(locale.language for _, locale in sorted(locales.items()))
    return times.most_common(1)[0][0]


def language_of(locales: Mapping[str, Locale], tag: str) -> str:
    """The language for a device set to this locale; for an unknown locale its own if we have it, else the usual."""
    if tag in locales:
        return locales[tag].language
    own = tag.partition("-")[0]
    return own if own in languages_of(locales) else usual_language(locales)


def _named_by_its_language(locale: Locale) -> Iterator[Complaint]:
    if locale.language != locale.tag.partition("-")[0]:
        yield Complaint("language", f"{locale.language!r} is not the language of {locale.tag}")


def _plain(locale: Locale) -> Iterator[Complaint]:
    yield from plain(locale.shown, "shown", locale.language)


def _opened_by_its_name(locale: Locale) -> Iterator[Complaint]:
    for index, phrase in enumerate(locale.shown.phrases):
        if locale.invocation not in phrase:
            yield Complaint(f"shown.phrases.{index}", f"must call the skill {locale.invocation!r}")


_DIGITS = {"zero": "0", "oh": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5"} | {
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
}
_TIMES = {"double": 2, "triple": 3}


def _one_number(locale: Locale) -> Iterator[Complaint]:
    """The number in words is the number in digits; checked for English only."""
    words, digits, times = locale.emergency_number.split(), "", 1
    for word in words:
        digits += _DIGITS.get(word, "") * times
        times = _TIMES.get(word, 1)
    if locale.language == "en" and digits != locale.emergency_digits:
        yield Complaint("emergency_digits", f"{locale.emergency_digits!r} is not {locale.emergency_number!r}")


LOCALE_RULES = (_named_by_its_language, _plain, _opened_by_its_name, _one_number)
"""The rules for one locale by itself."""


def called_otherwise(locale: Locale, locales: Iterable[Locale]) -> Iterator[Complaint]:
    """A complaint where another locale of the language has another invocation, as phrases that name it are shared."""
    others = [one for one in locales if one.language == locale.language and one.tag < locale.tag]
    for first in others[:1]:
        if first.invocation != locale.invocation:
            yield Complaint("invocation", f"{first.tag} is opened by {first.invocation!r}; a language has one name")
