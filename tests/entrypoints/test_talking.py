"""`gentle-back talk` in a real terminal: somebody types, interrupts, leaves and comes back."""

import os
import pty
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.entrypoints.terminal import ENVIRONMENT, GENTLE_BACK, ROOT, turns

LONGEST_WAIT_SECONDS = 20
CTRL_C, CTRL_D = "\x03", "\x04"
GOODBYE = "Until next time."


class Terminal:
    """A pseudo-terminal with `gentle-back talk` in the foreground."""

    def __init__(self, *arguments: str) -> None:
        self.screen = ""
        self._read = 0
        self._keys, far = pty.openpty()
        # The shell leads a session of its own, so that the first terminal it opens is the one Ctrl-C belongs to.
        command = ["/bin/sh", "-c", 'exec "$@" <"$0" >"$0" 2>&1', os.ttyname(far), GENTLE_BACK, "talk", *arguments]
        self._process = subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, start_new_session=True)
        self._far = far

    def type(self, words: str) -> None:
        os.write(self._keys, words.encode())

    def say(self, words: str) -> None:
        self.type(words + "\n")

    def sees(self, words: str) -> None:
        """Wait until these words have appeared after those that were waited for before."""
        until = time.monotonic() + LONGEST_WAIT_SECONDS
        while words not in self.screen[self._read :]:
            ready, _, _ = select.select([self._keys], [], [], max(0.0, until - time.monotonic()))
            assert ready, f"no {words!r} after {self.screen[self._read :]!r}"
            self.screen += os.read(self._keys, 65_536).decode("utf-8", "replace")
        self._read = self.screen.index(words, self._read) + len(words)

    def left(self) -> int:
        """The exit code of the command, which is at its end."""
        return self._process.wait(LONGEST_WAIT_SECONDS)

    def close(self) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()
        self._process.wait()
        os.close(self._keys)
        os.close(self._far)


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> str:
    return f"sqlite:{tmp_path}/people.sqlite"


@pytest.fixture(name="fast")
def _fast(store: str) -> Iterator[Terminal]:
    terminal = Terminal("--fast", "--at", "2026-03-02T08:00:00", "--store", store)
    terminal.sees('Say "open gentle back"')
    yield terminal
    terminal.close()


@pytest.fixture(name="real")
def _real(store: str) -> Iterator[Terminal]:
    terminal = Terminal("--store", store)
    terminal.sees('Say "open gentle back"')
    yield terminal
    terminal.close()


def test_a_conversation_on_a_clock_that_jumps(fast: Terminal) -> None:
    fast.say("alexa, open gentle back")
    fast.sees("Welcome to Gentle Back.")
    fast.sees("five gentle minutes?")
    fast.say("yes")
    fast.sees("[silence ")
    fast.sees("Ready?")
    fast.say("stop")
    fast.sees("> ")
    fast.say("")
    fast.sees(GOODBYE)
    assert fast.left() == 0
    assert "Traceback" not in fast.screen


def test_two_lines_typed_at_once_are_both_heard(fast: Terminal) -> None:
    fast.type("open gentle back\nhow do i do the cobra\n")
    fast.sees("Welcome to Gentle Back.")
    fast.sees("obra")


def test_words_typed_while_a_reply_plays_interrupt_it_at_once(real: Terminal) -> None:
    began = time.monotonic()
    real.say("open gentle back")
    real.sees("Welcome to Gentle Back.")
    real.say("help")
    real.sees("Say start, or say ten minutes.")
    assert time.monotonic() - began < 10, "the greeting alone takes longer than that"


def test_silences_run_down_and_ctrl_c_keeps_the_place(real: Terminal, store: str) -> None:
    real.say("start my lower back routine")
    real.sees("lower back")
    real.say("pause")
    real.sees("[  60 s]")
    real.sees("[  59 s]")
    real.type(CTRL_C)
    real.sees(GOODBYE)
    assert real.left() == 0
    assert "Traceback" not in real.screen
    (back,) = turns("--store", store, "how long is left")
    assert back["place"]["routine"] == "lower-back"


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_leaving_at_the_prompt_is_friendly(fast: Terminal, key: str) -> None:
    fast.sees("> ")
    fast.type(key)
    fast.sees(GOODBYE)
    assert fast.left() == 0
    assert "Traceback" not in fast.screen


def test_who_comes_back_is_greeted_with_their_place(fast: Terminal, store: str) -> None:
    fast.say("start my lower back routine")
    fast.sees("Ready?")
    fast.type(CTRL_D)
    fast.sees(GOODBYE)
    assert fast.left() == 0
    again = Terminal("--fast", "--at", "2026-03-02T08:10:00", "--store", store)
    try:
        again.say("open gentle back")
        again.sees("Pelvic tilts, ")
        again.sees("Hold.")
    finally:
        again.close()


def test_a_clock_that_does_not_jump_begins_now() -> None:
    done = subprocess.run(
        [GENTLE_BACK, "talk", "--at", "2026-03-02"], cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True,
        timeout=LONGEST_WAIT_SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "--at needs --fast" in done.stderr


def test_a_script_may_be_piped_in() -> None:
    done = subprocess.run(
        [GENTLE_BACK, "talk", "--fast", "--store", "sqlite::memory:"],
        cwd=ROOT, env=ENVIRONMENT, input="open gentle back\nno\nstop\n", capture_output=True, text=True,
        timeout=LONGEST_WAIT_SECONDS, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "five gentle minutes?" in done.stdout
    assert done.stdout.rstrip().endswith(GOODBYE)
