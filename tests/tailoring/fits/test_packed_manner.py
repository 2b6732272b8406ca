"""A manner is kept in a few bits, and comes back as it was; so does one that an earlier version wrote out."""

from itertools import product

import pytest

from skill.plain_record import read_plain, write_plain
from skill.tailoring.fits.packed_manner import packed_manner, unpacked_manner
from skill.tailoring.tailoring import Tailoring
from skill.timeline.manner import Amount, Manner

LIKED = (False, True)


def test_every_manner_comes_back_from_a_number_of_its_own() -> None:
    every = [Manner(*likings) for likings in product(Amount, (5, 6, 7), LIKED, LIKED, LIKED)]
    assert [unpacked_manner(packed_manner(manner)) for manner in every] == every
    assert len({packed_manner(manner) for manner in every}) == len(every)


def test_a_record_holds_one_small_number() -> None:
    tailoring = Tailoring(manner=Manner(Amount.FEWER, 7, counts_down=True))
    assert write_plain(Tailoring, tailoring) == {"manner": 25}
    assert read_plain(Tailoring, {"manner": 25}) == tailoring


def test_a_manner_that_was_written_out_is_still_read() -> None:
    written = {"manner": {"amount": "fewer", "breath_seconds": 7}}
    assert read_plain(Tailoring, written) == Tailoring(manner=Manner(Amount.FEWER, 7))


def test_what_a_later_version_likes_besides_is_not_read_as_something_else() -> None:
    with pytest.raises(IndexError):
        unpacked_manner(packed_manner(Manner(Amount.COUNTING, 7, counts_down=True, chimes=True)) + 128)
