"""Finds the names that one wish lists, and the stretches that somebody wants in their own routine, or out of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from skill.limits import MOST_LISTED
from skill.ports.intents import Wish
from skill.recognizer.sentences.names import Names
from skill.recognizer.sentences.sentences import Filled, Match
from skill.recognizer.templates.manners import Manners, Words

_KINDS = ("stretch", "routine")
_LONGEST_NAME = 7
"""Words."""
_LONGEST_HALF = 4
"""Words."""
_NOT, _DEFINITE = "not", "the"
_ADDING, _REMOVING = "AddToMineIntent", "RemoveFromMineIntent"
_ARTICLES = 1
"""How many words may stand between what joins two names and the second name: "and the bridge"."""


_OF_SEVERAL = frozenset({"AddToMineIntent", "RemoveFromMineIntent"})
"""Wishes that may list several things: they ask nothing back, and lead nobody anywhere."""


def alike(heard: Iterable[Wish | None]) -> tuple[Wish, ...]:
    """The wishes, if all have the same intent and that may list several things; else empty.

    The last comes first, because the others become its further wishes, which are done before it.
    """
    wishes = [*heard]
    there = tuple(wish for wish in wishes if wish)
    same = len({wish.intent for wish in there}) == 1 and there[0].intent in _OF_SEVERAL
    return there[::-1] if same and len(there) == len(wishes) else ()


def owned(words: Words, names: Names, manners: Manners, *, asked: bool = False) -> tuple[Match, ...]:
    """What to add to their own routine, or remove: "my own one, cat cow and the pelvic thing"; the last first.

    Empty for fewer than two names, for a question, and where something is refused. If somebody was `asked` what should
    be in it, one name is enough, and another may be taken out: "not the child one, put the bridge instead".
    """
    text = f" {' '.join(words)} "
    wanted = asked or any(f" {phrase} " in text for phrase in manners.owning)
    refused = not asked and not set(manners.refusing).isdisjoint({*words} - {"not"})
    if not wanted or refused or (words and words[0] in manners.questions):
        return ()
    found: dict[tuple[str, ...], Match] = {}
    stop = 0
    for start, filled in _named(words, names, manners, asked=asked):
        if asked and found and _puts_right(words[stop:start], manners):
            found.popitem()
            found[filled.slugs] = Match(_ADDING, (filled,))
            continue
        stop = start + len(filled.said)
        before = found.pop(filled.slugs, None)
        out = _is_taken_out(words[:start], manners) if asked else _NOT in words[max(0, start - _ARTICLES - 1) : start]
        if not out or (asked and before is None):
            found[filled.slugs] = Match(_REMOVING if out else _ADDING, (filled,))
    return tuple(found.values())[::-1] if len(found) > 1 or asked else ()


def _puts_right(between: Words, manners: Manners) -> bool:
    """Whether the words between two names put the second in the place of the first: "the bridge, no, the cobra"."""
    text = f" {' '.join(between)} "
    sure = any(f" {phrase} " in text for phrase in manners.taking_back)
    return sure or (" ".join(between[:-_ARTICLES]) in manners.perhaps_taking_back and between[-1] == _DEFINITE)


def _is_taken_out(before: Words, manners: Manners) -> bool:
    """Whether the words before a name take it out; an article may stand between."""
    text = f" {' '.join(before)}"
    without = f" {' '.join(before[:-_ARTICLES])}" if before and before[-1] in manners.light_words else text
    return any(said.endswith(f" {phrase}") for phrase in manners.taking_out for said in (text, without))


def _named(words: Words, names: Names, manners: Manners, *, asked: bool = False) -> Iterator[tuple[int, Filled]]:
    """Every stretch that is named, whole or half with a word that points at it ("the child one"), and where."""
    pointing = (*manners.pointing, *manners.kinds_of_thing) if asked else manners.pointing
    start = 0
    while start < len(words):
        stop = _ends(words, start, names) or _points(words, start, names, (manners.small_words, pointing))
        stop = stop or (start + 1 if asked and _is_half_of_one(words[: start + 1], names, manners) else 0)
        if stop:
            said = words[start:stop]
            yield start, Filled(names.slot, said, names.slugs(said) or names.nearly(said)[:1])
        start = stop or start + 1


def _is_half_of_one(words: Words, names: Names, manners: Manners) -> bool:
    """Whether the last word, behind an article, is half of the name of exactly one stretch: "the rolls"."""
    *before, word = words
    small = word in manners.small_words or word in manners.light_words
    return not small and {*before[-1:]} <= {*manners.light_words} and bool(before) and len(names.nearly((word,))) == 1


def _points(words: Words, start: int, names: Names, told: tuple[Collection[str], Collection[str]]) -> int:
    """Where the half of a name that begins at `start` ends, including the word that points at it; 0 without one.

    `told` has the words that are in no name, and those that point.
    """
    small, pointing = told
    stops = [at + 1 for at in range(start + 1, min(len(words), start + _LONGEST_HALF)) if words[at] in pointing]
    plain = words[start] not in small
    return next((stop for stop in stops if plain and names.nearly(words[start:stop])), 0)


def each_alone(words: Words, names: Mapping[str, Names], joining: Collection[str]) -> tuple[Words, ...]:
    """The words once for each name that they list, with that name only; empty unless the last two names are joined."""
    for kind in _KINDS:
        for first, _ in _spans(words, names[kind]):
            listed = [*_listed(words, first, names[kind], joining)]
            if len(listed) > 1:
                return tuple((*words[:first], *words[start:stop], *words[listed[-1][1] :]) for start, stop in listed)
    return ()


def _listed(words: Words, start: int, names: Names, joining: Collection[str]) -> Iterator[tuple[int, int]]:
    """The start and stop of each name of a list that begins at `start`, with only joints and articles between."""
    found: list[tuple[int, int]] = []
    joins: list[bool] = []
    while (stop := _ends(words, start, names)) and len(found) < MOST_LISTED:
        found.append((start, stop))
        joined = stop < len(words) and words[stop] in joining
        joins.append(joined)
        begins = range(stop + joined, stop + joined + _ARTICLES + 1)
        start = next((at for at in begins if at < len(words) and _ends(words, at, names)), len(words))
    yield from found if len(found) > 1 and joins[len(found) - 2] else ()


def _spans(words: Words, names: Names) -> Iterator[tuple[int, int]]:
    for start in range(len(words)):
        stop = _ends(words, start, names)
        if stop:
            yield start, stop


def _ends(words: Words, start: int, names: Names) -> int:
    """Where the longest name that begins at `start` ends; 0 where none does."""
    lengths = range(min(_LONGEST_NAME, len(words) - start), 0, -1)
    return next((start + length for length in lengths if names.slugs(words[start : start + length])), 0)
