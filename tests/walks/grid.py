"""Small words in every state, each said four times running: nobody is held in a loop, or closed upon on the floor.

`python -m tests.walks.grid` prints the cells that are wrong, with what was heard.
"""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.walks.people.somebody import Endless, Heard, Somebody
from tests.walks.report import counted, transcript
from tests.walks.states import STATES, reached

WORDS = (
    *("next", "skip", "continue", "go on", "resume", "back", "start over", "wait", "pause", "which side"),
    *("yes", "no", "okay", "what", "pardon", "repeat", "again", "help", "it hurts", "slower", "how long"),
    *("ready", "done", "more", "purple bananas"),
)
"""Twenty-four that somebody says to a coach, and one that nobody understands."""

TIMES = 4
FALLBACK = "AMAZON.FallbackIntent"
STANDING = frozenset({"You should be standing now.", "Now you are standing."})
"""Whoever has been talked up, in whichever words, may be said goodbye to."""
NOTHING = "nothing is under way"
SORRY = "something went wrong"
ASKS_FOR_THE_SAME = frozenset({"repeat", "again", "pardon", "what"})
"""Anybody who says these into a hold and is led through it once more has what they asked for, however often."""
ASKS_FOR_A_FACT = frozenset({"how long", "which side", "slower"})
"""Anybody who asks for the same fact, or for more than there is, is told the same, with the question in other words."""
ASKS_FOR_TIME = frozenset({"wait", "pause"})

CELLS = tuple((state, word) for state in STATES for word in WORDS)


@dataclass(frozen=True)
class Cell:
    """A word in a state, what was heard each time, and what is wrong with that."""

    state: str
    word: str
    heard: tuple[Heard, ...]
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.state:<14} {self.word:<15} {', '.join(self.faults)}\n    {transcript(self.heard)}"


def walked(state: str, word: str) -> Cell:
    """The word said four times, or till the microphone closes."""
    somebody = Somebody()
    somebody.back_to(reached(state))
    before = len(somebody.heard)
    faults: tuple[str, ...] = ()
    try:
        for _ in range(TIMES):
            _say(somebody, word, cuts_in=STATES[state].cuts_in)
            if not somebody.last.listens:
                break
    except Endless:
        faults = ("never ends",)
    heard = somebody.heard[before:]
    asked = somebody.heard[before - 1]
    found = (*faults, *_faults(asked, heard), *(_closed(heard) if STATES[state].lying else ()))
    return Cell(state, word, heard, found)


def _say(somebody: Somebody, word: str, *, cuts_in: bool) -> None:
    holds = somebody.last.holds()
    if cuts_in and holds:
        somebody.cut_in(f"alexa, {word}", holds[0].at(0.6))
    else:
        somebody.say(word)


def _faults(asked: Heard, heard: tuple[Heard, ...]) -> Iterator[str]:
    if any(count > 2 for count in Counter(_told(reply) for reply in heard if not _as_asked_for(reply)).values()):
        yield "the same three times"
    if any(NOTHING in reply.words.lower() for reply in heard) and asked.listens:
        yield "nothing under way"
    if any(reply.crash or SORRY in reply.words for reply in heard):
        yield "sorry"


def _told(reply: Heard) -> str:
    """What is new in a reply: for whoever asks for the same again the question counts, else what is said before it."""
    again = ASKS_FOR_THE_SAME | ASKS_FOR_A_FACT | ASKS_FOR_TIME
    return reply.words if reply.said.removeprefix("alexa, ") in again else reply.answer or reply.words


def _closed(heard: tuple[Heard, ...]) -> Iterator[str]:
    if any(reply.intent == FALLBACK and not reply.listens and not _is_up(reply) for reply in heard):
        yield "closed on the floor"


def _is_up(reply: Heard) -> bool:
    return any(words in reply.words for words in STANDING)


def _as_asked_for(reply: Heard) -> bool:
    return bool(reply.holds()) and reply.said.removeprefix("alexa, ") in ASKS_FOR_THE_SAME


def bad(cells: Iterable[tuple[str, str]]) -> list[Cell]:
    """The cells that are wrong."""
    return [cell for state, word in cells if (cell := walked(state, word)).faults]


def main() -> None:
    """Print the cells that are wrong, and how many of each kind."""
    found = bad(CELLS)
    print(f"{len(CELLS)} cells of small words in states, {len(found)} are wrong")
    print(counted(fault for cell in found for fault in cell.faults))
    print()
    print(_table(found))
    for cell in found:
        print(cell)


def _table(found: list[Cell]) -> str:
    """Words down, states across; a letter for each kind of fault."""
    letter = {"the same three times": "S", "nothing under way": "N", "closed on the floor": "C", "sorry": "X"}
    marks = {(cell.word, cell.state): "".join(letter.get(fault, "E") for fault in cell.faults) for cell in found}
    head = f"{'':<15}" + "".join(f"{state:<15}" for state in STATES)
    rows = (f"{word:<15}" + "".join(f"{marks.get((word, state), '.'):<15}" for state in STATES) for word in WORDS)
    legend = "S the same three times, N nothing is under way, C closed on the floor, X sorry, E never ends"
    return "\n".join((head, *rows, legend, ""))


if __name__ == "__main__":
    logging.disable()
    main()
