"""What runs after Lambda has put a function back as in its picture: nothing of before is shared, or out of date."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.requests import LAUNCH_REQUEST
from tests.infra.packed.function import SETTINGS, Unpacked, environment_of, running
from tests.infra.test_packaged_function import START, START_LOWER_BACK, asked, sender, speech
from tests.nightly import at_night

SNAP_START = {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"}
TWO_FROM_ONE_PICTURE = Path(__file__).parent / "packed" / "picture.py"


@at_night
def test_amazons_client_takes_the_picture_before_and_the_first_turn_is_answered_after(
    unpacked: Unpacked, engine: str, tmp_path: Path
) -> None:
    settings = SETTINGS | SNAP_START | {"AWS_ENDPOINT_URL_DYNAMODB": engine}
    with running(unpacked, tmp_path / "log", settings) as function:
        function.api.restore()
        assert "Welcome to Gentle Back." in speech(
            function.invoke(asked(sender("session-1", "greta"), LAUNCH_REQUEST, START))
        )
        assert function.logged() == ""


@pytest.fixture(scope="module", name="told")
def _told(unpacked: Unpacked, engine: str) -> dict[str, Any]:
    """What two functions say that go on from one picture, a month after it was taken."""
    later = START + timedelta(days=31)
    events = [asked(sender(f"session-{user}", user), START_LOWER_BACK, later) for user in ("emma", "fritz")]
    settings = SETTINGS | {"AWS_ENDPOINT_URL_DYNAMODB": engine}
    ran = subprocess.run(
        [sys.executable, "-S", "-B", str(TWO_FROM_ONE_PICTURE), *map(json.dumps, events)],
        env=environment_of(unpacked, settings),
        cwd=unpacked.bundle,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr == ""
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


def test_before_the_picture_no_connection_is_open_and_nothing_is_left_to_be_made(told: dict[str, Any]) -> None:
    assert told["before"] == {"connections": 0, "waiting": 0}


def test_each_copy_opens_a_connection_of_its_own_and_answers(told: dict[str, Any]) -> None:
    one, other = told["copies"]
    assert [speech(copy["response"]).endswith("Ready?</speak>") for copy in (one, other)] == [True, True]
    assert [copy["connections"] > 0 for copy in (one, other)] == [True, True]


def test_neither_has_anything_of_ours_to_load_any_more(told: dict[str, Any]) -> None:
    assert [copy["loaded"] for copy in told["copies"]] == [[], []]


def test_the_time_is_that_of_the_turn_however_old_the_picture_is(told: dict[str, Any]) -> None:
    began = round((START + timedelta(days=31)).timestamp())
    kept = [json.dumps(copy["response"]["sessionAttributes"]) for copy in told["copies"]]
    assert [str(began) in text for text in kept] == [True, True]
