"""Several processes that serve at one address: one that dies is replaced, all end when asked, and none is left over."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path

import pytest

from skill.alexa.requests import LAUNCH_REQUEST, Sender, envelope, intent_request
from skill.ports.turn import Slot
from tests.entrypoints.running import ANSWERS_SECONDS, OwnProcess, Server
from tests.entrypoints.terminal import ENVIRONMENT, ROOT, hearing_ctrl_c, refused
from tests.nightly import at_night

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process serves")
SEVEN = datetime(2026, 1, 5, 7, tzinfo=UTC)
HEALTHY = (200, {"status": "ok", "store": "ok"})
BEGIN = intent_request("StartRoutineIntent", {"routine": Slot("lower back", ("lower-back",))})
READY = intent_request("ReadyIntent", {})


SERVING = ("-m", "tests.entrypoints.serving")
HERE = "127.0.0.1"
MANY = 64
"""Connections: dealt out as by tossing a coin for each, one of two hardly ever gets less than an eighth."""

IDLING = """
import sys, time
from skill.entrypoints.processes import Processes, TheyKeepDying
def idle(number):
    while True:
        time.sleep(60)
def die(number):
    raise ZeroDivisionError("as a fault nobody foresaw")
try:
    Processes(2, {"idle": idle, "die": die}[sys.argv[1]]).run(lambda: print("started", flush=True))
except TheyKeepDying as trouble:
    trouble.show()
    sys.exit(trouble.exit_code)
"""
"""Two that do nothing but wait or die: they start in no time."""

Started = subprocess.Popen[str]


@contextmanager
def started(*arguments: str, deaf: bool = False, **environment: str) -> Iterator[tuple[Started, str]]:
    """A process that hears Ctrl-C, if it is not deaf, with all it starts in a group of its own, and its first line."""
    command, pipe = [sys.executable, *arguments], subprocess.PIPE
    with nullcontext() if deaf else hearing_ctrl_c():
        process = subprocess.Popen(
            command, cwd=ROOT, env=ENVIRONMENT | environment, stdout=pipe, stderr=pipe, text=True, process_group=0
        )
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline()
    finally:
        process.kill()
        process.communicate()


def port_in(line: str) -> int:
    """Where two processes say that they are."""
    found = re.fullmatch(
        r"Gentle Back is at http://127\.0\.0\.1:(\d+), with 2 processes; stop it with Ctrl-C\.\n", line
    )
    assert found, line
    return int(found[1])


def copies(process: Started) -> list[int]:
    """Those at work."""
    return [int(copy) for copy in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("ascii").split()]


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@linux
def test_a_process_that_dies_is_replaced_and_that_is_said_and_at_the_term_signal_all_end() -> None:
    with started("-c", IDLING, "idle") as (process, line):
        assert line == "started\n"
        first, second = copies(process)
        os.kill(first, signal.SIGKILL)
        assert process.stderr is not None
        said = "A server process has ended by signal 9; another takes its place.\n"
        assert process.stderr.readline() == said
        process.terminate()
        assert process.communicate(timeout=10) == ("", "")
        assert process.returncode == 0
        assert not alive(second)


@linux
@pytest.mark.usefixtures("deaf_to_ctrl_c")
def test_at_ctrl_c_which_reaches_all_of_them_all_end_as_one() -> None:
    with started("-c", IDLING, "idle") as (process, _):
        at_work = copies(process)
        os.killpg(process.pid, signal.SIGINT)
        assert process.communicate(timeout=10) == ("", "")
        assert process.returncode == 0
        assert [alive(copy) for copy in at_work] == [False, False]


@linux
@pytest.mark.usefixtures("deaf_to_ctrl_c")
def test_in_the_background_of_a_shell_they_go_on_at_a_ctrl_c_that_is_not_for_them() -> None:
    with started("-c", IDLING, "idle", deaf=True) as (process, _):
        os.killpg(process.pid, signal.SIGINT)
        os.kill(copies(process)[0], signal.SIGKILL)
        assert process.stderr is not None
        assert process.stderr.readline() == "A server process has ended by signal 9; another takes its place.\n"
        process.terminate()
        assert process.communicate(timeout=10) == ("", "")


@linux
def test_when_the_one_that_looks_after_them_is_killed_nobody_is_left_over() -> None:
    with started("-c", IDLING, "idle") as (process, _):
        process.kill()
        # What they print to ends when the last of them does.
        assert process.communicate(timeout=10) == ("", "")


@linux
def test_those_that_die_again_and_again_are_given_up() -> None:
    with started("-c", IDLING, "die") as (process, _):
        _, complaint = process.communicate(timeout=20)
        assert process.returncode == 1
        assert complaint.count("another takes its place.") == 9
        assert "ZeroDivisionError: as a fault nobody foresaw" in complaint
        last = "Error: 10 server processes have ended within a minute; what was said above tells why. Stopped."
        assert complaint.splitlines()[-1] == last


def connections_of(process: int) -> int:
    """How many files of a process are sockets: what it listens at, and who is connected."""
    names = (file.readlink().name for file in Path(f"/proc/{process}/fd").iterdir())
    return sum(name.startswith("socket:") for name in names)


@at_night
@linux
def test_connections_are_dealt_out_to_all_of_them() -> None:
    with started(*SERVING, "two", HERE, "0") as (process, line), ExitStack() as open_ones:
        port = port_in(line)
        before = [connections_of(copy) for copy in copies(process)]
        for _ in range(MANY):
            one = open_ones.enter_context(closing(HTTPConnection("127.0.0.1", port, timeout=ANSWERS_SECONDS)))
            one.request("GET", "/health")
            assert one.getresponse().read()
        dealt = [connections_of(copy) - then for copy, then in zip(copies(process), before, strict=True)]
    assert sum(dealt) >= MANY
    assert min(dealt) >= MANY // 8, dealt


@at_night
@linux
def test_where_two_processes_serve_a_second_server_is_told_that_the_port_is_taken() -> None:
    with started(*SERVING, "two", HERE, "0") as (_, line):
        port = port_in(line)
        with started(*SERVING, "two", HERE, str(port)) as (second, nothing):
            assert nothing == ""
            complaint = f"Error: Port {port} is in use: stop what uses it, or take another: make run PORT="
            assert second.communicate(timeout=ANSWERS_SECONDS)[1].startswith(complaint)
            assert second.returncode == 1


def routine_of(server: Server, user: str) -> None:
    """Somebody's first minutes: each turn brings what the one before gave, whichever process answered it."""
    attributes = None
    for number, request in enumerate((LAUNCH_REQUEST, BEGIN, READY, READY)):
        sender = Sender(user, "speaker", f"session of {user}")
        at = SEVEN + timedelta(seconds=200 * number)
        sent = {**request, "requestId": f"{user}-{number}"}
        attributes = server.alexa(envelope(sender, sent, at, attributes))["sessionAttributes"]


