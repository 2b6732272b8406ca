"""Finds the names, numbers, times and lengths in a sentence, and replaces each by its kind, such as `{stretch}`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from skill.recognizer.sentences.names import AllNames
from skill.recognizer.sentences.sentences import Filled
from skill.recognizer.templates.manners import Words

_LONGEST_NAME = 7
"""Words."""
_KINDS = ("stretch", "routine", "programme", "duration", "side", "area", "setting", "days", "limit", "number")
"""The kinds that replace words; if the same words name two, the first counts."""
_ROUTINE, _AREA, _HOUR = "routine", "area", "time"
_BESIDES = (_HOUR, "span", "choice", "part", "bodyword", "day", "reached")
"""Kinds that are found as well but replace no words, because these may mean something else just as well."""


@dataclass(frozen=True)
class Mentions:
    """The mentions (those that replace words first, in order), and the words with each of these as its kind."""

    filled: tuple[Filled, ...]
    typed: Words

    def of(self, slot: str) -> tuple[Filled, ...]:
        """All mentions of a kind."""
        return tuple(filled for filled in self.filled if filled.slot == slot)


def mentions_in(words: Words, names: AllNames) -> Mentions:
    """The mentions in these words, read from the left, the longest name first."""
    filled: list[Filled] = []
    typed: list[str] = []
    for piece in _pieces(words, names):
        if isinstance(piece, Filled):
            filled.append(piece)
            typed.append(f"{{{piece.slot}}}")
        else:
            typed.append(piece)
    return Mentions((*filled, *_also(filled, names), *_besides(words, names)), tuple(typed))


def _also(filled: Iterable[Filled], names: AllNames) -> Iterator[Filled]:
    """The areas whose name is also that of a routine that was found: "the hips" may be either."""
    for one in filled:
        areas = names[_AREA].slugs(one.said) if one.slot == _ROUTINE and _AREA in names else ()
        if areas:
            yield Filled(_AREA, one.said, areas)


def _besides(words: Words, names: AllNames) -> Iterator[Filled]:
    """The mentions that replace no words; for speed only kinds are tried with a name that one of the words begins."""
    begun = {kind for word in words for kind in names.begun_by(word)}
    for kind in filter(begun.__contains__, _BESIDES):
        said = tuple(_without_days(words, names)) if kind == _HOUR else words
        yield from (piece for piece in _pieces(said, names, (kind,)) if isinstance(piece, Filled))


def _without_days(words: Words, names: AllNames) -> Iterator[str]:
    """The words with a mark in the place of days: "of an evening" names days, and no hour."""
    for piece in _pieces(words, names, ("days",)):
        yield "{days}" if isinstance(piece, Filled) else piece


def _pieces(words: Words, names: AllNames, kinds: Sequence[str] = _KINDS) -> Iterator[Filled | str]:
    start = 0
    while start < len(words):
        if none := names.no_name_in(words[start:]):
            yield from words[start : start + none]
            start += none
            continue
        found = _longest(words[start : start + _LONGEST_NAME], names, kinds)
        yield found or words[start]
        start += len(found.said) if found else 1


def _longest(words: Words, names: AllNames, kinds: Sequence[str]) -> Filled | None:
    begun = names.begun_by(words[0])
    there = [kind for kind in kinds if kind in begun] if begun else ()
    longest = min(len(words), max((begun[kind] for kind in there), default=0))
    for length in range(longest, 0, -1):
        said = words[:length]
        for kind in there:
            slugs = names[kind].slugs(said)
            if slugs:
                return Filled(kind, said, slugs)
    return None
