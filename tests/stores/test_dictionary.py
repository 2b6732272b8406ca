"""Items are deflated by a dictionary that stays the same for ever; those of before and damaged ones are told apart."""

import json
import zlib
from hashlib import sha256

import pytest

from skill.ports.store import JsonRecord, Kept
from skill.stores.dictionary import DICTIONARY
from skill.stores.dynamodb_item import Damaged, change_to, kept_in

LONG: JsonRecord = {"schema": 2, "told": ["safety"] * 100}


def item_of(deflated: bytes) -> dict[str, dict[str, object]]:
    return {"record": {"B": deflated}, "version": {"N": "2"}}


def test_the_dictionary_is_the_one_that_every_item_so_far_was_deflated_by() -> None:
    assert sha256(DICTIONARY).hexdigest() == "e7f289b7ac51c837fcae75f9e8c4d3a4d1ed41cd768428c6eb860c299f41cfaa"


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
