"""`gentle-back say`: one conversation on a fixed clock, each sentence with the time that passes before it."""

import json
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

import click

from skill.device.speaker import Exchange, Speaker
from skill.device.transcript import as_json, as_text

_LATER = re.compile(r"\+(?P<count>\d{1,6})(?P<unit>[smhd])")
_LONGEST = timedelta(days=3_650)
_ALMOST_LATER = re.compile(r"\+\d")
_OPENED = "the words that open the skill"
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def converse(speaker: Speaker, script: Sequence[str], start: datetime) -> list[Exchange]:
    """Every exchange of a script of sentences and times such as `+47s`, which count from the sentence before.

    Without a time the person lets the reply finish and then answers. Raises UsageError for a script that cannot be
    said.
    """
    exchanges: list[Exchange] = []
    later: timedelta | None = None
    for words in script:
        if _ALMOST_LATER.match(words):
            later = min((later or timedelta()) + _passed(words), _LONGEST)
            continue
        exchanges.append(speaker.say(words, _time(speaker, exchanges, start, later)))
        later = None
    if later is not None:
        raise click.UsageError("Nothing is said after the last time: add a sentence.")
    return exchanges


def _passed(words: str) -> timedelta:
    step = _LATER.fullmatch(words)
    if step is None:
        raise click.UsageError(f"{words!r} is no time: say +47s, +5m, +2h or +1d (seconds, minutes, hours, days).")
    return timedelta(**{_UNITS[step["unit"]]: int(step["count"])})


def show(exchanges: Sequence[Exchange], *, in_json: bool, why: bool = False) -> None:
    """Print a conversation, as text or as one JSON object a turn; on demand why each sentence was understood so."""
    for exchange in exchanges:
        reason = f"{exchange.intent}, {exchange.reason.told() if exchange.reason else _OPENED}"
        if in_json:
            click.echo(json.dumps(as_json(exchange) | ({"why": reason} if why else {})))
        else:
            heard, *rest = as_text(exchange)
            click.echo("\n".join((heard, *([f"[why: {reason}]"] if why else []), *rest, "")))


def _time(speaker: Speaker, before: Sequence[Exchange], start: datetime, later: timedelta | None) -> datetime:
    if not before:
        return start + (later or timedelta())
    return speaker.answer_time() if later is None else before[-1].at + later
