"""Which of very many cases are tried: a few in `make test`, the same every time; all of them in `make nightly`."""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import settings

Case = TypeVar("Case")

NIGHTLY = settings.get_current_profile_name() == "nightly"


def some_of(cases: Sequence[Case], every: int) -> Sequence[Case]:
    """All the cases at night; by day every so manieth of them, from the first."""
    return cases if NIGHTLY else cases[::every]
