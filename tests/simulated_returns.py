"""Somebody interrupts at every moment of every routine and comes back: which hold is led first, by the skill itself."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from math import floor

from skill.assembly import the_library
from skill.content.model import Kind
from skill.dialogue.guide import Answered, Guide
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.record import to_person, to_record
from skill.dialogue.scene.warm_up import on_another_day
from skill.ports.store import Owner
from skill.ports.turn import ENDED, LAUNCH, Heard, Slot, Turn
from skill.practice import Ending, measured_rate
from skill.stores.deadline import Deadline
from skill.stores.sqlite import SqliteStore
from skill.timeline import HOLDING, Moment, Place, Role, Timeline, points
from skill.timeline.hold.units import units_of
from tests.practice.verdicts import compared
from tests.reviewed import ROUTINES
from tests.simulation import Voice

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
OWNER = Owner("somebody")
UNHURRIED = Deadline(lambda: 0.0)
RATES = (0.92, 1.0, 1.08)
MOMENTS = (
    "on the way in",
    "a second into it",
    "in the middle",
    "a second before the end",
    "a second after the end",
    "between the sides",
    "in the rest",
    "at the question",
)
QUESTION = "how long is left"
WAYS = ("stop, two minutes", "stop, three hours", "closed, five minutes", QUESTION, "pause and resume")
NEXT_DAY = "stop, next day"
IN_PASSING = "in passing"  # asked, but by the launch in place of its own question: nobody hears one more
VERDICTS = ("right", IN_PASSING, "asked", "one early", "earlier", "skipped", "wrong side")


@dataclass(frozen=True)
class Reply:
    """A reply that guides: the person as they are kept while it is heard, when it was sent, and what is heard."""

    person: Person
    at: datetime
    timeline: Timeline


@dataclass(frozen=True)
class Word:
    """Something said into a reply: at which moment of a hold, at which second, and the hold not finished then.

    Where that hold is on, so many of its seconds are `left`.
    """

    moment: str
    second: float
    place: Place | None
    left: float | None = None


def replies(routine: str, *, known: bool) -> Iterator[Reply]:
    """Every reply of a routine, for somebody who answers "Ready?" each time."""
    library = the_library()
    met = tuple(library.stretches) if known else ()
    with closing(SqliteStore(":memory:", UNHURRIED)) as store:
        store.write(OWNER, to_record(Person(met=met)), 0)
        guide, at = Guide(library, store), MORNING
        told = guide.answer(replace(_turn("StartRoutineIntent", at), slots={"routine": Slot(routine, (routine,))}))
        while (person := _person(store)).practices and person.practices[0].sent is not None:
            yield Reply(person, at, told.reply.timeline)
            if person.practices[0].sent.then is None:
                return
            at += timedelta(seconds=round(told.reply.timeline.seconds) + 6)
            told = guide.answer(_turn("ReadyIntent", at, opens=False))


Played = list[tuple[Moment, float, float]]
"""The moments of a reply, each with the seconds at which this voice begins and ends it."""


def words_into(reply: Reply, voice: Voice) -> Iterator[Word]:
    """All the moments at which this voice is interrupted in this reply."""
    sent = reply.person.practices[0].sent
    assert sent is not None
    ends = voice.ends(reply.timeline)
    heards: Played = list(zip(reply.timeline.moments, [0.0, *ends], ends, strict=False))
    places = [*(mark.place for mark in sent.marks), sent.then]
    yield from _around_holds(heards, places)
    yield from _between_holds(heards, places)
    yield Word("at the question", ends[-1] + 2, sent.then)


def _around_holds(heards: Played, places: list[Place | None]) -> Iterator[Word]:
    entered = _ends(heards, frozenset({Role.ENTER, Role.SETTLE}))
    begun = {moment.place: start for moment, start, _ in reversed(heards) if moment.role in HOLDING}
    over = _ends(heards, HOLDING)
    for place, following in pairwise(places):
        if place is not None:
            yield Word("on the way in", entered[place] - 1, place)
            lasts = over[place] - begun[place]
            yield Word("a second into it", begun[place] + 1, place, lasts - 1)
            yield Word("in the middle", begun[place] + lasts / 2, place, lasts / 2)
            yield Word("a second before the end", over[place] - 1, place, 1)
            yield Word("a second after the end", over[place] + 1, following)


def _between_holds(heards: Played, places: list[Place | None]) -> Iterator[Word]:
    over = _ends(heards, HOLDING)
    for (before, *_), (moment, _, end) in pairwise(heards):
        announces = moment.role is Role.SIDES and bool(moment.words) and before.role is not Role.SIDES
        if announces and moment.place in over:
            yield Word("between the sides", end + 1, moment.place)
        if moment.role is Role.NEXT and moment.words and before.silent:
            coming = next((place for place in places[:-1] if place and over[place] > end), places[-1])
            yield Word("in the rest", end + 1, coming)


def _ends(heards: Played, roles: frozenset[Role]) -> dict[Place, float]:
    """When the last of these is over, for each place."""
    return {moment.place: end for moment, _, end in heards if moment.role in roles and moment.place}


@dataclass(frozen=True)
class Way:
    """How somebody interrupts and comes back, and whether their device tells how much it had played."""

    name: str
    told: bool = False


def verdict(reply: Reply, word: Word, way: Way, voice: Voice) -> str:
    """What becomes of it: right, asked, or how the first hold that is led differs from the one not finished."""
    with closing(SqliteStore(":memory:", UNHURRIED)) as store:
        store.write(OWNER, to_record(reply.person), 0)
        return _judged(_Return(Guide(the_library(), store), store, reply, word, voice, way.told), way.name)


@dataclass
class _Return:
    """Somebody who interrupts and comes back."""

    guide: Guide
    store: SqliteStore
    reply: Reply
    word: Word
    voice: Voice
    told: bool
    at: datetime = MORNING
    conversation: str = "first"

    def interrupts(self, intent: str) -> Answered:
        """Says it into the reply; the request has the delays of a real one, in whole seconds."""
        dice = self.voice.dice
        late = dice.random() + dice.uniform(0.5, 2.5) + max(0.8, dice.gauss(2.2, 0.6))
        self.at = self.reply.at + timedelta(seconds=floor(late + self.word.second))
        heard = self._heard() if self.told else None
        reason = "USER_INITIATED" if intent == ENDED else ""
        return self.guide.answer(replace(_turn(intent, self.at, opens=False), reason=reason, heard=heard))

    def later(self, intent: str, seconds: int, *, opens: bool = False) -> Answered:
        """Says something so much later, perhaps in a new conversation."""
        self.at += timedelta(seconds=seconds)
        self.conversation = "second" if opens else self.conversation
        return self.guide.answer(replace(_turn(intent, self.at, opens=opens), conversation=self.conversation))

    def _heard(self) -> Heard:
        ends, now = self.voice.ends(self.reply.timeline), 0.0
        passed = [point.seconds(1.0) for point in points(self.reply.timeline)]
        for number, (start, end) in enumerate(zip([0.0, *ends], ends, strict=False)):
            share = min(1.0, max(0.0, (self.word.second - start) / (end - start))) if end > start else 1.0
            now = passed[number] + share * (passed[number + 1] - passed[number]) if share else now
        return Heard(now, self.word.second >= ends[-1])


def _judged(back: _Return, way: str) -> str:
    """The verdict on the first hold that is led after this way of interrupting; all done is a place, too."""
    told, asked = _comes_back(back, way), ""
    for _ in range(4):
        person = _person(back.store)
        led = next((place for place in _led(told) if not place.step.startswith("warm-up")), None)
        if led is not None or person.asked is None or not person.practices:
            return _compared(back, led, way, asked)
        if person.asked.kind in (Ask.WAS_DONE, Ask.LAST_DONE):
            asked = IN_PASSING if person.asked.kind is Ask.LAST_DONE else "asked"
            done = person.practices[0].place != back.word.place
            told = back.later("AMAZON.YesIntent" if done else "AMAZON.NoIntent", 15)
        elif person.asked.kind in (Ask.READY, Ask.GO_ON, Ask.BEGIN, Ask.PAUSED):
            told = back.later("AMAZON.YesIntent", round(told.reply.timeline.seconds) + 6)
        else:
            return _compared(back, None, way, asked)
    return "never led"


def _comes_back(back: _Return, way: str) -> Answered:
    if way == QUESTION:
        return back.interrupts("TimeLeftIntent")
    if way == "pause and resume":
        back.interrupts("AMAZON.PauseIntent")
        return back.later("AMAZON.ResumeIntent", 75)
    back.interrupts(ENDED if way.startswith("closed") else "AMAZON.StopIntent")
    seconds = {"closed, five minutes": 300, "stop, two minutes": 120, "stop, three hours": 10_800, NEXT_DAY: 86_400}
    told = back.later(LAUNCH, seconds[way], opens=True)
    asked = _person(back.store).asked
    return back.later("AMAZON.YesIntent", 15) if asked and asked.kind is Ask.GO_ON else told


def _compared(back: _Return, led: Place | None, way: str, asked: str) -> str:
    """The verdict on the hold that was led: none is strong hours later; led elsewhere, this one was found done."""
    practice, library = back.reply.person.practices[0], the_library()
    routine, should = library.routines[practice.routine], back.word.place
    units = [unit for step in routine.steps for unit in units_of(step, library.stretch_of(step))]
    strong = any(unit.place == should and unit.stretch.kind is Kind.STRONG for unit in units)
    if should is not None and (way == NEXT_DAY or (strong and way == "stop, three hours")):
        cold = on_another_day(library, routine, replace(practice, place=should))
        should = cold.kept or cold.place
    now = _person(back.store).practices
    led = None if now and now[0].routine != practice.routine else led
    found = compared(units, led, should, back.word.left if way == QUESTION else None)
    return asked if asked and found == "right" else found


def _led(told: Answered) -> Iterator[Place]:
    return (moment.place for moment in told.reply.timeline.moments if moment.role in HOLDING and moment.place)


def _person(store: SqliteStore) -> Person:
    kept = store.read(OWNER)
    assert kept is not None
    return to_person(kept.record)


def _turn(intent: str, at: datetime, *, opens: bool = True) -> Turn:
    name = f"{intent} {at.isoformat()}"
    return Turn(name, intent, at, OWNER, conversation="first", opens=opens, device="speaker")


def with_answers(reply: Reply, others: list[Reply], voice: Voice, count: int) -> Reply:
    """The reply, for somebody who has answered "Ready?" so often before, each time after some reply."""
    dice, person = voice.dice, replace(reply.person, measures=())
    while len(person.measures) < count:
        other = dice.choice(others)
        sent = other.person.practices[0].sent
        assert sent is not None
        reacting = 0.3 + dice.expovariate(1.0) + max(0.3, dice.gauss(0.7, 0.2))
        heard_at = dice.random() + dice.uniform(0.5, 2.5) + voice.ends(other.timeline)[-1] + reacting
        rate = measured_rate(sent, sent.at + floor(heard_at), Ending.ANSWERED)
        if rate is not None:
            person = person.with_measure(rate, "speaker")
    return replace(reply, person=person)


@dataclass(frozen=True)
class Sample:
    """Which returns are tried: of each routine's words, one in so many; in these ways."""

    one_in: int = 12
    ways: tuple[str, ...] = WAYS
    told: bool = False
    seed: int = 1


def tally(answers: int, rate: float, sample: Sample) -> dict[str, Counter[str]]:
    """For each moment, how many returns came out how."""
    dice = random.Random(sample.seed)
    heard = [reply for routine in ROUTINES for known in (False, True) for reply in _kept(routine, known)]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for reply in heard:
        voice = Voice(dice, rate, dice.uniform(0.0, 0.2), unsteady=0.0)
        measured = with_answers(reply, heard, voice, answers)
        for word in words_into(reply, voice):
            if dice.random() * sample.one_in < 1:
                way = Way(dice.choice(sample.ways), sample.told)
                counts[word.moment][verdict(measured, word, way, voice)] += 1
    return counts


@cache
def _kept(routine: str, known: bool) -> list[Reply]:
    return list(replies(routine, known=known))


def shares(counts: dict[str, Counter[str]]) -> dict[str, float]:
    """Per cent of each verdict, every moment counting alike."""
    kinds = {kind for counted in counts.values() for kind in counted}
    each = [{kind: 100 * counted[kind] / counted.total() for kind in kinds} for counted in counts.values()]
    return {kind: sum(share[kind] for share in each) / len(each) for kind in sorted(kinds)}
