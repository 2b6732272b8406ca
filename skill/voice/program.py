"""Runs a program that speaks one sentence, with a time-out; a failure becomes a sentence with the next step."""

import subprocess
from collections.abc import Sequence
from shutil import which

from skill.voice.voice import LONGEST_WAIT_SECONDS, VoiceFailed


def is_here(program: str) -> bool:
    """Whether the program is installed."""
    return which(program) is not None


def spoken_by(command: Sequence[str], typed: str = "") -> bytes:
    """The standard output of the program, which gets `typed` as its standard input. Raises VoiceFailed."""
    program = which(command[0])
    if program is None:
        raise VoiceFailed(f"{command[0]} is not here any more. Install it, or choose another voice.")
    try:
        done = subprocess.run(  # noqa: S603 - a program by its full path, and no shell
            [program, *command[1:]], input=typed.encode(), capture_output=True, timeout=LONGEST_WAIT_SECONDS, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise VoiceFailed(f"{command[0]} hangs, and was ended. Try again, or choose another voice.") from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise VoiceFailed(f"{command[0]} failed. Try it in a terminal, or choose another voice.") from error
    return done.stdout
