"""Answers each event of the Wyoming protocol."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from wyoming.asr import Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.error import Error
from wyoming.event import Event, async_read_event, async_write_event
from wyoming.handle import Handled, NotHandled
from wyoming.info import Describe, Info
from wyoming.ping import Ping, Pong
from wyoming.tts import Synthesize, SynthesizeChunk, SynthesizeStart, SynthesizeStop, SynthesizeStopped

from skill.device.satellites import Satellites
from skill.device.transcript import words_of
from skill.timeline import Timeline

IDLE_SECONDS = 60.0
"""How long a connection may say nothing. Home Assistant makes a new one for each sentence."""

LONGEST_TEXT = 20_000
"""Characters: more than the longest reply has."""

LARGEST_PART_BYTES = 262_144
"""Of an event: far more than any that is for us has. What claims to be larger is not waited for."""

CHUNK_BYTES = 16_384
NOT_UNDERSTOOD = "AMAZON.FallbackIntent"

_SAMPLE_BYTES = 2
_log = logging.getLogger(__name__)


class SatelliteVoice(Protocol):
    """What speaks a timeline: samples of sixteen bits, one channel."""

    @property
    def name(self) -> str:
        """Which voice."""

    @property
    def rate_hertz(self) -> int:
        """Samples a second."""

    def spoken(self, timeline: Timeline) -> Iterator[bytes]:
        """The timeline as it is heard, in pieces as soon as they are ready. Raises `CannotSpeak`."""


class CannotSpeak(Exception):
    """The voice failed; the message says why, and what to do."""


@dataclass
class Bounded:
    """A connection as events are read from it, none of them with a part of any size."""

    reader: asyncio.StreamReader

    async def readline(self) -> bytes:
        """The first part of an event; ValueError where it is longer than a connection keeps."""
        return await self.reader.readline()

    async def readexactly(self, count: int) -> bytes:
        """Another part. Raises EOFError where it claims to be too large."""
        if count > LARGEST_PART_BYTES:
            raise EOFError
        return await self.reader.readexactly(count)


class EventRefused(Exception):
    """An event that cannot be answered; the message is a sentence for whoever sent it."""


@dataclass
class Service:
    """What all connections share: the satellites, how this describes itself, the clock, a voice where there is one."""

    satellites: Satellites
    described: Info
    now: Callable[[], datetime]
    voice: SatelliteVoice | None = None
    one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer what comes over a connection, until it ends, is silent for too long, or says what is no event."""
        try:
            connection = Connection(self)
            bounded: Any = Bounded(reader)
            while (event := await asyncio.wait_for(async_read_event(bounded), IDLE_SECONDS)) is not None:
                async for answer in connection.answers(event):
                    await async_write_event(answer, writer)
        except (TimeoutError, OSError, EOFError, KeyError, TypeError, AttributeError):
            _log.info("A connection was given up: silent for too long, broken off, or not of this protocol.")
        finally:
            writer.close()

    async def turn(self, heard: Any) -> Event:
        """What is answered to a sentence; turns are computed one after the other, beside everything else."""
        async with self.one_at_a_time:
            context = heard.context if isinstance(heard.context, dict) else {}
            exchange = await asyncio.to_thread(
                self.satellites.answer, _short(heard.text), context, heard.language, self.now()
            )
        text = words_of(exchange.playing.speech)
        kind = NotHandled if exchange.intent == NOT_UNDERSTOOD else Handled
        return kind(text=text, context=heard.context).event()


@dataclass
class Connection:
    """One connection, and the text that is being handed to it in pieces, if any."""

    service: Service
    pieces: list[str] | None = None

    async def answers(self, event: Event) -> AsyncIterator[Event]:
        """The events that answer one; of a kind that is not ours there are none."""
        try:
            async for answer in self._answers(event):
                yield answer
        except (KeyError, TypeError, AttributeError):
            yield Error(text=f"A {event.type!r} without what belongs to it.", code="malformed").event()
        except (EventRefused, CannotSpeak) as refused:
            yield Error(text=str(refused), code="refused").event()

    async def _answers(self, event: Event) -> AsyncIterator[Event]:
        if Describe.is_type(event.type):
            yield self.service.described.event()
        elif Ping.is_type(event.type):
            yield Pong(text=Ping.from_event(event).text).event()
        elif Transcript.is_type(event.type):
            yield await self.service.turn(Transcript.from_event(event))
        else:
            text = self._to_speak(event)
            if text is not None:
                async for sound in self._spoken(text):
                    yield sound
            if SynthesizeStop.is_type(event.type):
                yield SynthesizeStopped().event()

    def _to_speak(self, event: Event) -> str | None:
        """The text that is whole with this event: in one piece, or in several with a stop after them."""
        if Synthesize.is_type(event.type) and self.pieces is None:  # else it comes in pieces again
            return _short(Synthesize.from_event(event).text)
        if SynthesizeStart.is_type(event.type):
            self.pieces = []
        elif SynthesizeChunk.is_type(event.type):
            self.pieces = [_short("".join(self.pieces or []) + SynthesizeChunk.from_event(event).text)]
        elif SynthesizeStop.is_type(event.type) and self.pieces is not None:
            text, self.pieces = "".join(self.pieces), None
            return text
        return None

    async def _spoken(self, text: str) -> AsyncIterator[Event]:
        voice = self.service.voice
        if voice is None:
            raise EventRefused("There is no voice on this machine: make voice brings one.")
        form = {"rate": voice.rate_hertz, "width": _SAMPLE_BYTES, "channels": 1}
        yield AudioStart(**form).event()
        pieces = voice.spoken(self.service.satellites.timed(text))
        while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
            for start in range(0, len(piece), CHUNK_BYTES):
                yield AudioChunk(audio=piece[start : start + CHUNK_BYTES], **form).event()
        yield AudioStop().event()


def _short(text: Any) -> str:
    if not isinstance(text, str):
        raise TypeError(text)
    if len(text) > LONGEST_TEXT:
        raise EventRefused(f"A text of more than {LONGEST_TEXT} characters is not read.")
    return text
