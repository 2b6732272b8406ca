"""The tools of a deployment as they are found and run: what is missing is told at once, and how to get it."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from boto3.session import Session
from botocore.stub import Stubber

from infra.tools import Failed, missing_tools, profile, run, stack_of
from tests.entrypoints.terminal import ROOT, hearing_ctrl_c

AT = datetime(2026, 1, 5, tzinfo=UTC)


def test_everything_that_is_missing_is_told_at_once_with_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("ASK_ACCESS_TOKEN", "ASK_DEFAULT_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(Session, "get_credentials", lambda _: None)
    told = missing_tools()
    assert len(told) == 5
    assert "pipx install aws-sam-cli" in told[0]
    assert "npm install -g ask-cli" in told[1]
    assert "ask configure" in told[2]
    assert "No python3.13 is here" in told[3]
    assert "aws configure" in told[4]


def test_a_command_is_read_or_its_failure_told(tmp_path: Path) -> None:
    assert run([sys.executable, "-c", "print('{\"a\": 1}')"], tmp_path, read=True) == {"a": 1}
    with pytest.raises(Failed, match="exited with 3, see above"):
        run([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)
    with pytest.raises(Failed, match="did not answer with JSON"):
        run([sys.executable, "-c", "print('hm')"], tmp_path, read=True)


SLOW = """
import signal, sys
def farewell(*_):
    open("farewell", "w").close()
    sys.exit(0)
signal.signal(signal.SIGINT, farewell)
print("begun", flush=True)
signal.pause()
"""
RUNNING = f"""
import sys
from pathlib import Path
from infra.tools import run
try:
    run([sys.executable, "-c", {SLOW!r}], Path.cwd())
except KeyboardInterrupt:
    print("farewell" if Path("farewell").exists() else "ended at once")
"""


def test_ctrl_c_lets_a_command_end_by_itself(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", RUNNING]
    with hearing_ctrl_c():
        process = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    os.killpg(process.pid, signal.SIGINT)
    told, _ = process.communicate(timeout=30)
    assert told == "farewell\n"


def test_a_stack_is_told_and_one_that_is_not_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    access = {"aws_access_key_id": "nobody", "aws_secret_access_key": "nothing", "region_name": "eu-west-1"}
    client = Session(**access).client("cloudformation")
    monkeypatch.setattr(Session, "client", lambda *_: client)
    outputs = [{"OutputKey": "FunctionArn", "OutputValue": "an-arn"}]
    whole = {"StackName": "gentle-back-dev", "StackStatus": "CREATE_COMPLETE", "CreationTime": AT, "Outputs": outputs}
    with Stubber(client) as amazon:
        amazon.add_client_error("describe_stacks", "ValidationError", "Stack with id gentle-back-dev does not exist")
        amazon.add_response("describe_stacks", {"Stacks": [whole]})
        amazon.add_client_error("describe_stacks", "ExpiredToken", "The security token has expired")
        assert stack_of("gentle-back-dev", "eu-west-1") == {}
        assert stack_of("gentle-back-dev", "eu-west-1") == {"Outputs": outputs, "Parameters": []}
        with pytest.raises(Failed, match="The security token has expired"):
            stack_of("gentle-back-dev", "eu-west-1")


def test_the_account_is_the_one_of_the_environment_where_all_of_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ASK_VENDOR_ID", "ASK_REFRESH_TOKEN")
    for name in (*names, "ASK_ACCESS_TOKEN", "ASK_DEFAULT_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    assert profile() == "default"
    monkeypatch.setenv("ASK_DEFAULT_PROFILE", "anna")
    assert profile() == "anna"
    for name in names:
        monkeypatch.setenv(name, "given")
    assert profile() == "__ENVIRONMENT_ASK_PROFILE__"
