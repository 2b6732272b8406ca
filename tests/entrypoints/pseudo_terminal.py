"""A pseudo-terminal with `gentle-back talk` in it: in a process of its own, or in a thread of this one."""

import os
import pty
import select
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from contextlib import redirect_stdout, suppress
from threading import Thread

import pytest

from skill.entrypoints.terminal import main
from tests.entrypoints.terminal import ENVIRONMENT, GENTLE_BACK, ROOT, hearing_ctrl_c

LONGEST_WAIT_SECONDS = 20
PRESSES = 3
CTRL_C, CTRL_D = "\x03", "\x04"


class Terminal(ABC):
    """Somebody at a terminal: what they type, and what they see."""

    def __init__(self) -> None:
        self.screen = ""
        self._read = 0
        self._keys, self._far = pty.openpty()

    def type(self, words: str) -> None:
        os.write(self._keys, words.encode())

    def say(self, words: str) -> None:
        self.type(words + "\n")

    def presses_ctrl_c(self, words: str) -> None:
        """Press it, and once more while nothing comes of it, as anybody does, until these words have appeared.

        Python misses the one that comes in the instant between its last look for signals and its wait for a key.
        """
        for _ in range(PRESSES):
            self.type(CTRL_C)
            if self._has_seen(words, LONGEST_WAIT_SECONDS / PRESSES):
                return
        self.sees(words)

    def sees(self, words: str) -> None:
        """Wait until these words have appeared after those that were waited for before."""
        assert self._has_seen(words, LONGEST_WAIT_SECONDS), f"no {words!r} after {self.screen[self._read :]!r}"

    def _has_seen(self, words: str, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while words not in self.screen[self._read :]:
            ready, _, _ = select.select([self._keys], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                return False
            self.screen += os.read(self._keys, 65_536).decode("utf-8", "replace")
        self._read = self.screen.index(words, self._read) + len(words)
        return True

    def close(self) -> None:
        self._end()
        os.close(self._keys)
        os.close(self._far)

    @abstractmethod
    def _end(self) -> None:
        """See to it that the command is at its end."""


class OwnProcess(Terminal):
    """The installed command in the foreground of its terminal, so that Ctrl-C belongs to it."""

    def __init__(self, *arguments: str) -> None:
        super().__init__()
        # The shell leads a session of its own, so that the first terminal it opens is the one Ctrl-C belongs to.
        command = ["/bin/sh", "-c", 'exec "$@" <"$0" >"$0" 2>&1', os.ttyname(self._far), GENTLE_BACK, "talk"]
        with hearing_ctrl_c():
            self._process = subprocess.Popen([*command, *arguments], cwd=ROOT, env=ENVIRONMENT, start_new_session=True)

    def left(self) -> int:
        """The exit code of the command, which is at its end."""
        return self._process.wait(LONGEST_WAIT_SECONDS)

    def _end(self) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()
        self._process.wait()


class InThread(Terminal):
    """The same command in a thread, which starts at once; nobody can press Ctrl-C there."""

    def __init__(self, *arguments: str) -> None:
        super().__init__()
        self._trouble: BaseException | None = None
        self._thread = Thread(target=self._talk, args=(arguments,), daemon=True)
        self._thread.start()

    def left(self) -> None:
        """Whatever went wrong in the command, which is at its end."""
        self._thread.join(LONGEST_WAIT_SECONDS)
        assert not self._thread.is_alive()
        if self._trouble:
            raise self._trouble

    def _talk(self, arguments: tuple[str, ...]) -> None:
        with (
            open(self._far, closefd=False) as keyboard,
            open(self._far, "w", closefd=False) as screen,
            pytest.MonkeyPatch.context() as patch,
            redirect_stdout(screen),
        ):
            patch.setattr(sys, "stdin", keyboard)
            try:
                main(["talk", *arguments], standalone_mode=False)
            except BaseException as trouble:  # noqa: BLE001 (the test is told)
                self._trouble = trouble

    def _end(self) -> None:
        if self._thread.is_alive():
            self.type(CTRL_D)
        self.left()
