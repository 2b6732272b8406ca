"""Satellites: microphones and loudspeakers elsewhere that hand on words; each gets a pretend speaker."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from skill.device.speaker import Exchange, Speaker, Whose
from skill.device.transcript import words_of
from skill.pace import Pace
from skill.replaced import replace
from skill.timeline import Moment, Role, Timeline

WAITS_SECONDS = 300.0
"""A satellite does not open its microphone after a question: people have to call it first, and get the five minutes for
which Home Assistant keeps a conversation."""

MOST_SATELLITES = 100
"""More than a house has. A satellite beyond them loses its open question, but no place."""

MOST_REPLIES = 50
"""How many replies are kept to be spoken; each is asked for within a second or two."""

_WHO = ("satellite_id", "device_id", "conversation_id")
"""How Home Assistant may say where words came from; the first of these that is there counts."""


@dataclass
class Satellites:
    """The satellites of a house: `answer` gives the reply to words said to one, `timed` how a reply is heard.

    `held` marks the holds of a reply, so that they last as long as they say, in any voice.
    """

    speaker: Callable[[Whose], Speaker]
    locales: frozenset[str]
    locale: str = "en-US"
    held: Callable[[Exchange], Timeline] = lambda exchange: exchange.playing.speech
    _speakers: OrderedDict[str, Speaker] = field(default_factory=OrderedDict)
    _replies: OrderedDict[str, Timeline] = field(default_factory=OrderedDict)

    def answer(self, words: str, context: Mapping[str, Any], language: str | None, at: datetime) -> Exchange:
        """The exchange for these words; `context` says from which satellite or conversation they come."""
        device = next((str(context[name]) for name in _WHO if context.get(name)), "satellite")
        speaker = self._kept(device)
        spoken = language if language in self.locales else self.locale
        if speaker.whose.locale != spoken:
            speaker = self._speakers[device] = self.speaker(replace(speaker.whose, locale=spoken))
        exchange = speaker.say(words, at)
        self._remember(self.held(exchange))
        return exchange

    def timed(self, text: str) -> Timeline:
        """How a text is heard: one of the last replies with its silences, any other text as one cue."""
        words = " ".join(text.split())
        known = self._replies.get(words)
        return known or Timeline((Moment(Role.NEXT, Pace().seconds(words), words),) if words else ())

    def _kept(self, device: str) -> Speaker:
        """The speaker of a satellite; beyond MOST_SATELLITES the one that was used least recently is dropped."""
        if device not in self._speakers:
            whose = Whose(device=f"satellite {device}", locale=self.locale, waits_seconds=WAITS_SECONDS)
            self._speakers[device] = self.speaker(whose)
        self._speakers.move_to_end(device)
        if len(self._speakers) > MOST_SATELLITES:
            self._speakers.popitem(last=False)
        return self._speakers[device]

    def _remember(self, speech: Timeline) -> None:
        """Keep the reply by its words: only those come back when it is to be spoken."""
        words = " ".join(words_of(speech).split())
        self._replies[words] = speech
        self._replies.move_to_end(words)
        if len(self._replies) > MOST_REPLIES:
            self._replies.popitem(last=False)
