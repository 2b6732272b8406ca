"""Every kind of question, every wish, every phase: no apology, and no question is lost without a reason.

`python -m tests.walks.questions` prints the cells that are wrong; with the name of a kind only those of that kind.
"""

import logging
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from skill.dialogue.answers.table import ANSWERS
from skill.ports.turn import LAUNCH, PERMISSION
from skill.timeline import Role
from tests.properties.slots import SENSIBLE
from tests.walks.kinds import GETTING_UP, kind_of, opened, questions, why_not
from tests.walks.people.somebody import Endless, Heard, Somebody
from tests.walks.report import counted, transcript

WISHES = tuple(intent for intent in ANSWERS if intent not in (LAUNCH, PERMISSION))

KEEPING = frozenset(
    {
        "AMAZON.FallbackIntent",
        "AMAZON.HelpIntent",
        "AMAZON.PauseIntent",
        "AMAZON.RepeatIntent",
        "OnceMoreIntent",
        "MoreTimeIntent",
        "PardonIntent",
    }
)
"""Not understood, help, hang on, pardon: no answer to any question, and no wish for something else."""

LEAVING_THE_LADDER = frozenset(
    {
        *("AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "AMAZON.StopIntent", "EnoughIntent"),
        *("AllWellIntent", "RedFlagIntent", "UpAgainIntent"),
    }
)
"""To stop, to be well, to be up already, or danger: after these nobody need be told on."""

OF_THE_LADDER = LEAVING_THE_LADDER | {
    *("AMAZON.FallbackIntent", "AMAZON.HelpIntent", "AMAZON.NextIntent", "AMAZON.NoIntent", "AMAZON.PauseIntent"),
    *("AMAZON.RepeatIntent", "OnceMoreIntent", "AMAZON.ResumeIntent", "AMAZON.YesIntent", "DizzyIntent"),
    "ExplainIntent",
    *("AllWellIntent", "BeginIntent", "EasierIntent", "EasingIntent", "FlareUpIntent", "TooMuchIntent"),
    *("MoreTimeIntent", "NerveSignIntent", "NotThereYetIntent", "PainIntent", "PardonIntent", "ReadyIntent"),
    *("SlowerIntent", "StuckIntent", "TiredIntent", "WhatNextIntent", "WhereAmIIntent"),
    *("AlreadyThereIntent", "BySettingIntent", "CannotEverIntent", "CannotIntent", "ChooseIntent", "CrampIntent"),
    *("NotAbleIntent", "OtherWordsIntent", "ReachedIntent", "WhichSideIntent"),
}
"""What means something of its own to somebody who is being told how to get up; all else says the move again."""

GOES_ON_UP = frozenset({"AMAZON.NextIntent", "AMAZON.ResumeIntent", "AMAZON.YesIntent", "ReadyIntent"})
"""After the last move, these end in a goodbye to somebody who stands."""

NOT_ABOUT_A_SUBJECT = frozenset({"go-on", "paused", "ready"})
"""Their subject is a note on the place, and may change while they stay."""

WHILE_ASKED = "nothing is under way"
FOR_WHO_STANDS = "sit down slowly"


@dataclass(frozen=True)
class Cell:
    """A wish while a question is open in a phase, what was heard, and what is wrong with that."""

    opening: str
    phase: str
    wish: str
    heard: tuple[Heard, ...]
    faults: tuple[str, ...]

    def __str__(self) -> str:
        where = f"{self.opening} ({self.phase}) + {self.wish}"
        return f"{where:<70} {', '.join(self.faults)}\n    {transcript(self.heard)}"


Place = tuple[str, str, str]


def cells() -> list[Place]:
    """Every question that is asked in a phase, with every wish."""
    return [(opening, phase, wish) for opening, phase in questions() for wish in WISHES]


def walked(opening: str, phase: str, wish: str) -> Cell:
    """The wish in answer to the question."""
    mark = opened(opening, phase)
    if mark is None:
        raise LookupError(f"nobody asks {opening} in the phase {phase}")
    somebody = Somebody()
    somebody.back_to(mark)
    before = somebody.last
    try:
        after = somebody.mean(wish, SENSIBLE.get(wish, {}), f"({wish})")
    except Endless:
        return Cell(opening, phase, wish, (before,), ("never ends",))
    return Cell(opening, phase, wish, (before, after), tuple(_faults(opening, wish, before, after)))


def _faults(opening: str, wish: str, before: Heard, after: Heard) -> Iterator[str]:
    if after.crash:
        yield "sorry"
    elif kind_of(opening) == GETTING_UP:
        yield from _off_the_ladder(wish, before, after)
    else:
        if wish in KEEPING and not why_not(before.kind, wish):
            yield from _lost(before, after)
        if WHILE_ASKED in after.words.lower():
            yield "nothing under way"


def _lost(before: Heard, after: Heard) -> Iterator[str]:
    if before.kind == "standing" and after.kind == GETTING_UP:
        return  # whoever does not stand yet, or did not hear it, is led on a move a turn
    if after.kind != before.kind:
        yield "question lost"
    elif before.kind not in NOT_ABOUT_A_SUBJECT and not _same(before, after):
        yield "subject lost"


def _same(before: Heard, after: Heard) -> bool:
    """Whether both ask about the same; how often they have asked may differ, and how far a whole way up was heard."""
    told = {"told": 0} if before.kind == "standing" else {}
    one, other = ({**heard.asked.get("about", {}), "at": 0, **told} for heard in (before, after))
    return one == other


def _off_the_ladder(wish: str, before: Heard, after: Heard) -> Iterator[str]:
    """What is wrong for somebody who is being told how to get up."""
    if FOR_WHO_STANDS in after.words.lower():
        yield "told to sit down who does not stand"
    if wish in LEAVING_THE_LADDER:
        return
    if not after.listens:
        if wish not in GOES_ON_UP or "you are up" not in after.words.lower():
            yield "closed on the way up"
    elif after.kind != GETTING_UP:
        yield "way up lost"
    elif wish not in OF_THE_LADDER and (not _same(before, after) or _move(before) not in after.words):
        yield "not the move again"


def _move(heard: Heard) -> str:
    """The move that was told; nothing while the person still rests before the first."""
    return next((moment.words for moment in heard.moments if moment.role is Role.POSTURE and moment.words), "")


def bad(places: Iterable[Place]) -> list[Cell]:
    """The cells that are wrong."""
    return [cell for place in places if (cell := walked(*place)).faults]


def main() -> None:
    """Print the cells that are wrong, and how many of each kind."""
    asked = ArgumentParser("python -m tests.walks.questions", description=main.__doc__)
    asked.add_argument("kinds", nargs="*", metavar="kind", help="of a question; all kinds without it")
    kinds = asked.parse_args().kinds
    everything = [place for place in cells() if place[0] in (kinds or [place[0]])]
    found = bad(everything)
    print(f"{len(everything)} cells of questions, phases and wishes, {len(found)} are wrong")
    print(counted(fault for cell in found for fault in cell.faults))
    print("\nBy question and fault:")
    print(counted(f"{cell.opening}: {fault}" for cell in found for fault in cell.faults))
    print("\nQuestions lost, by wish (of so many kinds in phases):")
    lost = Counter(cell.wish for cell in found if {"question lost", "subject lost"} & {*cell.faults})
    print("\n".join(f"{count:>6}  {wish}" for wish, count in lost.most_common()))
    print()
    for cell in found:
        print(cell)


if __name__ == "__main__":
    logging.disable()
    main()
