"""Rules for stretches: their words fit their figures, sides and parts."""

import re
from collections.abc import Callable, Iterator

from skill.content.language.spoken_rules import brief, plain, texts
from skill.content.model import Stretch, StretchWords
from skill.content.reading.faults import Complaint

OTHER_NAMES_AT_LEAST = 2
ARTICLES_ARE_IN = "en"
PLACEHOLDERS = {"{side}", "{Side}", "{other}"}
NEVER_NAMES_A_SIDE = ("again", "rhythm", "both", "name", "also")


def _in_each_language(
    rule: Callable[[Stretch, StretchWords], Iterator[Complaint]],
) -> Callable[[Stretch], Iterator[Complaint]]:
    """The rule about words applied to every language, with the language put before the paths of its complaints."""

    def asked(stretch: Stretch) -> Iterator[Complaint]:
        for language, words in stretch.words.items():
            for path, text in rule(stretch, words):
                yield Complaint(f"words.{language}.{path}", text)

    return asked


def _placeholders(stretch: Stretch, words: StretchWords) -> Iterator[Complaint]:
    for place, text in texts(words, ""):
        path, found = place.removeprefix("."), re.findall(r"\{\w*\}|[{}]", text)
        for unknown in sorted(set(found) - PLACEHOLDERS):
            yield Complaint(path, f"{unknown} is no placeholder")
        sideless = stretch.sides == "none" or path.startswith(NEVER_NAMES_A_SIDE)
        if sideless and PLACEHOLDERS.intersection(found):
            yield Complaint(path, "names a side where there is none")


def _both_sides_told_apart(stretch: Stretch, words: StretchWords) -> Iterator[Complaint]:
    if stretch.sides != "none" and "{side}" not in " ".join(words.enter).lower():
        yield Complaint("enter", "must name the {side}")
    if stretch.sides != "none" and "{side}" not in words.short.lower():
        yield Complaint("short", "must name the {side}")
    if words.sided is not None and "{side}" not in words.sided:
        yield Complaint("sided", "must name the {side}")


def _parts(stretch: Stretch, words: StretchWords) -> Iterator[Complaint]:
    if tuple(words.parts) != stretch.parts:
        yield Complaint("parts", f"must have words for {', '.join(stretch.parts) or 'no part'}, in that order")
    if not words.enter and stretch.form != "parts":
        yield Complaint("enter", "missing: only a stretch of parts may leave the way in to them")


def _rhythm(stretch: Stretch, words: StretchWords) -> Iterator[Complaint]:
    if (stretch.form == "moving") != bool(words.rhythm):
        yield Complaint("rhythm", "is for moving stretches, and every one of them needs it")


def _both(stretch: Stretch, words: StretchWords) -> Iterator[Complaint]:
    if (stretch.sides == "each-then-both") != (words.both is not None):
        yield Complaint("both", "is for stretches of each side and then both, and every one of them needs it")


def _checks(_: Stretch, words: StretchWords) -> Iterator[Complaint]:
    """What a check asks is a question, so that the voice rises and the person answers; its correction is none."""
    for number, check in enumerate(words.checks):
        if not check.ask.endswith("?"):
            yield Complaint(f"checks.{number}.ask", "must be a question, to be answered with yes where it is right")
        if check.correct.endswith("?"):
            yield Complaint(f"checks.{number}.correct", "must say what to do, not ask")


def _other_names(_: Stretch, words: StretchWords) -> Iterator[Complaint]:
    if len(words.also) < OTHER_NAMES_AT_LEAST:
        yield Complaint("also", f"at least {OTHER_NAMES_AT_LEAST} other names are needed")


def _called_as_published(stretch: Stretch) -> Iterator[Complaint]:
    """In the language of the articles, a stretch has the names that the articles give it, as people may use them."""
    words = stretch.words.get(ARTICLES_ARE_IN)
    for dose in stretch.doses if words else ():
        if words and dose.called and dose.called not in (words.name, *words.also):
            path = f"words.{ARTICLES_ARE_IN}.also"
            yield Complaint(path, f"{dose.called!r}, as {dose.source} calls it, is missing")


def _figures(stretch: Stretch) -> Iterator[Complaint]:
    if (stretch.form == "parts") != bool(stretch.parts):
        yield Complaint("parts", "is for the form of parts, and every one of them needs it")
    if (stretch.sides == "each-then-both") != (stretch.both is not None):
        yield Complaint("both", "is for stretches of each side and then both, and every one of them needs it")
    for index, dose in enumerate(stretch.doses):
        if (dose.hold if stretch.form == "moving" else dose.lasts) is not None:
            yield Complaint(f"doses.{index}", "a moving stretch lasts, every other one holds")


def _sides_alike(stretch: Stretch) -> Iterator[Complaint]:
    """Both sides get the same in every length that the stretch may last, and in every number of repetitions."""
    lengths = {"hold.shortest": stretch.hold.shortest, "hold.usual": stretch.hold.usual}
    lengths |= {f"doses.{index}": seconds for index, dose in enumerate(stretch.doses) for seconds in dose.hold_seconds}
    for path, seconds in lengths.items():
        if not stretch.sides_alike(seconds):
            yield Complaint(path, f"in {seconds} seconds one side has more than the other")
    if stretch.easier_in_turn and (stretch.sides != "none" or not all(word.easier for word in stretch.words.values())):
        yield Complaint("easier_in_turn", "is for an easier form of what has no sides otherwise")
    if stretch.easier_in_turn and stretch.repetitions.fewest % 2:
        yield Complaint("repetitions.fewest", "must be even, where the sides take turns")


def _spoken(stretch: Stretch) -> Iterator[Complaint]:
    yield from plain(stretch.words, "words")
    yield from brief(stretch.words, "words")


WORD_RULES = (_placeholders, _both_sides_told_apart, _parts, _rhythm, _both, _checks, _other_names)

STRETCH_RULES: tuple[Callable[[Stretch], Iterator[Complaint]], ...] = (
    _figures,
    _sides_alike,
    _spoken,
    _called_as_published,
    *(_in_each_language(rule) for rule in WORD_RULES),
)
"""The rules for one stretch by itself."""
