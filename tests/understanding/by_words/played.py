"""The sentences of an eighth time, which are judged by the words of the reply and not by an intent.

Two hands wrote them as twenty people, in words that no menu has, and beside each what a coach should do. `python -m
tests.understanding.by_words open` plays each in its moment and prints the reply for somebody to judge. Of `sealed` only
the figures are looked at by whoever builds. What answers a question that we do not ask is left out.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from tests.understanding.unseen_sentences import FOLDER
from tests.walks.people.somebody import A_DAY, Heard, Somebody

WORDS_SHOWN = 70
"""So many of a reply tell whether it answers; one that leads on has hundreds."""

_READY = ("ready",)
_LEADING: dict[str, tuple[str, ...]] = {
    "launch": ("open gentle back",),
    "idle": ("open gentle back", "no"),
    "ready": ("open gentle back", "yes"),
    "paused": ("open gentle back", "start bridge", "ready", "pause"),
    "end": ("open gentle back", "child's pose", "ready"),
}
"""What is said before, each as an answer to the reply."""


@dataclass(frozen=True)
class Said:
    """One sentence: of what sort, in which moment, and what a coach should do."""

    id: str
    sort: str
    person: str
    moment: str
    says: str
    coach_should: str

    @property
    def is_played(self) -> bool:
        """Whether its moment can be brought about: not every question that was thought of is asked."""
        return not self.moment.startswith("asked")


def sentences(half: str) -> tuple[Said, ...]:
    """Those of the open or the sealed half."""
    with (FOLDER / f"{half}-eighth.tsv").open(encoding="utf-8") as lines:
        return tuple(Said(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def reply_to(said: Said) -> Heard:
    """What is heard where it is said in its moment."""
    somebody = Somebody()
    if said.moment.startswith("hold"):
        return _in_a_hold(somebody, said)
    for words in _LEADING.get(said.moment, ("open gentle back", "start lower back", *_READY)):
        somebody.say(words)
    if said.moment == "next day":
        somebody.cut_in("stop", somebody.last.holds()[0].at(0.5))
        somebody.say("open gentle back", A_DAY)
    return somebody.say(said.says)


def _in_a_hold(somebody: Somebody, said: Said) -> Heard:
    """In the first hold of a stretch on that side, or wherever it is led to that has one."""
    name, _, side = said.moment.partition(":")[2].partition(",")
    for words in ("open gentle back", f"start {name.strip() or 'bridge'}", *_READY):
        somebody.say(words)
    holds = somebody.last.holds()
    there = [hold for hold in holds if hold.place.side and hold.place.side.value == side.strip()] or holds
    return somebody.cut_in(said.says, there[0].at(0.4)) if there else somebody.say(said.says)


def written(half: str) -> Iterator[str]:
    """Each sentence that can be played, what a coach should do, and what is said."""
    for said in sentences(half):
        if said.is_played:
            heard = reply_to(said)
            yield f"{said.id} [{said.sort}] ({said.moment}) {said.says}"
            yield f"  a coach should: {said.coach_should}"
            yield f"  reply: {' '.join(heard.words.split()[:WORDS_SHOWN])} [{'listens' if heard.listens else 'closes'}]"
