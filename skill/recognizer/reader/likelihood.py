"""How much likelier or less likely a wish is by what the conversation knows, a hundred being surely."""

from typing import NamedTuple

from skill.ports.evidence import Evidence
from skill.recognizer.reader.costs import leads_on_or_deletes

ANSWERS_THE_QUESTION = 25.0
"""What answers the open question: nobody asks it without expecting that."""
LEAVES_THE_QUESTION = -12.0
"""What leads on, ends or deletes something, while another question is open."""
MISPLACED = -25.0
"""What means nothing in this phase."""


class Likelihood(NamedTuple):
    """What is added to the weight of a wish, and why, in a few plain words: asked for each of hundreds a sentence."""

    weight: float = 0.0
    why: str = ""


_NOTHING_SAID = Likelihood()


def likelihood(intent: str, known: Evidence) -> Likelihood:
    """What speaks for a wish, or against it, before a word of it is weighed."""
    if intent in known.answers:
        return Likelihood(ANSWERS_THE_QUESTION, f"answers the open question, {known.question}")
    if intent in known.misplaced:
        return Likelihood(MISPLACED, f"means nothing while {known.phase}")
    if known.question and leads_on_or_deletes(intent):
        return Likelihood(LEAVES_THE_QUESTION, f"would leave the open question, {known.question}")
    return _NOTHING_SAID
