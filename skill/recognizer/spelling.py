"""Forgives one slip of the finger or the ear in a long word, when only one known word can be meant."""

import re
from collections.abc import Iterable

from skill.recognizer.manners import Words

SHORTEST_FORGIVEN = 5
"""Letters: in shorter words one other letter is too often another word (pain, paid; left, lift)."""

_LONG_WORD = re.compile(r"(?<![\w'\u2019])[a-z]{5,}(?![\w'\u2019])")


class Spelling:
    """The long words that are ever said here."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(word for word in known if len(word) >= SHORTEST_FORGIVEN)

    def corrected(self, words: Words) -> Words:
        """The words, each unknown long one replaced by the one known word a slip away, if there is just one."""
        return tuple(self._one_corrected(word) for word in words)

    def corrected_text(self, text: str) -> str:
        """The same for a text that keeps its punctuation; words with an apostrophe are left alone."""
        return _LONG_WORD.sub(lambda word: self._one_corrected(word.group()), text.lower())

    def _one_corrected(self, word: str) -> str:
        if len(word) < SHORTEST_FORGIVEN or word in self._known:
            return word
        near = [known for known in self._known if is_one_slip_away(word, known)]
        return near[0] if len(near) == 1 else word


def is_one_slip_away(said: str, known: str) -> bool:
    """Whether one letter added, lost or exchanged, or two neighbours swapped, turn one word into the other."""
    if said == known or abs(len(said) - len(known)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(said, known, strict=False)) if a != b), min(len(said), len(known)))
    rest, known_rest = said[same:], known[same:]
    swapped = rest[:2] == known_rest[1::-1] and rest[2:] == known_rest[2:]
    return swapped or rest[1:] in (known_rest, known_rest[1:]) or rest == known_rest[1:]
