"""What a person might say during a reply and after it, and what leads on somebody who says nothing."""

from collections.abc import Mapping

from skill.device.speaker import Exchange
from skill.dialogue.memory.question import NO_YES_OR_NO, Ask
from skill.recognizer.suggestions import GoingOn, suggestions

_GOING_ON: Mapping[Ask | None, GoingOn] = {Ask.READY: "guiding", Ask.PAUSED: "paused"}


def suggested_after(exchange: Exchange, language: str) -> tuple[str, ...]:
    """A few sentences that fit the open question; how to go on or begin once the session is closed."""
    asked = _asked(exchange)
    if asked is Ask.FIRST or asks_first(exchange):
        return suggestions("first", language)
    if not exchange.playing.listens:
        going_on = suggestions("paused", language)[:1] if keeps_a_place(exchange) else ()
        return (*going_on, *suggestions("closed", language))
    usual: GoingOn = "idle" if asked is None or asked in NO_YES_OR_NO else "asked"
    return suggestions(_GOING_ON.get(asked, usual), language)


def suggested_during(exchange: Exchange, language: str) -> tuple[str, ...]:
    """A few sentences that may be said while the reply plays."""
    led = exchange.sent is not None and not asks_first(exchange)
    return suggestions("playing", language) if led else suggested_after(exchange, language)


def onward_after(exchange: Exchange, language: str) -> str:
    """What leads on somebody who was asked "Ready?" and says nothing; empty after every other question.

    On an Alexa speaker the session ends then; only a device that plays replies by itself can say this for them.
    """
    return suggestions("guiding", language)[0] if _asked(exchange) is Ask.READY else ""


def keeps_a_place(exchange: Exchange) -> bool:
    """Whether a place in a routine is certainly stored, and may be resumed."""
    person, attributes = exchange.person, exchange.response.get("sessionAttributes", {})
    lost = not attributes.get("saved", True) or attributes.get("warned", False)
    if person is None or person.practice is None or lost:
        return False
    return not person.stopped_at and not person.ask_first_at


def asks_first(exchange: Exchange) -> bool:
    """Whether an emergency was reported, and nobody has said yet that they are well."""
    return exchange.person is not None and exchange.person.ask_first_at > 0


def _asked(exchange: Exchange) -> Ask | None:
    return exchange.person.asked.kind if exchange.person and exchange.person.asked else None