@linux
def test_two_processes_over_one_file_keep_everybody_s_place_though_one_dies_on_the_way(tmp_path: Path) -> None:
    store = tmp_path / "people.sqlite"
    with started(*SERVING, "skill", HERE, "0", STORE=str(store)) as (process, line), ThreadPoolExecutor(4) as people:
        server = OwnProcess(port_in(line), process)
        assert server.ask("GET", "/health") == HEALTHY
        os.kill(copies(process)[0], signal.SIGKILL)
        assert list(people.map(lambda number: routine_of(server, f"user {number}"), range(8))) == [None] * 8
        code, complaint = server.stop(signal.SIGTERM)
        assert (code, complaint.splitlines()[1:]) == (0, [])
    with closing(sqlite3.connect(store)) as connection:
        kept = connection.execute("SELECT version, record FROM people").fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert [version for version, _ in kept] == [4] * 8
    assert len({json.dumps(json.loads(record)["practices"][0]["place"]) for _, record in kept}) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["people.sqlite"]


def test_at_home_there_is_one_process(tmp_path: Path) -> None:
    local = ("serve", "--local", "--processes", "2", "--store", f"sqlite:{tmp_path / 'people.sqlite'}")
    assert refused(*local) == (2, "--local is served by one process: leave --processes out.")


def test_over_a_store_in_memory_there_is_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENVIRONMENT, "GENTLE_BACK_SKILL_ID", "amzn1.ask.skill.ours")
    monkeypatch.setenv("GENTLE_BACK_SKILL_ID", "amzn1.ask.skill.ours")
    public = ("serve", "--verify", "--processes", "2", "--store", "sqlite::memory:")
    assert refused(*public) == (2, "A store in memory is served by one process: leave --processes out.")
