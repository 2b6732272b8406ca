"""The page's labels are whole in every language, and what is wrong with them is told with file, line and path."""

import shutil
from pathlib import Path
from typing import get_args

import pytest

from skill.assembly import the_library
from skill.content.library_from_files import CONTENT_FOLDER
from skill.content.model import Careful, Need
from skill.content.reading.faults import ContentFaults
from skill.device.labels import read_labels


def told(folder: Path, before: str, after: str) -> list[str]:
    """What is told when these words of the labels are others."""
    target = folder / "page" / "en.toml"
    target.parent.mkdir()
    text = (CONTENT_FOLDER / "page" / "en.toml").read_text("utf-8")
    assert before in text
    target.write_text(text.replace(before, after), "utf-8")
    with pytest.raises(ContentFaults) as refused:
        read_labels(("en",), folder)
    return str(refused.value).splitlines()


def test_every_language_has_a_label_for_all_that_is_needed_and_cared_for_and_every_area() -> None:
    library = the_library()
    for language, labels in read_labels(library.languages).items():
        assert set(labels.needs) == set(get_args(Need)), language
        assert set(labels.careful_with) == set(get_args(Careful)), language
        named = {area for stretch in library.stretches.values() for area in stretch.areas}
        named |= {area for routine in library.routines.values() for area in routine.suits.areas}
        assert named <= set(labels.areas), language


def test_a_label_that_is_missing_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, 'choose    = "Choose"\n', "") == [
        "page/en.toml: choose: missing; what belongs here is text in quotes"
    ]


def test_a_label_without_its_gap_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "Call {number}", "Call") == ["page/en.toml: call needs the gap {number}"]


def test_a_language_without_labels_is_told(tmp_path: Path) -> None:
    shutil.copytree(CONTENT_FOLDER / "page", tmp_path / "page")
    with pytest.raises(ContentFaults, match=r"page/de\.toml: missing"):
        read_labels(("en", "de"), tmp_path)
