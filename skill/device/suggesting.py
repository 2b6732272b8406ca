"""What a person might say after a reply, and what takes them on who says nothing: told from the open question."""

from collections.abc import Mapping

from skill.device.speaker import Exchange
from skill.dialogue.memory.question import Ask
from skill.recognizer.suggestions import GoingOn, suggestions

_GOING_ON: Mapping[str, GoingOn] = {"ready": "guiding", "paused": "paused", "first": "first"}


def suggested_after(exchange: Exchange, language: str) -> tuple[str, ...]:
    """A few sentences of a language that fit; how to begin where the microphone stays closed."""
    if not exchange.playing.listens:
        return suggestions("closed", language)
    return suggestions(_GOING_ON.get(_asked(exchange), "idle"), language)


def onward_after(exchange: Exchange, language: str) -> str:
    """What leads on whoever was asked whether they are ready, and is silent; empty after every other question.

    On an Alexa speaker the session ends then, and nobody can be led on; whoever plays replies by themselves can.
    """
    return suggestions("guiding", language)[0] if _asked(exchange) == Ask.READY else ""


def _asked(exchange: Exchange) -> str:
    kind: str = exchange.response.get("sessionAttributes", {}).get("record", {}).get("asked", {}).get("kind", "")
    return kind
