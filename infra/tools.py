"""The tools that `make deploy` calls: whether they are installed, how they are run; and a stack as it is deployed."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from boto3.session import Session
from botocore.exceptions import BotoCoreError, ClientError

from infra.bundle import compiler, without_compiler

Json = dict[str, Any]


class Failed(Exception):
    """A step failed; the tool has printed why, or the message says it."""


class Run(Protocol):
    """Runs a command in a folder; raises `Failed`. With `read` it gives what the command printed as JSON."""

    def __call__(self, command: Sequence[str], folder: Path, *, read: bool = False) -> Json:
        """What was read; else empty, and the output is shown."""


def run(command: Sequence[str], folder: Path, *, read: bool = False) -> Json:
    """See `Run`. Ctrl-C reaches the command too, which may still finish in order; a second one ends it."""
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
    """The region by AWS_REGION, or of the user's AWS profile."""
    region: str | None = os.environ.get("AWS_REGION") or Session().region_name
    return region


def profile() -> str:
    """The ASK CLI's profile, chosen as its documentation says."""
    in_environment = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ASK_VENDOR_ID")
    tokens = ("ASK_REFRESH_TOKEN", "ASK_ACCESS_TOKEN")
    if all(map(os.environ.get, in_environment)) and any(map(os.environ.get, tokens)):
        return "__ENVIRONMENT_ASK_PROFILE__"
    return os.environ.get("ASK_DEFAULT_PROFILE") or "default"


def missing_tools() -> list[str]:
    """What a deployment needs and is missing here, each with how to get it."""
    missing = []
    if shutil.which("sam") is None:
        missing.append("- the AWS SAM CLI: pipx install aws-sam-cli (or brew install aws-sam-cli)")
    missing += ask_is_missing()
    if compiler() is None:
        missing.append(f"- {without_compiler()}")
    if Session().get_credentials() is None:
        missing.append("- credentials of AWS: aws configure, or AWS_PROFILE")
    return missing


def ask_is_missing() -> list[str]:
    """What the ASK CLI needs and is missing here, each with how to get it."""
    missing = []
    if shutil.which("ask") is None:
        missing.append("- the ASK CLI: npm install -g ask-cli, and then ask configure")
    if not (Path.home() / ".ask" / "cli_config").is_file() and "ASK_ACCESS_TOKEN" not in os.environ:
        missing.append("- your Amazon developer account: ask configure")
    return missing


def stack_of(name: str, region: str) -> Json:
    """The stack's outputs and parameters; empty where there is no such stack. Raises `Failed` without an answer."""
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
