"""A house that is answered over a socket, and what the real client of the protocol gets from it."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from wyoming.asr import Transcript
from wyoming.client import AsyncTcpClient

from skill.assembly import build_skill
from skill.entrypoints.wyoming.programs import described
from skill.entrypoints.wyoming.service import CannotSpeak, SatelliteVoice, Service
from skill.home import satellites_of
from skill.settings import HOME_KEY, Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore
from skill.timeline import Timeline

SEVEN = datetime(2026, 1, 5, 7, tzinfo=UTC)
SECONDS = 60.0
"""Nothing here takes as long, even where what people write has to be compiled first."""


class Hum:
    """A voice whose words are a hum of their length: so the quiet between them can be measured."""

    name = "hum"
    rate_hertz = 8_000

    def spoken(self, timeline: Timeline) -> Iterator[bytes]:
        for moment in timeline.moments:
            yield (b"\x00\x00" if moment.silent else b"\x00\x10") * round(moment.seconds * self.rate_hertz)


class Hoarse(Hum):
    """One that breaks off after the first word."""

    def spoken(self, timeline: Timeline) -> Iterator[bytes]:
        yield next(super().spoken(timeline))
        raise CannotSpeak("The voice broke off. Call make voice once more.")


def house(voice: SatelliteVoice | None = None) -> Service:
    """The whole skill at seven in the morning, over a store in memory."""
    skill = build_skill(Settings(SqlitePlace(":memory:"), HOME_KEY), SqliteStore(":memory:"), at_home=True)
    rooms = satellites_of(skill, "en-US")
    return Service(rooms, described(rooms.locales, voice.name if voice else None), lambda: SEVEN, voice)


def words(text: str, room: str = "bed") -> Any:
    """What Home Assistant sends for a sentence that a satellite heard."""
    return Transcript(text, context={"satellite_id": room, "conversation_id": "one"}, language="en").event()


async def asked(port: int, *sent: Any, until: str = "") -> list[Any]:
    """What comes over one connection for these events: to the first answer, or to one of this type."""
    got: list[Any] = []
    async with AsyncTcpClient("127.0.0.1", port, connect_timeout=SECONDS, read_timeout=SECONDS) as client:
        for event in sent:
            await client.write_event(event)
        while not got or (until and got[-1].type != until):
            event = await client.read_event()
            if event is None:
                break
            got.append(event)
    return got


def in_a_house(service: Service, *talks: tuple[Any, ...], until: str = "") -> list[list[Any]]:
    """What comes for each of these, a connection each, one after the other."""

    async def talk() -> list[list[Any]]:
        server = await asyncio.start_server(service.converse, "127.0.0.1", 0)
        try:
            port = server.sockets[0].getsockname()[1]
            return [await asked(port, *sent, until=until) for sent in talks]
        finally:
            server.close()

    return asyncio.run(asyncio.wait_for(talk(), SECONDS))
