"""The handler in a fresh interpreter, as Lambda starts it: what it imports, and what it makes of what goes wrong.

The interpreter is started once; each program has a copy of it of its own, in which nothing else has happened.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.bundle import ROOT
from skill.alexa.requests import LAUNCH_REQUEST, Sender, envelope
from tests.alexa.kinds import WORDLESS
from tests.infra.packed.function import REGION, SETTINGS
from tests.infra.test_packaged_function import APOLOGY, SORRY, START

LAUNCH = envelope(Sender("amzn1.ask.account.anna", "a-device", "a-session"), LAUNCH_REQUEST, START, None)
HERE = {"PATH": os.environ["PATH"], "AWS_REGION": REGION, "AWS_ENDPOINT_URL_DYNAMODB": "http://127.0.0.1:9"}
KEYS = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing"}


COPYING = """
import json, os, sys, traceback
from skill.entrypoints.aws_lambda import handler
for sent in iter(sys.stdin.readline, ""):
    program, log, *sys.argv[1:] = json.loads(sent)
    if copy := os.fork():
        print(os.waitpid(copy, 0)[1], flush=True)
        continue
    file = os.open(log, os.O_WRONLY | os.O_CREAT)
    os.dup2(file, 1)
    os.dup2(file, 2)
    try:
        exec(program)
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    os._exit(0)
"""

Lines = Callable[..., list[Any]]


@pytest.fixture(scope="module", name="fresh")
def _fresh() -> Iterator["subprocess.Popen[str]"]:
    """An interpreter that has imported the handler, and done nothing else."""
    command = [sys.executable, "-c", COPYING]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=ROOT, env=HERE | KEYS | SETTINGS, stdin=pipe, stdout=pipe, stderr=pipe, text=True
    ) as interpreter:
        yield interpreter
        _, complaint = interpreter.communicate(timeout=60)
        assert (interpreter.returncode, complaint) == (0, "")


@pytest.fixture(name="lines_of")
def _lines_of(fresh: "subprocess.Popen[str]", tmp_path: Path) -> Lines:
    """What a program prints that has the handler: a JSON value a line."""

    def lines_of(program: str, *arguments: object) -> list[Any]:
        assert fresh.stdin is not None
        assert fresh.stdout is not None
        printed = tmp_path / "printed"
        fresh.stdin.write(json.dumps([program, str(printed), *map(json.dumps, arguments)]) + "\n")
        fresh.stdin.flush()
        assert fresh.stdout.readline() == "0\n"
        return [json.loads(line) for line in printed.read_text(encoding="utf-8").splitlines()]

    return lines_of


def test_nothing_is_imported_that_only_a_skill_at_home_needs(lines_of: Lines) -> None:
    (imported,) = lines_of("print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))")
    assert {"click", "cryptography", "flask", "hassil", "waitress", "werkzeug", "yaml"} & set(imported) == set()
    assert {"skill", "botocore", "ask_sdk_core"} <= set(imported)


def test_client_and_content_are_ready_before_the_first_turn(lines_of: Lines) -> None:
    program = """
from skill import assembly
from skill.entrypoints import aws_lambda
print(json.dumps([assembly.the_library.cache_info().currsize, aws_lambda._skill.cache_info().currsize]))
"""
    assert lines_of(program) == [[1, 1]]


def test_every_wrong_setting_is_apologised_for_named_in_the_log_and_counted(lines_of: Lines) -> None:
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


def test_a_setting_put_right_is_found_at_the_next_turn(lines_of: Lines) -> None:
    program = """
from skill.entrypoints import aws_lambda
aws_lambda._skill.cache_clear()
right = os.environ.pop("GENTLE_BACK_STORE")
handler(json.loads(sys.argv[1]), None)
os.environ["GENTLE_BACK_STORE"] = right
print(json.dumps("I cannot reach" in json.dumps(handler(json.loads(sys.argv[1]), None))))
"""
    assert lines_of(program, LAUNCH)[-1] is True


def test_an_answer_that_fails_is_an_apology_and_the_log_has_none_of_its_words(lines_of: Lines) -> None:
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


def test_no_failure_makes_words_for_what_takes_none(lines_of: Lines) -> None:
    program = """
from skill.alexa.errors import NotAlexa
from skill.alexa.skill import AlexaSkill
from skill.ports.store import StoreDown
from skill.entrypoints import aws_lambda
aws_lambda._log_failure = lambda failure: None
for failure in (NotAlexa("It has no time."), StoreDown("It is away."), RuntimeError("nobody foresaw it")):
    def failing(skill, envelope):
        raise failure
    AlexaSkill.handle = failing
    for kind in json.loads(sys.argv[1]):
        print(json.dumps(handler({"request": {"type": kind}}, None)))
"""
    kinds = [kind for kind in WORDLESS if not kind.startswith("AlexaSkillEvent.")]
    assert lines_of(program, kinds) == [{"version": "1.0", "response": {}}] * 3 * len(kinds)


def test_a_failure_that_nobody_foresaw_is_an_apology_too(lines_of: Lines) -> None:
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
