"""Records why a sentence was understood as it was: which step understood it, and by what."""

from dataclasses import dataclass
from enum import StrEnum

from skill.recognizer.reader.belief import Belief


class TakenBy(StrEnum):
    """The steps that may understand a sentence, each with the words in which people read of it."""

    DANGER = "a sign of danger"
    KNOWN = "a known sentence"
    SPELLING = "a known sentence, spelt right"
    NEAR = "near to a known sentence"
    SEVERAL = "the wish that counts of all that was said"
    HALF = "a known sentence with half of a name"
    CLAUSE = "a part of what was said"
    NAME = "a known sentence with a name that nobody has"
    REFUSED = "what is said of something that is only named"
    READER = "weighed word by word"
    MENTIONED = "what is mentioned, with nothing under way"
    DENIED = "danger, denied"
    INEXACT = "too grave to be heard but word for word"
    NOTHING = "no step understood it"


@dataclass(frozen=True)
class Reason:
    """The step that understood a sentence, the words or the row it went by, and the reader's belief if it was asked."""

    step: TakenBy
    by: str = ""
    within: "Reason | None" = None
    """For a step that goes by a part of the words: why that part was understood."""
    belief: Belief | None = None

    def told(self) -> str:
        """The reason in one plain line."""
        parts = [self.by, self.within.told() if self.within else "", self.belief.told() if self.belief else ""]
        told = "; ".join(part for part in parts if part)
        return f"{self.step.value}: {told}" if told else self.step.value
