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
"""No satellite opens its microphone after a question: one has to call it first, and gets the five minutes for which
Home Assistant keeps a conversation."""

MOST_SATELLITES = 100
"""More than a house has. Anybody who is forgotten loses the open question, and never their place."""

MOST_REPLIES = 50
"""So many replies can still be asked for as sound; one is asked for within a second or two."""

_WHO = ("satellite_id", "device_id", "conversation_id")
"""What Home Assistant tells of where words came from; the first of these that is there counts."""


@dataclass
class Satellites:
    """The satellites of a house; `answer` what somebody said to one, and `timed` how a reply is heard.

    `held` tells where the holds of a reply are, so that they take as long as they say in any voice.
    """

    speaker: Callable[[Whose], Speaker]
    locales: frozenset[str]
    locale: str = "en-US"
    held: Callable[[Exchange], Timeline] = lambda exchange: exchange.playing.speech
    _speakers: OrderedDict[str, Speaker] = field(default_factory=OrderedDict)
    _replies: OrderedDict[str, Timeline] = field(default_factory=OrderedDict)

    def answer(self, words: str, context: Mapping[str, Any], language: str | None, at: datetime) -> Exchange:
        """What becomes of words: `context` says which satellite or conversation they are from."""
        device = next((str(context[name]) for name in _WHO if context.get(name)), "satellite")
        speaker = self._kept(device)
        spoken = language if language in self.locales else self.locale
        if speaker.whose.locale != spoken:
            speaker = self._speakers[device] = self.speaker(replace(speaker.whose, locale=spoken))
        exchange = speaker.say(words, at)
        self._remember(self.held(exchange))
        return exchange

    def timed(self, text: str) -> Timeline:
        """How a text is heard: one of the last replies with its silences, anything else as it is written."""
        words = " ".join(text.split())
        known = self._replies.get(words)
        return known or Timeline((Moment(Role.NEXT, Pace().seconds(words), words),) if words else ())

    def _kept(self, device: str) -> Speaker:
        """The speaker of a satellite; of too many, the one that was silent longest goes."""
        if device not in self._speakers:
            whose = Whose(device=f"satellite {device}", locale=self.locale, waits_seconds=WAITS_SECONDS)
            self._speakers[device] = self.speaker(whose)
        self._speakers.move_to_end(device)
        if len(self._speakers) > MOST_SATELLITES:
            self._speakers.popitem(last=False)
        return self._speakers[device]

    def _remember(self, speech: Timeline) -> None:
        """The reply by its words, for that is all that comes back when it is to be spoken."""
        words = " ".join(words_of(speech).split())
        self._replies[words] = speech
        self._replies.move_to_end(words)
        if len(self._replies) > MOST_REPLIES:
            self._replies.popitem(last=False)
