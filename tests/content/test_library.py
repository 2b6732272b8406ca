"""The library answers for everything in the folder, and its version for every byte."""

import re
from itertools import permutations
from pathlib import Path

import pytest

from skill.content.library import Library
from skill.content.library_from_files import read_library
from skill.content.model import Posture


def test_one_byte_more_is_another_version(folder: Path, library: Library) -> None:
    same = read_library(folder).version
    with (folder / "stretches" / "bridge.toml").open("a") as file:
        file.write("\n")
    assert re.fullmatch(r"[0-9a-f]{8}", same)
    assert library.version == same != read_library(folder).version


def test_a_renamed_file_is_another_version(folder: Path, library: Library) -> None:
    (folder / "routines" / "seven-stretches.toml").rename(folder / "routines" / "seven-others.toml")
    assert read_library(folder).version != library.version


def test_an_editor_s_hidden_file_is_no_content(folder: Path, library: Library) -> None:
    (folder / "stretches" / ".bridge.toml.swp").write_bytes(b"\xff")
    assert read_library(folder).version == library.version


def test_there_is_a_way_between_any_two_postures(library: Library) -> None:
    for start, end in permutations(Posture, 2):
        way = library.way(start, end)
        assert way is not None
        assert (way.start, way.end) == (start, end)


def test_somebody_who_stays_in_a_posture_goes_no_way(library: Library) -> None:
    assert [library.way(posture, posture) for posture in Posture] == [None] * len(Posture)


def test_the_table_of_seconds_is_kept_for_the_ways_that_have_one(library: Library) -> None:
    table = {
        (Posture.BACK, Posture.ALL_FOURS): (20, 30, 45),
        (Posture.FRONT, Posture.BACK): (15, 20, 30),
        (Posture.ALL_FOURS, Posture.FRONT): (10, 15, 20),
        (Posture.ALL_FOURS, Posture.STANDING): (30, 45, 75),
        (Posture.STANDING, Posture.BACK): (45, 60, 80),
        (Posture.BACK, Posture.STANDING): (45, 60, 90),
        (Posture.STANDING, Posture.BED): (25, 35, 50),
        (Posture.BED, Posture.STANDING): (40, 60, 75),
        (Posture.BACK, Posture.BED): (75, 90, 150),
        (Posture.BED, Posture.BACK): (85, 120, 155),
    }
    ways = {pair: library.transitions[pair] for pair in table}
    assert {pair: (way.quick, way.usual, way.slow) for pair, way in ways.items()} == table


def test_what_is_not_there_is_a_key_error(library: Library) -> None:
    with pytest.raises(KeyError):
        library.stretch("headstand")
    with pytest.raises(KeyError):
        library.routine("headstand")


def test_the_library_cannot_be_written_to(library: Library) -> None:
    with pytest.raises(TypeError):
        library.stretches["bridge"] = library.stretch("cobra")  # type: ignore[index]
