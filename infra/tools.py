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

from infra.bundle import WITHOUT_COMPILER, compiler

NEEDED = {
    "sam": "the AWS SAM CLI: pipx install aws-sam-cli (or brew install aws-sam-cli)",
    "ask": "the ASK CLI: npm install -g ask-cli, and then ask configure",
}
Json = dict[str, Any]


class Failed(Exception):
    """A step could not be done; what the tool said has been shown, or is the message."""


class Run(Protocol):
    """Runs a command in a folder. Raises `Failed`. With `read`, what it printed as JSON; else that is shown."""

    def __call__(self, command: Sequence[str], folder: Path, *, read: bool = False) -> Json:
        """What was read, or nothing."""


def run(command: Sequence[str], folder: Path, *, read: bool = False) -> Json:
    """See `Run`. Ctrl-C reaches the command as well, and is waited for."""
    program = shutil.which(command[0]) or command[0]
    taken = subprocess.PIPE if read else None
    done = subprocess.run([program, *command[1:]], cwd=folder, stdout=taken, text=True, check=False)
    if done.returncode:
        raise Failed(f"{Path(program).name} {' '.join(command[1:3])} exited with {done.returncode}, see above.")
    if not read:
        return {}
    try:
        told = json.loads(done.stdout or "{}")
    except ValueError as error:
        raise Failed(f"{Path(program).name} {' '.join(command[1:3])} did not answer with JSON.") from error
    return told if isinstance(told, dict) else {}


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


def _missing() -> Iterator[str]:
    yield from (f"- {how}" for name, how in NEEDED.items() if shutil.which(name) is None)
    if compiler() is None:
        yield f"- {WITHOUT_COMPILER}"
    if Session().get_credentials() is None:
        yield "- credentials of AWS: aws configure, or AWS_PROFILE"
    if not (Path.home() / ".ask" / "cli_config").is_file() and "ASK_ACCESS_TOKEN" not in os.environ:
        yield "- your Amazon developer account: ask configure"


def stack_of(name: str, region: str) -> Json:
    """The stack as CloudFormation tells it; empty where there is none. Raises `Failed` where she does not answer."""
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
