"""What a reply in the dialogues of other people must be to pass: judged by hand, one line a turn, and counted.

`unseen/judged.txt` has a line for each turn: its dialogue and number, the intents of which one must be heard, and after
a tilde words that the reply must have where that is what matters. A plus stands where it passes: the tests hold those.
`make bench` prints how many do, and `python -m tests.understanding.dialogues` what is heard.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tests.understanding.dialogues import FOLDER, Dialogue, dialogues, played
from tests.walks.people.somebody import Heard

_LINE = re.compile(r"(?P<held>[+-]) (?P<dialogue>\d\.\d) (?P<turn>\d+): (?P<intents>[A-Za-z|]+)(?: ~ (?P<words>.+))?")


@dataclass(frozen=True)
class Judged:
    """What is accepted of the reply to one turn, and whether it is held to pass."""

    dialogue: str
    turn: int
    intents: frozenset[str]
    words: str
    held: bool

    def accepts(self, heard: Heard) -> bool:
        """Whether the reply does what was hoped for, or what a sensible coach would do instead."""
        plain = heard.intent.removeprefix("AMAZON.").removesuffix("Intent").removesuffix("Request")
        return plain in self.intents and re.search(self.words, heard.words) is not None


def judged() -> Mapping[tuple[str, int], Judged]:
    """All the lines, by their dialogue and turn."""
    lines = (FOLDER / "judged.txt").read_text(encoding="utf-8").splitlines()
    read = (_of(line) for line in lines if line and not line.startswith("#"))
    return {(one.dialogue, one.turn): one for one in read}


def _of(line: str) -> Judged:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"not a judgement: {line}")
    intents = frozenset(match["intents"].split("|"))
    return Judged(match["dialogue"], int(match["turn"]), intents, match["words"] or "", match["held"] == "+")


def outcomes(some: Iterable[Dialogue]) -> Iterator[tuple[Judged, bool]]:
    """Each turn of these dialogues, and whether it passes now."""
    lines = judged()
    for dialogue in some:
        heard = [reply for step, reply in played(dialogue) if step is not None]
        for turn, reply in enumerate(heard, 1):
            one = lines[dialogue.name, turn]
            yield one, one.accepts(reply)


def report() -> Iterator[str]:
    """How many dialogues pass as a whole, how many turns, and where the others are."""
    came_out = list(outcomes(dialogues()))
    missed = Counter(one.dialogue for one, passes in came_out if not passes)
    names = {one.dialogue for one, _ in came_out}
    yield f"dialogues of other people: {len(names - set(missed))} of {len(names)} go as hoped, or as well, to their end"
    yield f"their turns: {sum(passes for _, passes in came_out)} of {len(came_out)}"
    yield from (f"  {name}: {count} turns do not" for name, count in missed.items())
