"""Items are deflated by a dictionary that stays the same for ever; those of before and damaged ones are told apart."""

import json
import zlib
from hashlib import sha256

import pytest

from skill.ports.store import JsonRecord, Kept
from skill.stores.dictionary import DICTIONARIES
from skill.stores.dynamodb_item import Damaged, change_to, kept_in

LONG: JsonRecord = {"schema": 2, "told": ["safety"] * 100}


def item_of(deflated: bytes) -> dict[str, dict[str, object]]:
    return {"record": {"B": deflated}, "version": {"N": "2"}}


DIGESTS = [
    "0b0d8d45c128a7acb627709c7c43addf19da6b164bfe2052a4889e586ceb3fce",
    "10f2537fe891534cada51aeb3b91c57fb89624516cb6c7850f4350ec5510c3f9",
    "08c4b8dc34e3fda24cff144eeb804f05ee1559c161413a1a629df29b90b1d3ae",
    "3f638956b0cedd0f64ba0660c6e56e2ff24bd11fb5f68d6082e2c7731b8c79aa",
    "e7f289b7ac51c837fcae75f9e8c4d3a4d1ed41cd768428c6eb860c299f41cfaa",
]
"""Of those that items were ever deflated by, the newest first."""


def test_the_dictionaries_are_those_that_every_item_so_far_was_deflated_by() -> None:
    assert [sha256(one).hexdigest() for one in DICTIONARIES] == DIGESTS


@pytest.mark.parametrize("number", range(len(DIGESTS)))
def test_an_item_is_read_whichever_of_them_it_was_deflated_by(number: int) -> None:
    deflating = zlib.compressobj(zdict=DICTIONARIES[number])
    deflated = deflating.compress(json.dumps(LONG).encode()) + deflating.flush()
    assert kept_in(item_of(deflated)) == Kept(LONG, 2)


def test_an_item_deflated_without_it_is_read_as_before() -> None:
    assert kept_in(item_of(zlib.compress(json.dumps(LONG).encode()))) == Kept(LONG, 2)


@pytest.mark.parametrize("kept_bytes", [0, 1, 20, -1])
def test_an_item_that_is_cut_off_is_damaged(kept_bytes: int) -> None:
    deflated = change_to(LONG, after=1)["ExpressionAttributeValues"][":record"]["B"]
    with pytest.raises(Damaged):
        kept_in(item_of(deflated[:kept_bytes]))


def test_an_item_deflated_by_another_dictionary_is_damaged() -> None:
    deflating = zlib.compressobj(zdict=b"another dictionary")
    deflated = deflating.compress(json.dumps(LONG).encode()) + deflating.flush()
    with pytest.raises(Damaged):
        kept_in(item_of(deflated))
