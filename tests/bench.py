"""How well places are kept and people understood, and how long a turn takes. Printed, never asserted."""

import logging
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from skill.alexa.requests import LAUNCH_REQUEST, intent_request
from skill.ports.turn import Slot
from tests import simulated_choices, simulated_table, simulation
from tests.infra import turns_a_second
from tests.infra.engine import make_bundle, table_engine, unpack
from tests.infra.function import SETTINGS, Function, Unpacked, running
from tests.infra.test_packaged_function import START, START_LOWER_BACK, asked, sender
from tests.understanding import judged, measured
from tests.understanding.curve import curve, pace
from tests.understanding.sentences import report

STARTS = 5
TOLD = intent_request("TellIHaveIntent", {"told": Slot("a bit of a funny feeling in the right hip today")})
TURNS = 50


def main() -> None:
    """Print how well the place is kept, and cold and warm turns on this machine; Lambda's processors differ."""
    simulation.main()
    simulated_table.main()
    simulated_choices.main(trials=1000)
    print("\n".join([*report(), *measured.report(), *judged.report(), *curve(), *pace()]))
    turns_a_second.main()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with TemporaryDirectory() as folder, table_engine() as engine:
        unpacked = unpack(make_bundle(Path(folder)), Path(folder))
        settings = SETTINGS | {"AWS_ENDPOINT_URL_DYNAMODB": engine}
        _show("from the start of the process to the first reply", [_cold(unpacked, settings) for _ in range(STARTS)])
        with running(unpacked, Path(folder) / "log", settings) as function:
            _seconds(function, 0, LAUNCH_REQUEST)
            _show("the first words that Alexa has not read", [_seconds(function, 0, TOLD)])
            for name, request in (
                ("a launch", LAUNCH_REQUEST),
                ("the start of a routine", START_LOWER_BACK),
                ("words that Alexa has not read", TOLD),
            ):
                _show(name, [_seconds(function, number, request) for number in range(TURNS)])


def _cold(unpacked: Unpacked, settings: dict[str, str]) -> float:
    began = perf_counter()
    with running(unpacked, unpacked.bundle.with_name("log"), settings) as function:
        _seconds(function, 0, LAUNCH_REQUEST)
        return perf_counter() - began


def _seconds(function: Function, number: int, request: dict[str, Any]) -> float:
    event = asked(sender(f"session-{number}", user=f"listener-{number}"), request, START)
    began = perf_counter()
    function.invoke(event)
    return perf_counter() - began


def _show(name: str, seconds: list[float]) -> None:
    print(f"{name}: {median(seconds) * 1000:.0f} ms, at worst {max(seconds) * 1000:.0f} ms, of {len(seconds)}")


if __name__ == "__main__":
    main()
