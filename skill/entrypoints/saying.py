"""One conversation on a fixed clock: each sentence with the time that passes before it."""

import json
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

import click

from skill.device.speaker import Exchange, Speaker
from skill.device.transcript import as_json, as_text

_LATER = re.compile(r"\+(?P<count>\d+)(?P<unit>[smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def converse(speaker: Speaker, script: Sequence[str], start: datetime) -> list[Exchange]:
    """Every exchange of a script of sentences and times such as `+47s`, which count from the sentence before.

    Without a time the person lets the reply finish and then answers.
    """
    exchanges: list[Exchange] = []
    later: timedelta | None = None
    for word in script:
        if (step := _LATER.fullmatch(word)) is not None:
            later = (later or timedelta()) + timedelta(**{_UNITS[step["unit"]]: int(step["count"])})
            continue
        exchanges.append(speaker.say(word, _time(speaker, exchanges, start, later)))
        later = None
    return exchanges


def show(exchanges: Sequence[Exchange], *, in_json: bool) -> None:
    """Print a conversation, as text or as one JSON object a turn."""
    for exchange in exchanges:
        click.echo(json.dumps(as_json(exchange)) if in_json else "\n".join((*as_text(exchange), "")))


def _time(speaker: Speaker, before: Sequence[Exchange], start: datetime, later: timedelta | None) -> datetime:
    if not before:
        return start + (later or timedelta())
    return speaker.answer_time() if later is None else before[-1].at + later
