"""Reads a turn of which Alexa has handed on words: puts back how they began, and makes it the wish that they are."""

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
    """What reads the words of one language, and how people begin to tell something there."""

    recognizer: Recognizer
    preambles: Preambles

    def read(self, turn: Turn, known: Evidence) -> Turn:
        """The turn as the wish that its words are, danger first; none of them are left where they are no name.

        What answers a question in a slot and is no wish stays what Alexa took it for where that is no name. As a name
        that nobody knows it would be a new wish, and the question lost over it; as a warning sign, a false alarm.
        """
        meant = self.recognizer.understand(self.whole(turn), known)
        if meant.intent == FALLBACK and not {TOLD, SIGN, *NAMES} & {*turn.slots}:
            return replace(turn, unread="")
        return replace(turn, intent=meant.intent, slots=as_told(meant), also=besides(meant), unread="")

    def whole(self, turn: Turn) -> str:
        """All the words: those that Alexa handed on, behind those by which she knew that she should."""
        ways = self.preambles.get(turn.intent) if TOLD in turn.slots else None
        return f"{ways[0]} {turn.unread}" if ways else turn.unread


def as_told(meant: Understood) -> dict[str, Slot]:
    """The slots of what was understood, as a turn has them."""
    return {name: Slot(slot.said, slot.ids) for name, slot in meant.slots.items()}


def besides(meant: Understood) -> Wish | None:
    """What was understood to be wished besides, and what besides that, as a turn has them."""
    return Wish(meant.also.intent, as_told(meant.also), besides(meant.also)) if meant.also else None
