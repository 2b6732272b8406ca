"""Understands words that Alexa hands on unread: puts the words before them back, and turns the turn into a wish."""

from dataclasses import dataclass

from skill.ports.awaited import NAMES
from skill.ports.evidence import Evidence
from skill.ports.turn import SIGN, TOLD, Slot, Turn, Wish
from skill.recognizer.meaning import Understood
from skill.recognizer.recognizer import FALLBACK, Recognizer
from skill.recognizer.templates.preambles import Preambles
from skill.replaced import replace


@dataclass(frozen=True)
class ToldReader:
    """Reads turns in one language, with its recognizer and its preambles."""

    recognizer: Recognizer
    preambles: Preambles

    def read(self, turn: Turn, known: Evidence) -> Turn:
        """The turn with the wish that its unread words are, danger first; nothing stays unread.

        If the words are no wish, the turn keeps Alexa's intent and slots, unless a slot holds a name, a warning sign or
        the told words: an unknown name would be a new wish, so that the open question would be lost, and a warning sign
        would be a false alarm.
        """
        meant = self.recognizer.understand(self.whole(turn), known)
        if meant.intent == FALLBACK and not {TOLD, SIGN, *NAMES} & {*turn.slots}:
            return replace(turn, unread="")
        return replace(turn, intent=meant.intent, slots=as_told(meant), also=besides(meant), unread="")

    def whole(self, turn: Turn) -> str:
        """All the words: the preamble of the intent, then the words that Alexa handed on."""
        ways = self.preambles.get(turn.intent) if TOLD in turn.slots else None
        return f"{ways[0]} {turn.unread}" if ways else turn.unread


def as_told(meant: Understood) -> dict[str, Slot]:
    """The slots of what was understood, as slots of a turn."""
    return {name: Slot(slot.said, slot.ids) for name, slot in meant.slots.items()}


def besides(meant: Understood) -> Wish | None:
    """The further wishes of what was understood, one within the other, as a turn has them; None without any."""
    return Wish(meant.also.intent, as_told(meant.also), besides(meant.also)) if meant.also else None
