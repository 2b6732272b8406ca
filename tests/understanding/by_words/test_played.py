"""The eighth time's sentences are there in two halves alike, and each can be played in its moment."""

from collections import Counter

import pytest

from tests.nightly import some_of
from tests.understanding.by_words.played import reply_to, sentences


@pytest.mark.parametrize("half", ["open", "sealed"])
def test_both_halves_have_as_many_of_each_sort(half: str) -> None:
    counted = Counter(said.sort for said in sentences(half))
    assert counted == {"wish": 210, "stranger": 30, "emergency": 30, "near": 30}


def test_whatever_is_said_in_its_moment_has_a_reply() -> None:
    played = some_of([said for said in sentences("open") if said.is_played], 60)
    assert [said.id for said in played if not reply_to(said).words] == []
