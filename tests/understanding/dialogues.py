"""The dialogues of people who had read none of ours, played: what they say, what they would expect, what they hear.

`python -m tests.understanding.dialogues` plays all of them, with numbers only those. A person reads what comes out: no
machine can say whether a reply is what was meant. Somebody who speaks in a hold is let into the next one first, by
"ready", where the dialogue's writer thought of one that is not reached yet; but nobody is on the way up, where the
while that a move takes is all the "hold" there is.
"""

import re
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.walks.people.somebody import Heard, Somebody

FOLDER = Path(__file__).parent / "unseen"
FIRST_AND_LAST_CHARACTERS = 330
MOST_READIES = 3
LONG_AFTER_SECONDS = 600
"""From here on a time is meant as it is: another hour, or another day."""

_ON_THE_WAY_UP = frozenset({"up", "standing"})
"""The questions in which somebody is told the way up."""

_TURN = re.compile(r"\(\+(?P<seconds>\d+)\) (?P<phase>[^>]+?) > (?P<words>.+)")
_HEAD = re.compile(r"#+ (?:dialogue )?(?P<number>\d+):? (?P<who>.+)")


@dataclass(frozen=True)
class Step:
    """What is said so many seconds later, in what phase as its writer thought, and what should come of it."""

    seconds: int
    phase: str
    words: str
    hoped: str


@dataclass(frozen=True)
class Dialogue:
    """A whole dialogue, by its name and who leads it."""

    name: str
    who: str
    steps: tuple[Step, ...]


def dialogues() -> Iterator[Dialogue]:
    """All that were written, in the order of their files."""
    for path in sorted(FOLDER.glob("dialogues*.txt")):
        file = path.stem.removeprefix("dialogues")
        for text in path.read_text(encoding="utf-8").strip().split("\n\n"):
            lines = text.splitlines()
            head = _HEAD.match(lines[0])
            if head:
                yield Dialogue(f"{file}.{head['number']}", head["who"], tuple(_steps(lines[1:])))


def _steps(lines: list[str]) -> Iterator[Step]:
    for turn, hoped in zip(lines[::2], lines[1::2], strict=True):
        match = _TURN.fullmatch(turn)
        if match is None:
            raise ValueError(f"not a turn: {turn}")
        yield Step(int(match["seconds"]), match["phase"], match["words"], hoped.removeprefix("= "))


def played(dialogue: Dialogue) -> Iterator[tuple[Step | None, Heard]]:
    """Each turn with what is heard; without a step the words that lead into a hold."""
    somebody = Somebody()
    for step in dialogue.steps:
        if step.phase == "hold":
            yield from ((None, heard) for heard in _led_into_a_hold(somebody))
        yield step, _said(somebody, step)


def _led_into_a_hold(somebody: Somebody) -> Iterator[Heard]:
    for _ in range(MOST_READIES):
        if somebody.heard and (somebody.last.holds() or somebody.last.kind in _ON_THE_WAY_UP):
            return
        yield somebody.say("ready")


def _said(somebody: Somebody, step: Step) -> Heard:
    """The words in the middle of a hold, in answer to the reply, or after a while."""
    if step.seconds >= LONG_AFTER_SECONDS or not somebody.heard:
        return somebody.say(step.words, step.seconds if somebody.heard else None)
    holds = somebody.last.holds()
    if step.phase == "hold" and holds:
        return somebody.cut_in(step.words, holds[0].at(0.6))
    return somebody.say(step.words)


def written(dialogue: Dialogue) -> Iterator[str]:
    """The dialogue to be read: words, intent, what was hoped for, what was heard."""
    yield f"# {dialogue.name}: {dialogue.who}"
    for step, heard in played(dialogue):
        yield f"> {heard.said}   [{heard.intent}]" + ("" if step else "   (to get on)")
        if step:
            yield f"  hoped: {step.hoped}"
        yield f"  heard: {_short(heard)}"
    yield ""


def _short(heard: Heard) -> str:
    words, limit = heard.words, FIRST_AND_LAST_CHARACTERS
    shown = words if len(words) <= 2 * limit else f"{words[:limit]} ... {words[-limit // 2 :]}"
    return f"{shown} [{'listens' if heard.listens else 'closes'}]"


def main() -> None:
    """Print the dialogues that are named, all without a name."""
    there = {dialogue.name: dialogue for dialogue in dialogues()}
    asked = ArgumentParser("python -m tests.understanding.dialogues", description=main.__doc__)
    asked.add_argument("names", nargs="*", metavar="name", help=f"from {min(there)} to {max(there)}")
    names = asked.parse_args().names or there
    if unknown := [name for name in names if name not in there]:
        asked.error(f"there is no dialogue {unknown[0]}")
    for name in names:
        print("\n".join(written(there[name])))


if __name__ == "__main__":
    main()
