"""Processes that do the same work side by side: one that dies is replaced, and all end together, with their parent."""

import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Collection
from contextlib import suppress
from threading import Thread
from time import monotonic, sleep
from types import FrameType
from typing import NoReturn

import click

MOST_REPLACED, WITHIN_SECONDS = 10, 60.0
"""So many that die within so long have something that a new one has as well."""

ENDING_SECONDS = 10.0
"""For those who are being answered; waitress itself waits five for them."""

_LOOK_SECONDS = 0.02
_HEARD = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGCHLD})
"""What the first of them waits for. They are blocked meanwhile: one that came between looking for it and waiting for it
would else be heard with the next one only."""


class TheyKeepDying(click.ClickException):
    """One process after the other died. What they said themselves tells why."""

    def __init__(self) -> None:
        super().__init__(
            f"{MOST_REPLACED} server processes have ended within a minute; what was said above tells why. Stopped."
        )


def at_hand() -> int:
    """How many processes this machine can run at once; one where a process cannot be safely copied."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def stop(_signal: int, _frame: FrameType | None) -> None:
    """At the TERM signal: end in order, and do not let a second one disturb that."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(0)


class Processes:
    """So many copies of this process at work, each told its number from nought; one that takes a place has its number.

    Nothing that a copy must not share may be open when it runs.
    """

    def __init__(self, count: int, work: Callable[[int], None]) -> None:
        self._count = count
        self._work = work
        self._running: dict[int, int] = {}
        """Their numbers, by their processes."""
        self._died: deque[float] = deque(maxlen=MOST_REPLACED)
        self._until_we_end, self._as_long_as_we_live = os.pipe()

    def run(self, started: Callable[[], None]) -> None:
        """Until Ctrl-C or a TERM signal, then return; raises `TheyKeepDying`. Once they have started, that is told."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)
        try:
            for number in range(self._count):
                self._start(number)
            started()
            while signal.sigwait(_heard()) == signal.SIGCHLD:
                self._replace_whoever_died()
        finally:
            self._end()
            while signal.sigtimedwait(_HEARD, 0):
                pass  # a second Ctrl-C, and the last of those that have ended
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _start(self, number: int) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        copy = os.fork()
        if not copy:
            self._live(number)
        self._running[copy] = number

    def _replace_whoever_died(self) -> None:
        """One signal may tell of several."""
        for process in tuple(self._running):
            died, status = os.waitpid(process, os.WNOHANG)
            if died:
                self._replace(process, status)

    def _replace(self, process: int, status: int) -> None:
        number = self._running.pop(process)
        code = os.waitstatus_to_exitcode(status)
        how = f"by signal {-code}" if code < 0 else f"with exit code {code}"
        self._died.append(monotonic())
        if len(self._died) == MOST_REPLACED and self._died[-1] - self._died[0] < WITHIN_SECONDS:
            raise TheyKeepDying
        click.echo(f"A server process has ended {how}; another takes its place.", err=True)
        self._start(number)

    def _end(self) -> None:
        """End all of them: in order, and those that do not end so by force. Nobody's Ctrl-C comes in between."""
        until = monotonic() + ENDING_SECONDS
        while self._running and monotonic() < until:
            _tell(self._running, signal.SIGTERM)  # again and again: one may come just before its copy begins to wait
            self._running = {process: number for process, number in self._running.items() if not _gone(process)}
            sleep(_LOOK_SECONDS if self._running else 0)
        _tell(self._running, signal.SIGKILL)
        for pipe in (self._until_we_end, self._as_long_as_we_live):
            os.close(pipe)

    def _live(self, number: int) -> NoReturn:
        """The life of a copy: it does its work, and never returns to what the one that was copied was about."""
        code = 1
        try:
            signal.signal(signal.SIGTERM, stop)
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of them; the first tells the others
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _HEARD)
            os.close(self._as_long_as_we_live)
            Thread(target=self._end_with_parent, daemon=True).start()
            self._work(number)
            code = 0
        except SystemExit:
            code = 0
        except click.ClickException as trouble:
            trouble.show()
        except BaseException:  # noqa: BLE001 (whatever it is, it is told, and another takes its place)
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def _end_with_parent(self) -> None:
        """However the parent ends, the pipe from it ends as well: nobody is left who holds the port."""
        os.read(self._until_we_end, 1)
        os.kill(os.getpid(), signal.SIGTERM)


def _heard() -> frozenset[signal.Signals]:
    """In the background of a shell that ignores Ctrl-C for it, it goes on being ignored."""
    deaf = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    return _HEARD - {signal.SIGINT} if deaf else _HEARD


def _tell(processes: Collection[int], what: signal.Signals) -> None:
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, what)


def _gone(process: int) -> bool:
    try:
        return os.waitpid(process, os.WNOHANG)[0] != 0
    except ChildProcessError:
        return True
