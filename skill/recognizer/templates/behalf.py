"""Rewrites what somebody says on behalf of the person on the mat into the first person: "she's ready", "I'm ready"."""

import re
from collections.abc import Iterator

from skill.recognizer.templates.manners import Manners, Words

_CLAUSES = re.compile(r"[,;:.!?]+")
_IS = re.compile(r"['\u2019]s\b")
_THEMSELVES, _FOR, _TO_THEM = "i", "for", "me"


def in_their_words(sentence: str, manners: Manners) -> str:
    """The sentence with "I" in the place of the person it is about; empty where it is about nobody else."""
    clauses = [manners.written_out(clause) for clause in _CLAUSES.split(_IS.sub(" is", sentence.lower()))]
    said = [tuple(_their_own(clause, manners)) for clause in clauses]
    return ", ".join(" ".join(words) for words in said if words) if said != clauses else ""


def _their_own(words: Words, manners: Manners) -> Iterator[str]:
    at = 0
    while at < len(words):
        named = not at or words[at - 1] == _FOR
        length = _other(words[at:], (*manners.pronouns, *manners.others) if named else manners.pronouns)
        follows = words[at + length] if length and at + length < len(words) else ""
        if follows in manners.of_others:
            yield from (_THEMSELVES, *manners.of_others[follows].split())
            at += length + 1
        elif length and at and words[at - 1] == _FOR:
            yield _TO_THEM
            at += length
        else:
            yield words[at]
            at += 1


def _other(words: Words, others: tuple[str, ...]) -> int:
    """How many words at the beginning name one of these people, the longest name first; 0 where nobody is named."""
    named = (tuple(phrase.split()) for phrase in sorted(others, key=len, reverse=True))
    return next((len(phrase) for phrase in named if words[: len(phrase)] == phrase), 0)
