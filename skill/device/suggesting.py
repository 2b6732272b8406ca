"""What a person might say during a reply and after it, and what leads somebody on who says nothing."""

from collections.abc import Mapping
from typing import Any

from skill.device.speaker import Exchange
from skill.dialogue.memory.question import Ask
from skill.recognizer.suggestions import GoingOn, suggestions

_GOING_ON: Mapping[str, GoingOn] = {"ready": "guiding", "paused": "paused", "first": "first"}
_NO_YES_OR_NO = frozenset({"", Ask.WHICH, Ask.MINUTES, Ask.WISH, Ask.REMIND_AT, Ask.WHICH_REMINDER})
"""Where nothing is asked, or something to which neither yes nor no is an answer."""


def suggested_after(exchange: Exchange, language: str) -> tuple[str, ...]:
    """A few sentences of a language that fit, no yes without a no; how to go on or begin where it is closed."""
    asked = _asked(exchange)
    if asked == Ask.FIRST or asks_first(exchange):
        return suggestions("first", language)
    if not exchange.playing.listens:
        going_on = suggestions("paused", language)[:1] if keeps_a_place(exchange) else ()
        return (*going_on, *suggestions("closed", language))
    usual: GoingOn = "idle" if asked in _NO_YES_OR_NO else "asked"
    return suggestions(_GOING_ON.get(asked, usual), language)


def suggested_during(exchange: Exchange, language: str) -> tuple[str, ...]:
    """The same while the reply plays: of somebody who is led, whatever comes after it."""
    practices: list[dict[str, Any]] = _record(exchange).get("practices", [])
    practice = practices[0] if practices else {}
    sent = practice.get("sent") or {}
    led = sent.get("at") == int(exchange.at.timestamp()) and not asks_first(exchange)
    return suggestions("playing", language) if led else suggested_after(exchange, language)


def onward_after(exchange: Exchange, language: str) -> str:
    """What leads on whoever was asked whether they are ready, and is silent; empty after every other question.

    On an Alexa speaker the session ends then, and nobody can be led on; whoever plays replies by themselves can.
    """
    return suggestions("guiding", language)[0] if _asked(exchange) == Ask.READY else ""


def keeps_a_place(exchange: Exchange) -> bool:
    """Whether there is a place that is surely kept, from which one may be led on."""
    attributes, practices = exchange.response.get("sessionAttributes", {}), _record(exchange).get("practices", [])
    lost = not attributes.get("saved", True) or attributes.get("warned", False)
    stopped = asks_first(exchange) or bool(_record(exchange).get("stopped_at", 0))
    return bool(practices) and not practices[0].get("aside", False) and not lost and not stopped


def asks_first(exchange: Exchange) -> bool:
    """Whether help was needed now, and nobody has said yet that they are well."""
    return bool(_record(exchange).get("ask_first_at", 0))


def _asked(exchange: Exchange) -> str:
    kind: str = _record(exchange).get("asked", {}).get("kind", "")
    return kind


def _record(exchange: Exchange) -> dict[str, Any]:
    record: dict[str, Any] = exchange.response.get("sessionAttributes", {}).get("record", {})
    return record
