"""The command line as a person uses it: in this process, or as a process of its own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from skill.entrypoints.terminal import main

ROOT = Path(__file__).parents[2]
GENTLE_BACK = str(Path(sys.executable).with_name("gentle-back"))
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("GENTLE_BACK_", "AWS_"))}
"""Whatever the developer has set for a skill of their own stays out of the tests."""


def run(*arguments: str) -> Result:
    """The command in this process."""
    unset = {name: None for name in os.environ if name not in ENVIRONMENT}
    return CliRunner().invoke(main, list(arguments), prog_name="gentle-back", env=unset)


def said(*arguments: str) -> str:
    """What a command prints that goes well."""
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return result.stdout


def turns(*arguments: str) -> list[dict[str, Any]]:
    """The turns of a conversation, one JSON object a line."""
    return [json.loads(line) for line in said("say", "--json", *arguments).splitlines()]


def refused(*arguments: str) -> tuple[int, str]:
    """The exit code of a command that cannot be done, and the sentence that says why, as one line."""
    result = run(*arguments)
    assert result.stdout == ""
    assert result.exception is None or isinstance(result.exception, SystemExit)
    _, _, sentence = result.stderr.partition("Error: ")
    return result.exit_code, " ".join(sentence.split())


def process(*arguments: str, cwd: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    """The installed command in a process of its own."""
    command = [GENTLE_BACK, *arguments]
    return subprocess.run(command, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, timeout=600, check=False)


@contextmanager
def hearing_ctrl_c() -> Iterator[None]:
    """What is started meanwhile hears Ctrl-C, even where the tests themselves are deaf to it: in the background.

    A signal that is ignored stays so in a new process; one that has a handler here is as it always was there.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
