"""Preambles: how people begin to tell something. Alexa does not hand these words on, but only those that follow."""

from collections.abc import Iterator, Mapping

from skill.ports.turn import TOLD as UNREAD
from skill.recognizer.templates.manners import Manners
from skill.recognizer.templates.slots import SlotType

TOLD = SlotType("AMAZON.SearchQuery", UNREAD, ())
"""The slot for the words behind a preamble, as said. Alexa allows no other slot beside it, and one for each intent."""

Preambles = Mapping[str, tuple[str, ...]]
"""The variants of each preamble, by intent; the first is put back before the words that follow."""


def faults_of(preambles: Preambles, manners: Manners) -> Iterator[str]:
    """What is wrong with these preambles: all variants must mean the same, for only the first is put back."""
    owners: dict[str, str] = {}
    for intent, ways in preambles.items():
        if len({manners.written_out(way) for way in ways}) != 1:
            yield f"{intent}: its ways are not the same words, shortened or not"
        for way in ways:
            if owners.setdefault(way, intent) != intent:
                yield f"{way}: said for {owners[way]} and for {intent}"
