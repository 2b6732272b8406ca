"""Words that were said beside words that were heard: which were changed, however either of them writes numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from skill.content.language.numbers import spelled

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
_SPELT_OTHERWISE = {"ok": "okay", "alright": "all right", "straightaway": "straight away", "thankyou": "thank you"}
_MOST = 999


@dataclass(frozen=True)
class Change:
    """Words that became others; one of both sides may be empty."""

    said: str
    heard: str


def words_in(text: str) -> list[str]:
    """The words, in small letters, numbers spelled out, and nothing between them."""
    found = _WORD.findall(text.lower().replace("\u2019", "'"))
    return " ".join(_plain(word) for word in found).replace("-", " ").split()


def changes(said: Sequence[str], heard: Sequence[str]) -> Iterator[Change]:
    """What became of the words, in order; nothing where all are the same."""
    for kind, start, end, heard_start, heard_end in SequenceMatcher(None, said, heard, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(" ".join(said[start:end]), " ".join(heard[heard_start:heard_end]))


def wrong_words(said: Sequence[str], heard: Sequence[str]) -> int:
    """How many words were changed, lost or added: the distance of Levenshtein, in words."""
    row = list(range(len(heard) + 1))
    for number, word in enumerate(said, start=1):
        left, row[0] = row[0], number
        for column, other in enumerate(heard, start=1):
            left, row[column] = row[column], min(left + (word != other), row[column] + 1, row[column - 1] + 1)
    return row[-1]


def _plain(word: str) -> str:
    if word.isdigit():
        return spelled(int(word), "en") if int(word) <= _MOST else word
    return _SPELT_OTHERWISE.get(word, word)
