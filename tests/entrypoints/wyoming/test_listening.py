"""`gentle-back wyoming` as a process: it is found, stopped, and says what to do where it cannot begin."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

if "GENTLE_BACK_SPOKEN" not in os.environ:  # where it must be here, it fails without
    pytest.importorskip("wyoming", reason="make voice brings what satellites need")

from tests.entrypoints.terminal import ENVIRONMENT, GENTLE_BACK, ROOT, hearing_ctrl_c, refused
from tests.entrypoints.wyoming.houses import asked, words
from tests.nightly import some_of


@pytest.mark.parametrize("how", some_of([signal.SIGINT, signal.SIGTERM], every=2))
def test_stopped_it_keeps_the_place_and_says_nothing_even_while_somebody_is_connected(
    tmp_path: Path, how: signal.Signals
) -> None:
    command = [GENTLE_BACK, "wyoming", "--uri", "tcp://127.0.0.1:0", "--store", f"sqlite:{tmp_path / 'people'}"]
    pipe = subprocess.PIPE
    with hearing_ctrl_c():
        process = subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, stdout=pipe, stderr=pipe, text=True)
    try:
        assert process.stdout is not None
        found = re.search(r"at tcp://127\.0\.0\.1:(\d+); stop it with Ctrl-C", process.stdout.readline())
        assert found, process.communicate()
        (answer,) = asyncio.run(asked(int(found[1]), words("start pelvic tilts")))
        assert answer.data["text"].startswith("This is general information, not medical advice.")
        with socket.create_connection(("127.0.0.1", int(found[1])), timeout=10):
            process.send_signal(how)
            _, complaint = process.communicate(timeout=20)
        assert (process.returncode, complaint) == (0, "")
    finally:
        process.kill()
        process.communicate()


def test_a_port_that_is_taken_is_told_with_the_next_step() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, sentence = refused("wyoming", "--uri", f"tcp://127.0.0.1:{port}", "--store", "sqlite::memory:")
    assert code == 1
    assert sentence.startswith(f"Port {port} is in use: stop what uses it, or take another: gentle-back wyoming --uri")


@pytest.mark.parametrize("uri", ["tcp://127.0.0.1", "tcp://:10400", "http://127.0.0.1:10400", "tcp://a:b", "10400", ""])
def test_what_is_no_address_is_told_with_one_that_is(uri: str) -> None:
    assert refused("wyoming", "--uri", uri) == (
        1,
        f"{uri!r} is no address: write it as tcp://127.0.0.1:10400.",
    )


def test_where_the_package_is_missing_a_sentence_says_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("skill.entrypoints.wyoming")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.partition(".")[0] == "wyoming"]:
        monkeypatch.setitem(sys.modules, name, None)
    assert refused("wyoming") == (1, "There is no wyoming here: make voice brings what satellites need.")
