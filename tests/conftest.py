"""How much is tried: in `make test` the same cases every time, in `make nightly` more, and others every night."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from skill.stores import sqlite_file
from tests.nightly import NIGHTLY

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None, max_examples=12)
settings.register_profile("nightly", deadline=None, database=None, max_examples=500, print_blob=True)
settings.load_profile("nightly" if NIGHTLY else "repeatable")


@pytest.fixture(autouse=True, scope="session")
def _no_power_cut() -> Iterator[None]:
    """No test cuts the power, and a conversation would wait for the disk for most of its time; other processes do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite_file, "SYNCHRONOUS", "OFF")
        yield
