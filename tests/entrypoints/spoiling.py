"""Requests that somebody spoilt: recorded ones in which something, anywhere, is gone or something else."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

RECORDED = tuple(
    json.loads(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parents[1] / "alexa" / "envelopes").glob("*.json"))
)
PAGE_TURN = {
    "words": "open gentle back",
    "conversation": {
        "session": "a-session",
        "at": "2026-03-02T08:00:00+00:00",
        "envelope": {"version": "1.0", "sessionAttributes": {}, "response": {"shouldEndSession": False}},
    },
    "after_seconds": 3.5,
}
STRANGE: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1e308, 2**63, "", " ", "\u0000", "\ud83e", "x" * 5_000, "2026-03-02T08:00:00Z"),
    *([], {}, [[]], {"": None}, [None], {"type": "LaunchRequest"}, {"value": {}}, {"slots": []}),
)
"""What stands nowhere in a request, or not there."""
MOST_FAULTS = 3


def spoilt_requests(number: int, seed: int) -> Iterator[bytes]:
    """So many that were sent to the skill; the same seed makes the same ones."""
    return _spoilt(RECORDED, number, Random(seed))


def spoilt_page_turns(number: int, seed: int) -> Iterator[bytes]:
    """So many that the page sent."""
    return _spoilt((PAGE_TURN,), number, Random(seed))


def _spoilt(good: tuple[Any, ...], number: int, random: Random) -> Iterator[bytes]:
    for _ in range(number):
        sent = json.loads(json.dumps(random.choice(good)))
        for _ in range(random.randint(1, MOST_FAULTS)):
            _spoil(sent, random)
        yield _torn(json.dumps(sent).encode(), random) if random.random() < 1 / 8 else json.dumps(sent).encode()


def _spoil(sent: Any, random: Random) -> None:
    """Put something strange in one place, or leave it out."""
    here = sent
    while here:
        key: Any = random.choice(sorted(here) if isinstance(here, dict) else range(len(here)))
        if not isinstance(here[key], dict | list) or random.random() < 1 / 6:
            if random.random() < 1 / 3:
                del here[key]
            else:
                here[key] = json.loads(json.dumps(random.choice(STRANGE)))
            return
        here = here[key]


def _torn(body: bytes, random: Random) -> bytes:
    """What is left where a line broke, or one byte was another."""
    at = random.randrange(len(body))
    return body[:at] if random.random() < 1 / 2 else body[:at] + random.randbytes(1) + body[at + 1 :]
