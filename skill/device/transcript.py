"""An exchange as people and tools read it: as text, or as JSON."""

from collections.abc import Iterator
from datetime import UTC
from typing import Any

from skill.device.speaker import Exchange
from skill.speech.plain import plain
from skill.timeline import Moment, Timeline


def as_text(exchange: Exchange) -> Iterator[str]:
    """What was said, what is heard with its silences, and whether the microphone opens."""
    yield f"> {exchange.heard}"
    yield from plain(exchange.playing.speech)
    yield from (f"[written: {line}]" for line in written(exchange))
    if exchange.playing.listens:
        yield f"[listens: {' '.join(plain(exchange.playing.reprompt))}]"
    else:
        yield "[closes]"


def as_json(exchange: Exchange) -> dict[str, Any]:
    """The same for tools, with the place that is remembered and the whole response envelope."""
    playing = exchange.playing
    return {
        "at": exchange.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "heard": exchange.heard,
        "intent": exchange.intent,
        "slots": {name: slot.ids[0] if len(slot.ids) == 1 else list(slot.ids) for name, slot in exchange.slots.items()},
        "speech": words_of(playing.speech),
        "silences": [one.seconds for one in playing.speech.moments if one.silent and not one.sound],
        "seconds": playing.speech.seconds,
        "moments": moments_of(playing.speech),
        "listens": playing.listens,
        "reprompt": words_of(playing.reprompt),
        "place": place_in(exchange),
        "envelope": exchange.response,
    }


def written(exchange: Exchange) -> list[str]:
    """The card's title and lines; empty without one."""
    card = exchange.response["response"].get("card", {})
    return [card["title"], *card["content"].splitlines()] if card.get("type") == "Simple" else []


def words_of(timeline: Timeline) -> str:
    """The words of a timeline, without its silences."""
    return " ".join(moment.words for moment in timeline.moments if moment.words)


def _kind(moment: Moment) -> str:
    """The kind of a moment: "cue", "silence", or a sound by its name."""
    return moment.sound or ("silence" if moment.silent else "cue")


def moments_of(timeline: Timeline) -> list[dict[str, Any]]:
    """The moments as JSON: kind, seconds and words, and the emphasis of a cue that has any."""
    return [
        {"kind": _kind(moment), "seconds": moment.seconds, "words": moment.words}
        | ({"stress": moment.stress} if moment.stress else {})
        for moment in timeline.moments
    ]


def place_in(exchange: Exchange) -> dict[str, Any] | None:
    """The place from which this reply guides, or that is kept: routine, step, side, repetition and part."""
    record = exchange.response.get("sessionAttributes", {}).get("record", {})
    practices = record.get("practices", [])
    if not practices:
        return None
    usual = {"side": None, "repetition": 1, "part": None}
    return {"routine": practices[0]["routine"], **usual, **practices[0]["place"]}
