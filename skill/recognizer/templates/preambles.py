"""How people begin to tell something: the words that Alexa keeps for herself when she hands on those that follow."""

from collections.abc import Iterator, Mapping

from skill.ports.turn import TOLD as UNREAD
from skill.recognizer.templates.manners import Manners
from skill.recognizer.templates.slots import SlotType

TOLD = SlotType("AMAZON.SearchQuery", UNREAD, ())
"""The slot that holds what was told behind a preamble, as it was said: alone in its sample, and one to an intent."""

Preambles = Mapping[str, tuple[str, ...]]
"""The ways of each preamble by its intent; the first is put back."""


def faults_of(preambles: Preambles, manners: Manners) -> Iterator[str]:
    """What is wrong with these preambles: whatever is lost with one must be the same in all its ways."""
    owners: dict[str, str] = {}
    for intent, ways in preambles.items():
        if len({_turned_round(way, manners) for way in ways}) > 1:
            yield f"{intent}: one of its ways says the opposite of another"
        for way in ways:
            if owners.setdefault(way, intent) != intent:
                yield f"{way}: said for {owners[way]} and for {intent}"


def _turned_round(way: str, manners: Manners) -> int:
    """How many words of these turn a meaning round."""
    return sum(word in manners.negations for word in manners.written_out(way))
