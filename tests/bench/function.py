"""How long a listener waits for a turn of the packed function, over a table of moto's."""

from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from skill.alexa.requests import LAUNCH_REQUEST, intent_request
from skill.ports.turn import Slot
from tests.bench.comparing import Measured, progress, show
from tests.infra.packed.engine import make_bundle, table_engine, unpack
from tests.infra.packed.function import SETTINGS, Function, running
from tests.infra.test_packaged_function import START, START_LOWER_BACK, asked, sender

TURNS = 50
TOLD = intent_request("TellIHaveIntent", {"told": Slot("a bit of a funny feeling in the right hip today")})
REQUESTS = {
    "a launch": LAUNCH_REQUEST,
    "the start of a routine": START_LOWER_BACK,
    "words that Alexa has not read": TOLD,
}


def main() -> None:
    """Print warm turns, and the first one that has to load what reads; most of it is moto's own time."""
    with TemporaryDirectory() as name, table_engine() as engine:
        progress("making the bundle")
        unpacked = unpack(make_bundle(Path(name)), Path(name))
        progress("")
        with running(unpacked, Path(name) / "log", SETTINGS | {"AWS_ENDPOINT_URL_DYNAMODB": engine}) as function:
            _waited(function, 0, LAUNCH_REQUEST)
            show("the first words that Alexa has not read", Measured((_waited(function, 0, TOLD),)))
            for what, request in REQUESTS.items():
                show(what, Measured(tuple(_waited(function, number, request) for number in range(TURNS))))


def _waited(function: Function, number: int, request: dict[str, Any]) -> float:
    event = asked(sender(f"session-{number}", user=f"listener-{number}"), request, START)
    began = perf_counter()
    function.invoke(event)
    return 1000 * (perf_counter() - began)
