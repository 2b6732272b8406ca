"""What a person might say after a reply: told from the question that it left open."""

from collections.abc import Mapping

from skill.device.speaker import Exchange
from skill.recognizer.suggestions import GoingOn, suggestions

_GOING_ON: Mapping[str, GoingOn] = {"ready": "guiding", "paused": "paused", "first": "first"}


def suggested_after(exchange: Exchange, language: str) -> tuple[str, ...]:
    """A few sentences of a language that fit; how to begin where the microphone stays closed."""
    if not exchange.playing.listens:
        return suggestions("closed", language)
    asked = exchange.response.get("sessionAttributes", {}).get("record", {}).get("asked", {})
    return suggestions(_GOING_ON.get(asked.get("kind", ""), "idle"), language)
