"""What a conversation knows, for whoever reads the next words: what is going on, and what answers the open question."""

from collections.abc import Mapping
from typing import Any

from skill.dialogue.answers.conversation.questions import QUESTIONS
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.record import Unreadable, to_person
from skill.ports.evidence import FIRST_WORDS, Evidence
from skill.replaced import replace

NEEDS_A_PRACTICE = frozenset(
    {
        "AMAZON.NextIntent",
        "AMAZON.PreviousIntent",
        "AMAZON.StartOverIntent",
        "CorrectNumberIntent",
        "CorrectSideIntent",
        "CorrectStretchIntent",
        "EasierIntent",
        "GoBackIntent",
        "HoldForIntent",
        "HoldLongerIntent",
        "HoldShorterIntent",
        "JumpToNumberIntent",
        "OtherSideIntent",
        "PauseForIntent",
        "SkipSideIntent",
        "StartThisOverIntent",
        "SwapThisIntent",
        "UsualFormIntent",
    }
)
"""What leads or changes nothing where no routine is under way and none is unfinished."""


def evidence_in(copy: Mapping[str, Any]) -> Evidence:
    """What the copy that travels in a conversation tells; what is known of first words, where it is none of ours."""
    try:
        return evidence_of(to_person(copy["record"]))
    except (Unreadable, KeyError, AttributeError):
        return FIRST_WORDS


def evidence_of(person: Person, *, question_heard: bool = True) -> Evidence:
    """What is known of this person's conversation.

    A question that was interrupted before it came is no evidence: nobody can have answered it.
    """
    known = evidence(_phase(person), person.asked.kind if person.asked and question_heard else None)
    return replace(known, own_name=person.tailoring.own_name)


def evidence(phase: str, asked: Ask | None) -> Evidence:
    """What follows from a phase and from the question that is open.

    "Ready?" ends every reply that leads on, and people say anything to it: it makes no answer likelier.
    """
    misplaced = NEEDS_A_PRACTICE if phase == "idle" else frozenset[str]()
    if asked in (None, Ask.READY):
        return Evidence(phase, misplaced=misplaced)
    row = QUESTIONS[asked]
    known = Evidence(phase, asked.value, row.answers, misplaced - row.answers, row.surely, row.exact)
    return replace(known, offers=row.offers, plainly=row.plainly)


def _phase(person: Person) -> str:
    """What is going on: nothing, something unfinished, or a routine that is led in this conversation, or waits."""
    practice = person.practice
    if practice is None:
        return "idle"
    return practice.phase.value if practice.conversation == person.writer else "unfinished"
