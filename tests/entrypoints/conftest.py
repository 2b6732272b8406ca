"""Where a process is to hear Ctrl-C, the tests are made deaf to it, as those are that run in the background."""

import signal
from collections.abc import Iterator

import pytest


@pytest.fixture
def deaf_to_ctrl_c() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, before)
