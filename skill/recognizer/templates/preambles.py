"""How people begin to tell something: the words that Alexa keeps for itself when it hands on those that follow."""

from collections.abc import Iterator, Mapping

from skill.ports.turn import TOLD as UNREAD
from skill.recognizer.templates.manners import Manners
from skill.recognizer.templates.slots import SlotType

TOLD = SlotType("AMAZON.SearchQuery", UNREAD, ())
"""The slot that holds what was told behind a preamble, as it was said: alone in its sample, and one to an intent."""

Preambles = Mapping[str, tuple[str, ...]]
"""The ways of each preamble by its intent; the first is put back."""


def faults_of(preambles: Preambles, manners: Manners) -> Iterator[str]:
    """What is wrong with these preambles: nothing may be lost with one that its first way does not put back."""
    owners: dict[str, str] = {}
    for intent, ways in preambles.items():
        if len({manners.written_out(way) for way in ways}) != 1:
            yield f"{intent}: its ways are not the same words, shortened or not"
        for way in ways:
            if owners.setdefault(way, intent) != intent:
                yield f"{way}: said for {owners[way]} and for {intent}"
