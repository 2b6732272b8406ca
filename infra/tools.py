"""The tools that `make deploy` calls: whether they are here, how they are run; and a stack, asked of CloudFormation."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from boto3.session import Session
from botocore.exceptions import BotoCoreError, ClientError

from infra.bundle import compiler, without_compiler

Json = dict[str, Any]


class Failed(Exception):
    """A step could not be done; what the tool said has been shown, or is the message."""


class Run(Protocol):
    """Runs a command in a folder. Raises `Failed`. With `read`, what it printed as JSON; else that is shown."""

    def __call__(self, command: Sequence[str], folder: Path, *, read: bool = False) -> Json:
        """What was read, or nothing."""


def run(command: Sequence[str], folder: Path, *, read: bool = False) -> Json:
    """See `Run`. Ctrl-C reaches the command as well, which may bring what it does to an end; once more ends it."""
    program = shutil.which(command[0]) or command[0]
    taken = subprocess.PIPE if read else None
    with subprocess.Popen([program, *command[1:]], cwd=folder, stdout=taken, text=True) as process:
        try:
            written, _ = process.communicate()
        except KeyboardInterrupt:
            process.wait()
            raise
    if process.returncode:
        raise Failed(f"{Path(program).name} {' '.join(command[1:3])} exited with {process.returncode}, see above.")
    if not read:
        return {}
    try:
        told = json.loads(written or "{}")
    except ValueError as error:
        raise Failed(f"{Path(program).name} {' '.join(command[1:3])} did not answer with JSON.") from error
    return told if isinstance(told, dict) else {}


def the_region() -> str | None:
    """Where the person's own profile of AWS is at home, or AWS_REGION says."""
    region: str | None = os.environ.get("AWS_REGION") or Session().region_name
    return region


def profile() -> str:
    """By which name the ASK CLI knows whose developer account it is, after its documentation."""
    in_environment = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ASK_VENDOR_ID")
    tokens = ("ASK_REFRESH_TOKEN", "ASK_ACCESS_TOKEN")
    if all(map(os.environ.get, in_environment)) and any(map(os.environ.get, tokens)):
        return "__ENVIRONMENT_ASK_PROFILE__"
    return os.environ.get("ASK_DEFAULT_PROFILE") or "default"


def missing_tools() -> list[str]:
    """What has to be there before anything is begun, each with how to get it."""
    return list(_missing())


def ask_is_missing() -> list[str]:
    """What has to be there to tell Alexa anything, with how to get it."""
    return list(_without_ask())


def _missing() -> Iterator[str]:
    if shutil.which("sam") is None:
        yield "- the AWS SAM CLI: pipx install aws-sam-cli (or brew install aws-sam-cli)"
    yield from _without_ask()
    if compiler() is None:
        yield f"- {without_compiler()}"
    if Session().get_credentials() is None:
        yield "- credentials of AWS: aws configure, or AWS_PROFILE"


def _without_ask() -> Iterator[str]:
    if shutil.which("ask") is None:
        yield "- the ASK CLI: npm install -g ask-cli, and then ask configure"
    if not (Path.home() / ".ask" / "cli_config").is_file() and "ASK_ACCESS_TOKEN" not in os.environ:
        yield "- your Amazon developer account: ask configure"


def stack_of(name: str, region: str) -> Json:
    """The stack as CloudFormation tells it; empty where there is none. Raises `Failed` where it does not answer."""
    try:
        (told,) = Session(region_name=region).client("cloudformation").describe_stacks(StackName=name)["Stacks"]
    except ClientError as refused:
        if "does not exist" in str(refused):
            return {}
        raise Failed(str(refused)) from refused
    except BotoCoreError as trouble:
        raise Failed(str(trouble)) from trouble
    return {part: told.get(part, []) for part in ("Outputs", "Parameters")}


def main() -> None:
    """Print a stack as JSON."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--stack-name", required=True)
    asked.add_argument("--region", required=True)
    given = asked.parse_args()
    try:
        print(json.dumps(stack_of(given.stack_name, given.region)))
    except Failed as why:
        sys.exit(f"CloudFormation does not tell: {why}")


if __name__ == "__main__":
    main()
