"""A whole conversation as sound: the person in one voice, the replies in another, with every silence between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

from skill.device.speaker import Exchange
from skill.limits import LISTENING_SECONDS, START_LATENCY_SECONDS, TALKING_SECONDS
from skill.sound.sound import Sound, joined, silence
from skill.timeline import Moment, Timeline
from skill.voice.rendering import RATE, Rendering

LONGEST_GAP_SECONDS = 3.0
"""Between two sessions, however many days lie between them."""


@dataclass(frozen=True)
class Aloud:
    """Renders a conversation, with a voice for the device and another for the person."""

    device: Rendering
    person: Rendering

    def heard(self, exchanges: Sequence[Exchange]) -> Sound:
        """The whole conversation; a reply that was interrupted breaks off at that point."""
        pieces: list[Sound] = []
        for exchange, following in zip_longest(exchanges, exchanges[1:]):
            pieces.append(self.person.cue(exchange.heard).sound)
            pieces.append(silence(START_LATENCY_SECONDS, RATE))
            pieces.extend(self._reply(exchange, following.at if following else None))
        return joined(pieces, RATE)

    def _reply(self, exchange: Exchange, until: datetime | None) -> Iterator[Sound]:
        playing = exchange.playing
        seconds = _seconds_till_the_next(exchange, until)
        if until is not None and seconds < playing.speech.seconds:
            yield from self._up_to(playing.speech, seconds)
            return
        yield from self.device.moments(playing.speech)
        if until is None:
            return
        left = seconds - playing.speech.seconds
        if left > LISTENING_SECONDS and playing.listens:
            yield silence(LISTENING_SECONDS, RATE)
            yield from self.device.moments(playing.reprompt)
            left = min(LISTENING_SECONDS, max(0.0, left - LISTENING_SECONDS - playing.reprompt.seconds))
            yield silence(left, RATE)
        else:
            yield silence(min(left, LONGEST_GAP_SECONDS), RATE)

    def _up_to(self, timeline: Timeline, seconds: float) -> Iterator[Sound]:
        """The moments before this second of the timeline, the last one cut off there."""
        for (start, moment), sound in zip(timeline.timed(), self.device.moments(timeline), strict=False):
            if start >= seconds:
                return
            yield sound.cut(0, sound.seconds * _share(moment, seconds - start))


def _share(moment: Moment, seconds: float) -> float:
    return min(1.0, seconds / moment.seconds) if moment.seconds else 1.0


def _seconds_till_the_next(exchange: Exchange, until: datetime | None) -> float:
    """Seconds of the reply that play before somebody begins to speak."""
    if until is None:
        return exchange.playing.speech.seconds
    return max(0.0, (until - exchange.at).total_seconds() - START_LATENCY_SECONDS - TALKING_SECONDS)
