"""The slot that the answer to a question fills, so that Alexa can be told to listen for it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Awaited:
    """The intent that an answer makes, the slot that it fills, and the phrase that asks for it without a name."""

    intent: str
    slot: str
    asked: str


STRETCH = Awaited("StartStretchIntent", "stretch", "ask.which-name")
ROUTINE = Awaited("StartRoutineIntent", "routine", "ask.which-name")
PROGRAMME = Awaited("StartProgrammeIntent", "programme", "ask.which-name")
TIME = Awaited("RemindMeAtIntent", "time", "asked.remind-at.short")
MINUTES = Awaited("ByTimeIntent", "duration", "asked.minutes.short")
CHOICE = Awaited("ChooseIntent", "choice", "asked.which.ways")

NAMES = {one.slot: one for one in (STRETCH, ROUTINE, PROGRAMME)}
"""A name, by the slot that it fills."""

AWAITED = (STRETCH, ROUTINE, PROGRAMME, TIME, MINUTES, CHOICE)
"""Everything that is ever waited for: the model that Alexa takes has to name it."""
