"""The handler in a fresh interpreter, as Lambda starts it: what it imports, and what it makes of what goes wrong."""

import json
import os
import subprocess
import sys
from typing import Any

from infra.bundle import ROOT
from skill.alexa.requests import LAUNCH_REQUEST, Sender, envelope
from tests.infra.function import REGION, SETTINGS
from tests.infra.test_packaged_function import APOLOGY, SORRY, START

LAUNCH = envelope(Sender("amzn1.ask.account.anna", "a-device", "a-session"), LAUNCH_REQUEST, START, None)
HERE = {"PATH": os.environ["PATH"], "AWS_REGION": REGION, "AWS_ENDPOINT_URL_DYNAMODB": "http://127.0.0.1:9"}
KEYS = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing"}


def lines_of(program: str, *arguments: object) -> list[Any]:
    """What a program prints that has the handler: a JSON value a line."""
    start = "import json, os, sys\nfrom skill.entrypoints.aws_lambda import handler\n"
    command = [sys.executable, "-c", start + program, *map(json.dumps, arguments)]
    ran = subprocess.run(
        command, cwd=ROOT, env=HERE | KEYS | SETTINGS, capture_output=True, text=True, timeout=60, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_nothing_is_imported_that_only_a_skill_at_home_needs() -> None:
    (imported,) = lines_of("print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))")
    assert {"click", "cryptography", "flask", "hassil", "waitress", "werkzeug", "yaml"} & set(imported) == set()
    assert {"skill", "boto3", "ask_sdk_core"} <= set(imported)


def test_client_and_content_are_ready_before_the_first_turn() -> None:
    program = """
from skill import assembly
from skill.entrypoints import aws_lambda
print(json.dumps([assembly.the_library.cache_info().currsize, aws_lambda._skill.cache_info().currsize]))
"""
    assert lines_of(program) == [[1, 1]]


def test_every_wrong_setting_is_apologised_for_named_in_the_log_and_counted() -> None:
    program = """
from skill.entrypoints import aws_lambda
given = dict(os.environ)
for wrong in json.loads(sys.argv[2]):
    aws_lambda._skill.cache_clear()
    os.environ.update(given | wrong)
    print(json.dumps(handler(json.loads(sys.argv[1]), None)))
"""
    named = {
        "GENTLE_BACK_STORE=": "GENTLE_BACK_STORE is not set to a table",
        "GENTLE_BACK_STORE=sqlite:people.sqlite": "GENTLE_BACK_STORE is not set to a table",
        "GENTLE_BACK_STORE=people": "GENTLE_BACK_STORE and --store take sqlite:PATH",
        "GENTLE_BACK_STORE=dynamodb:x": "GENTLE_BACK_STORE",
        "GENTLE_BACK_ID_KEY=": "GENTLE_BACK_ID_KEY is not set",
        "GENTLE_BACK_ID_KEY=short": "GENTLE_BACK_ID_KEY is too short",
        "AWS_REGION=": "AWS_REGION is not set",
    }
    printed = lines_of(program, LAUNCH, [dict([case.split("=")]) for case in named])
    for told, logged, reply in zip(named.values(), printed[::2], printed[1::2], strict=True):
        assert reply == APOLOGY
        assert told in logged["says"]
        assert logged["BadSettings"] == 1
        assert logged["_aws"]["CloudWatchMetrics"][0]["Metrics"] == [{"Name": "BadSettings", "Unit": "Count"}]


def test_a_setting_put_right_is_found_at_the_next_turn() -> None:
    program = """
from skill.entrypoints import aws_lambda
aws_lambda._skill.cache_clear()
right = os.environ.pop("GENTLE_BACK_STORE")
handler(json.loads(sys.argv[1]), None)
os.environ["GENTLE_BACK_STORE"] = right
print(json.dumps("I cannot reach" in json.dumps(handler(json.loads(sys.argv[1]), None))))
"""
    assert lines_of(program, LAUNCH)[-1] is True


def test_an_answer_that_fails_is_an_apology_and_the_log_has_none_of_its_words() -> None:
    program = """
from skill.dialogue.guide import Guide
def failing(guide, turn):
    raise KeyError("my poor back")
Guide.answer = failing
print(json.dumps(handler(json.loads(sys.argv[1]), None)))
"""
    logged, reply = lines_of(program, LAUNCH)
    assert SORRY in reply["response"]["outputSpeech"]["ssml"]
    assert reply["response"]["shouldEndSession"] is True
    assert logged["Apologies"] == 1
    assert "poor back" not in json.dumps(logged)
    assert "anna" not in json.dumps(logged)


def test_a_failure_that_nobody_foresaw_is_an_apology_too() -> None:
    program = """
from skill.alexa.skill import AlexaSkill
def failing(skill, envelope):
    raise RuntimeError("my poor back")
AlexaSkill.handle = failing
print(json.dumps(handler(json.loads(sys.argv[1]), None)))
"""
    logged, reply = lines_of(program, LAUNCH)
    assert reply == APOLOGY
    assert (logged["failure"], logged["Apologies"]) == ("RuntimeError", 1)
    assert logged["in"][-1].endswith("failing")
    assert "poor back" not in json.dumps(logged)
