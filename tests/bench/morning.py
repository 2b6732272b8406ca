"""Two hundred people in overlapping routines at one server: how many turns it takes, and whether every place is right.

Each begins at a second of their own, answers what is asked, stops in the middle of a reply, and comes back next day.
What they then hear is held against the same conversation with nobody else about. A few of them are played over a table,
too, which tells what each turn costs it.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, local
from time import perf_counter
from typing import Any

from moto import mock_aws

from skill.assembly import build_skill
from skill.device.reminders import PretendReminders
from skill.device.speaker import Skill, Speaker, Whose
from skill.home import the_recognizer
from skill.ports.store import Store
from skill.settings import read_settings
from skill.stores.dynamodb import DynamoStore
from skill.stores.dynamodb_client import connect
from tests.bench.comparing import progress
from tests.bench.server import serving
from tests.bench.turn import MORNING
from tests.stores.dynamodb.dynalite import Dynalite, there_is_dynalite
from tests.stores.dynamodb.table import TABLE, make_table
from tests.walks.people.shelf import Shelf

PEOPLE, CLIENTS, OVER_A_TABLE = 200, 8, 20
BEGIN_WITHIN_SECONDS = 120
"""All are under way at once: no routine is over so soon."""

ROUTINES = ("lower back", "five gentle minutes", "hips", "morning", "in bed", "eight stretches")
MOST_ANSWERS = 12

Json = dict[str, Any]


@dataclass
class Listener:
    """One of them, who says what they say by their number alone."""

    number: int
    skill: Skill
    turns: int = 0
    heard: str = ""
    """What they hear when they come back."""

    def __post_init__(self) -> None:
        whose = Whose(user=f"listener-{self.number}", device=f"echo-{self.number}")
        self._speaker = Speaker(self.skill, the_recognizer("en-US"), whose)
        self._stays = self.number % MOST_ANSWERS

    def words(self) -> Iterator[tuple[datetime, str]]:
        """What they say next, and when; it depends on what they have heard by then."""
        begins = MORNING + timedelta(seconds=self.number * 37 % BEGIN_WITHIN_SECONDS)
        yield begins, f"ask gentle back to start {ROUTINES[self.number % len(ROUTINES)]}"
        for _ in range(self._stays):
            last = self._speaker.last
            if last is None or not last.playing.listens:
                break
            yield self._speaker.answer_time(), "yes"
        if last := self._speaker.last:
            into = 5 + self.number * 7 % max(1, int(last.playing.over_seconds) - 5)
            yield last.at + timedelta(seconds=into), "stop"
        yield begins + timedelta(days=1), "open gentle back"

    def say(self, at: datetime, words: str) -> None:
        """One turn."""
        exchange = self._speaker.say(words, at)
        self.turns += 1
        self.heard = json.dumps(exchange.response["response"], sort_keys=True)


@dataclass
class OverHttp:
    """The skill behind a server, one connection for each client, which all close with it."""

    port: int
    _own: local = field(default_factory=local)
    _all: list[HTTPConnection] = field(default_factory=list)

    def close(self) -> None:
        """Whoever asks again opens anew."""
        for connection in self._all:
            connection.close()

    def handle(self, envelope: Mapping[str, Any]) -> Json:
        """The response."""
        if not hasattr(self._own, "connection"):
            self._own.connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
            self._all.append(self._own.connection)
        self._own.connection.request("POST", "/alexa", json.dumps(envelope))
        answered: Json = json.loads(self._own.connection.getresponse().read())
        return answered


@dataclass
class Crowd:
    """All of them; whoever is due first speaks first, and nobody speaks twice at once."""

    listeners: list[Listener]

    def __post_init__(self) -> None:
        self._words = {one.number: one.words() for one in self.listeners}
        self._due = [(*next(self._words[one.number]), one.number) for one in self.listeners]
        self._by_number = {one.number: one for one in self.listeners}
        heapify(self._due)
        self._lock = Lock()

    def play(self, clients: int) -> float:
        """Until all have come back; the seconds that it took."""
        began = perf_counter()
        with ThreadPoolExecutor(clients) as pool:
            for done in [pool.submit(self._client) for _ in range(clients)]:
                done.result()
        return perf_counter() - began

    def _client(self) -> None:
        while True:
            with self._lock:
                if not self._due:
                    return
                at, words, number = heappop(self._due)
            self._by_number[number].say(at, words)
            after = next(self._words[number], None)
            if after:
                with self._lock:
                    heappush(self._due, (*after, number))

    @property
    def turns(self) -> int:
        """All of them."""
        return sum(one.turns for one in self.listeners)


def crowd(people: int, skill: Skill) -> Crowd:
    """So many people at one skill."""
    return Crowd([Listener(number, skill) for number in range(people)])


def misplaced(played: Crowd) -> list[int]:
    """The people who hear another thing on coming back than they would with nobody else about."""
    return [one.number for one in played.listeners if one.heard != alone(one.number).heard]


def alone(number: int) -> Listener:
    """The same listener with a skill of their own."""
    one = Listener(number, over(Shelf()))
    for at, words in one.words():
        one.say(at, words)
    return one


def over(store: Store) -> Skill:
    """The skill as it is served, over a store."""
    return build_skill(read_settings(environment={}), store, PretendReminders(), at_home=True)


def main() -> None:
    """Print turns a second, misplaced people, and what a routine costs a table."""
    with (
        TemporaryDirectory() as folder,
        serving(Path(folder) / "people.sqlite") as server,
        closing(OverHttp(server.port)) as skill,
    ):
        played = crowd(PEOPLE, skill)
        progress(f"{PEOPLE} people")
        seconds = played.play(CLIENTS)
    progress("the same, each alone")
    wrong = misplaced(played)
    progress("")
    print(f"{played.turns} turns of {PEOPLE} people, {CLIENTS} at once: {played.turns / seconds:.0f} a second")
    print(f"places that are wrong on coming back: {len(wrong)} of {PEOPLE}{f', {wrong}' if wrong else ''}")
    _tell_units()


def _tell_units() -> None:
    with engine() as (name, client):
        units = Counted(client)
        played = crowd(OVER_A_TABLE, over(DynamoStore(client, TABLE)))
        played.play(1)
    print(f"over a table ({name}), {OVER_A_TABLE} people, {played.turns} turns:")
    for operation, count in units.calls.items():
        consumed = units.units[operation] / played.turns
        print(f"  {operation}: {count / played.turns:.2f} calls and {consumed:.2f} units a turn")


@dataclass
class Counted:
    """What a table says that each call consumed."""

    client: Any
    calls: Counter[str] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.client.meta.events.register("provide-client-params.dynamodb", self._ask)
        self.client.meta.events.register("after-call.dynamodb", self._count)

    def _ask(self, params: Json, model: Any, **_: object) -> None:
        if "ReturnConsumedCapacity" in model.input_shape.members:
            params["ReturnConsumedCapacity"] = "TOTAL"

    def _count(self, model: Any, parsed: Json, **_: object) -> None:
        told = parsed.get("ConsumedCapacity") or []
        self.calls[model.name] += 1
        self.units[model.name] += sum(one["CapacityUnits"] for one in (told if isinstance(told, list) else [told]))


@contextmanager
def engine() -> Iterator[tuple[str, Any]]:
    """dynalite where it is installed, which counts as DynamoDB does; else moto, which counts one a call."""
    if not there_is_dynalite():
        with mock_aws():
            client = connect("us-east-1", local=True)
            make_table(client)
            yield "moto: one unit a call, whatever its size", client
        return
    with TemporaryDirectory() as folder, closing_engine(Path(folder)) as served:
        client = connect("us-east-1", served.endpoint_url, local=True)
        make_table(client)
        yield "dynalite", client
        client.close()


@contextmanager
def closing_engine(folder: Path) -> Iterator[Dynalite]:
    """Killed at the end."""
    served = Dynalite(folder)
    try:
        yield served
    finally:
        served.kill()
