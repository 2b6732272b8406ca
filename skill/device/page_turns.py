"""One turn of the page: the speaker is rebuilt from what the page sends, so that the server keeps no state."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Any

from pydantic import ValidationError

from skill.device.left_off import LeftOff
from skill.device.page_view import Shows
from skill.device.playing import Playing
from skill.device.speaker import UNANSWERED, Exchange, Speaker
from skill.device.suggesting import keeps_a_place, onward_after, suggested_after, suggested_during
from skill.device.transcript import as_json, moments_of, written
from skill.limits import START_LATENCY_SECONDS, TALKING_SECONDS
from skill.pace import Pace
from skill.ports.evidence import Evidence
from skill.recognizer.suggestions import suggestions

Json = dict[str, Any]

_SILENT: Mapping[str, Any] = {
    "conversation": None,
    "moments": [],
    "listens": False,
    "reprompt": [],
    "onward": "",
    "view": {"kind": "closed"},
}
"""The answer to a page without a session whose question could go unanswered."""


class PageClock:
    """The clock for turns of the page, which never goes back behind a page that plays replies faster than real time."""

    def __init__(self, real: Callable[[], datetime]) -> None:
        self._real = real
        self._latest = datetime.min.replace(tzinfo=UTC)

    def now(self) -> datetime:
        """The real time, or the time of the latest reply if that is ahead."""
        return max(self._real(), self._latest)

    def reached(self, reply: Json) -> None:
        """Note that the page has reached the time of this reply."""
        self._latest = max(self._latest, datetime.fromisoformat(reply["at"])) if "at" in reply else self._latest


def page_turn(speaker: Speaker, shows: Shows, sent: Mapping[str, Any], now: Callable[[], datetime]) -> Json:
    """The turn for what the person said (empty: nobody answered), with the conversation to send back next time.

    Raises ValueError where the conversation is not one that this function gave out.
    """
    at = _taken_up(speaker, sent, now)
    words, played = sent["words"], sent.get("after_seconds")
    exchange = speaker.say(words, at, played) if words.strip() else speaker.end(UNANSWERED, at)
    if exchange is None:
        closed = list(suggestions("closed", speaker.recognizer.language))
        return {**_SILENT, "locale": speaker.whose.locale, "suggestions": closed, "during": closed}
    return _told(speaker, shows, exchange)


def _told(speaker: Speaker, shows: Shows, exchange: Exchange) -> Json:
    """Everything of a turn that the page needs."""
    language = speaker.recognizer.language
    return {
        **as_json(exchange),
        "written": written(exchange),
        "reprompt": moments_of(exchange.playing.reprompt),
        "conversation": {"session": speaker.session, "at": exchange.at.isoformat(), "envelope": exchange.response},
        "onward": onward_after(exchange, language),
        "kept": keeps_a_place(exchange),
        "suggestions": [*suggested_after(exchange, language)],
        "during": [*suggested_during(exchange, language)],
        "view": shows.view(exchange),
        "why": _why(exchange),
        "locale": speaker.whose.locale,
    }


def known_then(speaker: Speaker, sent: Mapping[str, Any], now: Callable[[], datetime]) -> Evidence:
    """The evidence of the conversation for words that are about to be said; raises as `page_turn` does."""
    return speaker.knows(_taken_up(speaker, sent, now), sent.get("after_seconds"))


def _why(exchange: Exchange) -> str:
    """Which step understood the words, and by what; for authors."""
    return exchange.reason.told() if exchange.reason else ""


def _taken_up(speaker: Speaker, sent: Mapping[str, Any], now: Callable[[], datetime]) -> datetime:
    """Restore the speaker's state; return when these words arrive, by the seconds of the reply that had played."""
    if sent.get("conversation") is None:
        return now()
    try:
        left = LeftOff.model_validate(sent["conversation"])
    except ValidationError as wrong:
        raise ValueError("The conversation is not one that the page was given.") from wrong
    playing = Playing.of(left.envelope.response.model_dump(by_alias=True), Pace(speaker.whose.speech_rate))
    speaker.session = left.session
    speaker.last = Exchange(left.at, "", "", {}, left.envelope.model_dump(by_alias=True), playing)
    return left.at + timedelta(seconds=ceil(START_LATENCY_SECONDS + sent["after_seconds"] + TALKING_SECONDS))
