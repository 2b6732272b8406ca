"""Finds the name that somebody gives to their own routine: "call it, oh, I don't know, call it Betty's bits"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from skill.recognizer.templates.manners import Manners

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_LONGEST_NAME = 5
"""Words; more are no name but talk."""


@dataclass(frozen=True)
class Naming:
    """What was said before the naming, and the name; empty where it is too long for one."""

    before: str
    name: str


def naming_in(words: str, manners: Manners) -> Naming | None:
    """The name behind the last of the phrases that give one, corrections applied; None where no name is given."""
    said = [word.lower().replace("\u2019", "'") for word in _WORD.findall(words)]
    found = [(start, start + len(way)) for way in map(str.split, manners.naming) for start in _starts_of(way, said)]
    if not found:
        return None
    first, last = min(found)[0], max(stop for _, stop in found)
    named = said[last:]
    while back := next((at for at, word in enumerate(named[:-1], 1) if word in manners.perhaps_taking_back), 0):
        named = named[back:]
    name = " ".join(named)
    if not name or name in manners.no_names:
        return None
    return Naming(" ".join(said[:first]), name if len(named) <= _LONGEST_NAME else "")


def _starts_of(way: Sequence[str], said: Sequence[str]) -> list[int]:
    if way[0] not in said:
        return []
    return [at for at in range(len(said) - len(way) + 1) if said[at : at + len(way)] == list(way)]
