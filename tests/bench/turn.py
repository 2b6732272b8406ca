"""How much work a turn is: whole routines led from start to end on two days, without what the store takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from time import process_time
from typing import Any, Protocol

from skill.alexa.identity import Identity
from skill.alexa.skill import AlexaSkill
from skill.assembly import read, the_library
from skill.content.library import Library
from skill.device.reminders import PretendReminders
from skill.device.speaker import Exchange, Speaker
from skill.dialogue.guide import Guide
from skill.dialogue.offers import duration, told_alone
from skill.home import the_recognizer
from skill.ports.store import JsonRecord, Kept, Owner
from skill.settings import HOME_KEY
from skill.tailoring.composing.alone import alone_for
from skill.tailoring.composing.ladder import ladder
from skill.timeline import stages
from tests.bench.comparing import Measured, against, interleaved, show
from tests.walks.people.shelf import Shelf

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ROUTINES = ("lower back", "five gentle minutes", "eight stretches", "in bed", "hips", "morning")
MOST_ANSWERS = 60
BESIDES = ("what routines are there", "no", "ten minutes", "no", "surprise me", "no", "something for my hips", "no")
AIM = "2.0 ms (median of the medians), 4.0 ms for the longest"


class Estimates(Protocol):
    """What is kept of estimates."""

    def cache_clear(self) -> None:
        """Forget all of them."""


Forgets = tuple[Estimates, ...]
KINDS: Mapping[str, Forgets] = {
    "as people come who came before": (),
    "with drafts that nobody had before": (duration._lasting,),
    "nothing estimated before": (duration._lasting, told_alone._seconds, alone_for, ladder, stages._told_for_lengths),
}
"""Whole routines differ from turn to turn; how a stretch is told alone, and led, is the same for most people."""


@dataclass
class TimedShelf(Shelf):
    """A store in memory that says how much processor time it took itself."""

    spent: float = 0.0

    def read(self, owner: Owner) -> Kept | None:
        began = process_time()
        kept = super().read(owner)
        self.spent += process_time() - began
        return kept

    def write(self, owner: Owner, record: JsonRecord, after: int) -> int:
        before, began = self.spent, process_time()
        version = super().write(owner, record, after)
        self.spent = before + process_time() - began
        return version


@dataclass
class Timed:
    """A skill that says how much processor time each turn took, its store excluded."""

    skill: AlexaSkill
    shelf: TimedShelf
    forgets: Forgets = ()
    """What was estimated at a turn before and is not known any more."""
    turns: list[tuple[str, float]] = field(default_factory=list)

    def handle(self, envelope: Mapping[str, Any]) -> dict[str, Any]:
        """The answer."""
        for estimates in self.forgets:
            estimates.cache_clear()
        stored, began = self.shelf.spent, process_time()
        response = self.skill.handle(envelope)
        spent = process_time() - began - (self.shelf.spent - stored)
        self.turns.append((envelope["request"].get("intent", {}).get("name", "launch or end"), 1000 * spent))
        return response


def main() -> None:
    """Print the middle and the longest of all turns, round by round, and which was the longest."""
    the_library()
    _all_turns()
    rounds: dict[str, list[list[tuple[str, float]]]] = {kind: [] for kind in KINDS}

    def played(kind: str) -> float:
        if not KINDS[kind]:
            _all_turns()  # what another kind has made forgotten
        rounds[kind].append(_all_turns(KINDS[kind]))
        return Measured(tuple(spent for _, spent in rounds[kind][-1])).median

    for name, measured in interleaved("turns", {kind: partial(played, kind) for kind in KINDS}).items():
        show(f"the median turn, without the store, {name}", measured, digits=2)
    against(AIM, [line for kind in KINDS for line in _at_their_best(kind, rounds[kind])])


def _at_their_best(kind: str, rounds: list[list[tuple[str, float]]]) -> list[str]:
    """The middle and the longest turn of these rounds."""
    # Each turn in the round that disturbed it least: what else this machine does is no part of it.
    least = [(turns[0][0], min(spent for _, spent in turns)) for turns in zip(*rounds, strict=True)]
    name, longest = max(least, key=lambda turn: turn[1])
    middle = Measured(tuple(spent for _, spent in least)).median
    return [f"{kind}, of {len(least)} turns at their best: median {middle:.2f}, longest {longest:.2f} ms ({name})"]


def timed(library: Library | None = None) -> Timed:
    """The skill as it runs, over a store in memory."""
    shelf = TimedShelf()
    guide = Guide(library or the_library(), shelf, None, PretendReminders())
    return Timed(AlexaSkill(guide, Identity(HOME_KEY), read, at_home=True), shelf)


def _all_turns(forgets: Forgets = ()) -> list[tuple[str, float]]:
    played = [replace(timed(), forgets=forgets) for _ in ROUTINES]
    for skill, routine in zip(played, ROUTINES, strict=True):
        Practising(Speaker(skill, the_recognizer("en-US"))).two_days(routine)
    return [turn for skill in played for turn in skill.turns]


@dataclass
class Practising:
    """Somebody who does a routine today and tomorrow, and asks for what there is besides."""

    speaker: Speaker
    now: datetime = MORNING

    def two_days(self, routine: str) -> None:
        """All that is said."""
        for _ in range(2):
            self._say("open gentle back")
            exchange = self._say(f"start {routine}")
            for _ in range(MOST_ANSWERS):
                if not exchange.playing.listens:
                    break
                exchange = self._say("ready" if "Ready?" in str(exchange.response) else "yes")
            for words in BESIDES:
                self._say(words)
            self.now += timedelta(days=1)

    def _say(self, words: str) -> Exchange:
        if self.speaker.session:
            self.now = max(self.now, self.speaker.answer_time())
        exchange = self.speaker.say(words, self.now)
        self.now += timedelta(seconds=30)
        return exchange
