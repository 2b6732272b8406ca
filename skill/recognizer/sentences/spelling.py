"""Corrects one wrong letter in a long word, mistyped or misheard, if only one known word can be meant."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from skill.recognizer.templates.manners import Words

SHORTEST_FORGIVEN = 5
"""Letters: in shorter words one other letter is too often another word (pain, paid; left, lift)."""

_LONG_WORD = re.compile(r"(?<![\w'\u2019])[^\W\d_]{5,}(?![\w'\u2019])")


_END_LETTERS = 2

Slip = Callable[[str, str], bool]
"""Whether the first word is the second but for a slip; it must keep the first two letters, or the last two."""


class Spelling:
    """Corrects words by the known long words, and by which slips are forgiven."""

    def __init__(self, known: Iterable[str], slip: Slip) -> None:
        self._known = frozenset(word for word in known if len(word) >= SHORTEST_FORGIVEN)
        self._slip = slip
        self._by_end: dict[tuple[str, str], set[str]] = defaultdict(set)
        for word in self._known:
            for end in _ends(word):
                self._by_end[end].add(word)

    def corrected(self, words: Words) -> Words:
        """The words, with each unknown long one replaced by the known word a slip away, if there is exactly one."""
        return tuple(self._one_corrected(word) for word in words)

    def corrected_text(self, text: str) -> str:
        """The same for a text that keeps its punctuation; words with an apostrophe are left alone."""
        return _LONG_WORD.sub(lambda word: self._one_corrected(word.group()), text.lower())

    def _one_corrected(self, word: str) -> str:
        if len(word) < SHORTEST_FORGIVEN or word in self._known:
            return word
        like = set[str]().union(*(self._by_end.get(end, ()) for end in _ends(word)))
        near = [known for known in like if self._slip(word, known)]
        return near[0] if len(near) == 1 else word


def _ends(word: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """The first two letters of a word, and the last two."""
    return (word[:_END_LETTERS], ""), ("", word[-_END_LETTERS:])


def is_one_slip_away(said: str, known: str) -> bool:
    """Whether one letter added, lost, swapped with its neighbour or exchanged for another makes the known word."""
    rest, known_rest = _where_they_differ(said, known)
    return is_a_typing_slip(said, known) or (bool(rest) and bool(known_rest) and rest[1:] == known_rest[1:])


def is_a_typing_slip(said: str, known: str) -> bool:
    """The same without exchanged letters, which often make another real word: shark is not sharp, lever not fever."""
    rest, known_rest = _where_they_differ(said, known)
    swapped = rest[:2] == known_rest[1::-1] and rest[2:] == known_rest[2:]
    return said != known and (swapped or rest[1:] == known_rest or rest == known_rest[1:])


def _where_they_differ(said: str, known: str) -> tuple[str, str]:
    """Both words from the first letter on that differs."""
    same = next((i for i, (a, b) in enumerate(zip(said, known, strict=False)) if a != b), min(len(said), len(known)))
    return said[same:], known[same:]
