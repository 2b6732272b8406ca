"""How much likelier or less likely a wish is by what is known of the conversation, in the unit of `Weights.scores`."""

from typing import NamedTuple

from skill.ports.evidence import Evidence
from skill.recognizer.reader.costs import leads_on_or_deletes

ANSWERS_THE_QUESTION = 25.0
"""For a wish that answers the open question."""
LEAVES_THE_QUESTION = -12.0
"""For a wish that leads on or deletes something while a question is open that it does not answer."""
MISPLACED = -25.0
"""For a wish that makes no sense in this phase."""


class Likelihood(NamedTuple):
    """What is added to the weight of a wish, and why in plain words; a tuple, for speed: a sentence needs hundreds."""

    weight: float = 0.0
    why: str = ""


_NOTHING_SAID = Likelihood()


def likelihood(intent: str, known: Evidence) -> Likelihood:
    """What is known for or against a wish, whatever its words."""
    if intent in known.answers:
        return Likelihood(ANSWERS_THE_QUESTION, f"answers the open question, {known.question}")
    if intent in known.misplaced:
        return Likelihood(MISPLACED, f"means nothing while {known.phase}")
    if known.question and leads_on_or_deletes(intent):
        return Likelihood(LEAVES_THE_QUESTION, f"would leave the open question, {known.question}")
    return _NOTHING_SAID
