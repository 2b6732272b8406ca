"""Which of very many cases are tried: a few in `make test`, the same every time; all of them in `make nightly`."""

import os
from collections.abc import Sequence
from typing import TypeVar

import pytest

Case = TypeVar("Case")

NIGHTLY = os.environ.get("GENTLE_BACK_NIGHTLY") == "1"
at_night = pytest.mark.skipif(not NIGHTLY, reason="`make nightly` tries it")
"""What takes seconds, and is one of several tests of the same thing."""


def some_of(cases: Sequence[Case], every: int, first: int = 0) -> Sequence[Case]:
    """All the cases at night; by day every so manieth of them, from the first, or from a later one."""
    return cases if NIGHTLY else cases[first % every :: every]
