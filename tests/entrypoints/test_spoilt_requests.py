"""Whatever comes in at any entry, it is answered or refused: nothing breaks, and nobody's place is lost for it."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from random import SystemRandom

import pytest
from flask.testing import FlaskClient

from infra.bundle import ROOT
from skill.alexa.errors import NotAlexa
from skill.alexa.identity import Identity
from skill.alexa.screens.showing import Screens
from skill.alexa.skill import AlexaSkill
from skill.assembly import read, the_figures, the_library
from skill.device.page_turns import PageClock
from skill.dialogue.guide import Guide
from skill.entrypoints.web import create_app
from skill.home import page_turns
from skill.settings import HOME_KEY
from skill.stores.sqlite import SqliteStore
from tests.entrypoints.spoiling import spoilt_page_turns, spoilt_requests
from tests.infra.packed.function import REGION, SETTINGS
from tests.nightly import NIGHTLY

NUMBER = 5_000 if NIGHTLY else 20
SEED = SystemRandom().randrange(1 << 32) if NIGHTLY else 7
"""At night others each time; a test that fails tells it."""
SERVER_ERROR = 500

HANDLED = """
import json, sys
from skill.alexa.identity import Identity
from skill.alexa.skill import AlexaSkill
from skill.assembly import read, the_library
from skill.dialogue.guide import Guide
from skill.entrypoints import aws_lambda
from skill.stores.sqlite import SqliteStore
skill = AlexaSkill(Guide(the_library(), SqliteStore(":memory:")), Identity(b"key"), read)
aws_lambda._skill = lambda: skill
for sent in sys.stdin:
    print("answered", json.dumps(aws_lambda.handler(json.loads(sent), None)), flush=True)
"""


@pytest.fixture(name="skill")
def _skill() -> Iterator[AlexaSkill]:
    with closing(SqliteStore(":memory:")) as store:
        screens = Screens(the_library(), the_figures)
        guide = Guide(the_library(), store)
        yield AlexaSkill(guide, Identity(HOME_KEY), read, at_home=True).on_screens(screens.directive)


@pytest.fixture(name="web")
def _web(skill: AlexaSkill) -> FlaskClient:
    turn = page_turns(skill, "en-US", PageClock(lambda: datetime(2026, 3, 2, 8, tzinfo=UTC)))
    return create_app(skill, lambda: True, page_turn=turn).test_client()


def broken(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was logged with a failure that nobody foresaw."""
    return [record.getMessage() for record in caplog.records if record.exc_info]


def test_the_skill_answers_or_refuses(skill: AlexaSkill, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    for body in spoilt_requests(NUMBER, SEED):
        if not is_json(body):
            continue
        with suppress(NotAlexa):
            assert skill.handle(json.loads(body))["version"] == "1.0", f"{SEED}: {body!r}"
        assert broken(caplog) == [], f"{SEED}: {body!r}"


@pytest.mark.parametrize("address", ["/alexa", "/page/turn"])
def test_the_web_answers_or_refuses(web: FlaskClient, caplog: pytest.LogCaptureFixture, address: str) -> None:
    spoilt = spoilt_requests if address == "/alexa" else spoilt_page_turns
    for body in spoilt(NUMBER, SEED):
        answered = web.post(address, data=body)
        assert answered.status_code < SERVER_ERROR, f"{SEED}: {body!r}"
        assert isinstance(answered.json, dict), f"{SEED}: {body!r}"
        assert broken(caplog) == [], f"{SEED}: {body!r}"


def test_the_function_answers_or_refuses() -> None:
    bodies = [body for body in spoilt_requests(NUMBER, SEED) if is_json(body)]
    environment = {"PATH": os.environ["PATH"], "AWS_REGION": REGION, **SETTINGS}
    command, sent = [sys.executable, "-c", HANDLED], b"\n".join(bodies)
    ran = subprocess.run(command, cwd=ROOT, env=environment, input=sent, capture_output=True, check=False)
    told = (line.partition(b" ") for line in ran.stdout.splitlines())
    responses = [json.loads(response) for kind, _, response in told if kind == b"answered"]
    assert (len(responses), ran.returncode) == (len(bodies), 0), f"{SEED}: {ran.stderr[-2_000:]!r}"
    assert all(response["version"] == "1.0" for response in responses)
    # Only a failure that nobody foresaw is told with its places in the program.
    assert [line for line in ran.stdout.splitlines() if b'"failure": ' in line] == [], str(SEED)
    assert ran.stderr == b""


def is_json(body: bytes) -> bool:
    """Whether Lambda would hand it on: whatever else was sent, no function is called for it."""
    try:
        json.loads(body)
    except ValueError:
        return False
    return True
