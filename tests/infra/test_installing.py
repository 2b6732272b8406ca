"""What setting up says where nothing can be fetched: a sentence with the next step; of any other trouble, all of it."""

import os
import subprocess
import sys

from infra import installing
from tests.entrypoints.terminal import ROOT
from tests.nightly import at_night

NOWHERE = ("--isolated", "--retries", "0", "--no-cache-dir", "-i", "http://127.0.0.1:9/simple")


def installed(*arguments: str) -> tuple[int, str]:
    """The exit code, and what was complained of."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    command = [sys.executable, installing.__file__, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def test_without_a_network_the_next_step_is_told() -> None:
    code, told = installed(*NOWHERE, "a-library-that-nobody-has-here==1.0")
    assert code == 1
    assert told.startswith(installing.OFFLINE)
    assert told.count("\n") == installing.OFFLINE.count("\n") + 2


@at_night
def test_of_any_other_trouble_all_is_told() -> None:
    code, told = installed("--isolated", "--requirement", "requirements/nothing.txt")
    assert code == 1
    assert "requirements/nothing.txt" in told
    assert installing.OFFLINE not in told
