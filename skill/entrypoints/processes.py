"""Runs copies of this process side by side: one that dies is replaced, and all end together with their parent."""

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
"""Where so many die within so long, new ones will die of the same."""

ENDING_SECONDS = 10.0
"""For requests that are being answered; waitress itself waits five seconds for them."""

_LOOK_SECONDS = 0.02
_HEARD = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGCHLD})
"""The signals that the parent waits for: blocked meanwhile, so that none is lost that comes between two waits."""


class TheyKeepDying(click.ClickException):
    """One process after the other died; what they printed says why."""

    def __init__(self) -> None:
        super().__init__(
            f"{MOST_REPLACED} server processes have ended within a minute; what was said above tells why. Stopped."
        )


def at_hand() -> int:
    """How many processes this machine can run at once; one where a process cannot be safely copied."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def stop(_signal: int, _frame: FrameType | None) -> None:
    """The handler of the TERM signal: exit in order, and ignore a second one meanwhile."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(0)


class Processes:
    """Runs `work` in `count` forked copies of this process, each called with its number from nought.

    A copy that replaces another has its number. What copies must not share may not be open yet when they are started.
    """

    def __init__(self, count: int, work: Callable[[int], None]) -> None:
        self._count = count
        self._work = work
        self._running: dict[int, int] = {}
        """The numbers of the copies by their process ids."""
        self._died: deque[float] = deque(maxlen=MOST_REPLACED)
        self._until_we_end, self._as_long_as_we_live = os.pipe()

    def run(self, started: Callable[[], None]) -> None:
        """Run until Ctrl-C or a TERM signal, then return; call `started` once all run. Raises `TheyKeepDying`."""
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
                pass  # drop a second Ctrl-C, and the signals of the copies that have ended
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _start(self, number: int) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        copy = os.fork()
        if not copy:
            self._live(number)
        self._running[copy] = number

    def _replace_whoever_died(self) -> None:
        """Start another in the place of each copy that died: one signal may stand for several."""
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
        """End all copies: by a TERM signal, and those that outlast ENDING_SECONDS by force."""
        until = monotonic() + ENDING_SECONDS
        while self._running and monotonic() < until:
            _tell(self._running, signal.SIGTERM)  # again and again: one may come just before its copy begins to wait
            self._running = {process: number for process, number in self._running.items() if not _gone(process)}
            sleep(_LOOK_SECONDS if self._running else 0)
        _tell(self._running, signal.SIGKILL)
        for pipe in (self._until_we_end, self._as_long_as_we_live):
            os.close(pipe)

    def _live(self, number: int) -> NoReturn:
        """Do the work of a copy, then exit: a copy never returns into the code of its parent."""
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
        """Wait until the parent ends, however it does: then its pipe is closed. No copy is left to hold the port."""
        os.read(self._until_we_end, 1)
        os.kill(os.getpid(), signal.SIGTERM)


def _heard() -> frozenset[signal.Signals]:
    """The signals to wait for; without Ctrl-C in a background job whose shell had it ignored."""
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
