"""How long somebody at a terminal waits for the command line, and what processor time it takes."""

import os
import subprocess
from collections.abc import Sequence
from functools import partial

from tests.bench.comparing import against, interleaved, show
from tests.entrypoints.terminal import GENTLE_BACK, ROOT

ASKED = {
    'gentle-back say "open gentle back"': ("say", "open gentle back"),
    "gentle-back --help": ("--help",),
}


def main() -> None:
    """Print both, what is compiled being there already."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    for arguments in ASKED.values():
        _spent(arguments, environment)
    taken = interleaved(
        "the command line", {what: partial(_spent, asked, environment) for what, asked in ASKED.items()}
    )
    for what, measured in taken.items():
        show(f"{what}, processor time", measured)
    against("400 and 150 ms", [])


def _spent(arguments: Sequence[str], environment: dict[str, str]) -> float:
    """The processor time of one call."""
    command = [GENTLE_BACK, *arguments]
    before = os.times()
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return 1000 * spent
