"""Every fault of every content file is told, all at once, with its file and its place."""

import shutil
from pathlib import Path

import pytest

from skill.content.faults import ContentFaults
from skill.content.folder import files_in
from skill.content.library import CONTENT_FOLDER, library_of, read_library
from skill.content.shelves import LookedAt
from tests.content.faulty import Faulty
from tests.content.faulty_limits import FAULTY_LIMITS
from tests.content.faulty_locales import FAULTY_LOCALES
from tests.content.faulty_order import FAULTY_ORDER
from tests.content.faulty_programmes import FAULTY_PROGRAMMES
from tests.content.faulty_routines import FAULTY_ROUTINES
from tests.content.faulty_stretches import FAULTY_STRETCHES
from tests.content.faulty_words import FAULTY_WORDS

FAULTY = (
    FAULTY_LOCALES
    + FAULTY_STRETCHES
    + FAULTY_WORDS
    + FAULTY_ROUTINES
    + FAULTY_ORDER
    + FAULTY_LIMITS
    + FAULTY_PROGRAMMES
)
FILES = files_in(CONTENT_FOLDER)
LOOKED_AT: LookedAt = {}
"""All but the changed file is read once for all these faults."""


def complaints(folder: Path) -> list[str]:
    with pytest.raises(ContentFaults) as caught:
        read_library(folder)
    lines = str(caught.value).splitlines()
    assert len(lines) == len(caught.value.faults)
    return lines


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("faulty", FAULTY, ids=lambda faulty: faulty.case)
def test_a_fault_is_told_with_file_and_place(faulty: Faulty) -> None:
    text = FILES[faulty.file].decode()
    assert faulty.old in text
    with pytest.raises(ContentFaults) as caught:
        library_of({**FILES, faulty.file: text.replace(faulty.old, faulty.new, 1).encode()}, LOOKED_AT)
    told = str(caught.value).splitlines()
    assert sorted(told) == sorted(f"{faulty.file}: {complaint}" for complaint in faulty.complaints)


def test_all_faults_of_all_files_come_at_once(folder: Path) -> None:
    (folder / "stretches" / "cobra.toml").write_bytes(b'posture = "front\xff"')
    (folder / "stretches" / "sphinx.toml").write_text("posture = front\n")
    change(folder, "stretches/bridge.toml", "Hips up once more.", "Hips up 2 times & rest")
    change(folder, "routines/lower-back.toml", "hold = 20", "hold = 99")
    (folder / "routines" / "notes.txt").write_text("for later")
    assert complaints(folder) == [
        "routines/lower-back.toml: steps.1.hold: 99 seconds is outside 5 to 30",
        "routines/notes.txt: belongs nowhere",
        "stretches/bridge.toml: words.en.again: '&' is markup: content is plain text",
        "stretches/bridge.toml: words.en.again: '2' is a digit: write numbers as words",
        "stretches/bridge.toml: words.en.again: must end with a full stop or a question mark",
        "stretches/cobra.toml: not UTF-8 at byte 16",
        "stretches/sphinx.toml: not TOML: Invalid value (at line 1, column 11)",
    ]


def test_an_unknown_key_hides_no_other_fault_of_its_file(folder: Path) -> None:
    change(folder, "stretches/bridge.toml", "areas ", 'colour = "red"\nareas ')
    change(folder, "stretches/bridge.toml", "Hips up once more.", "Hips up once more")
    assert complaints(folder) == [
        "stretches/bridge.toml: colour: unknown key",
        "stretches/bridge.toml: words.en.again: must end with a full stop or a question mark",
    ]


def only_phrases(folder: Path, text: str) -> None:
    """Leave the folder with this one file of phrases."""
    shutil.rmtree(folder / "phrases" / "en")
    (folder / "phrases" / "en").mkdir()
    (folder / "phrases" / "en" / "small.toml").write_text(text)


def test_a_phrase_is_a_sentence_or_several(folder: Path) -> None:
    only_phrases(folder, '[greeting]\nfirst = ["Hello.", 3]\nlater = []\nlast = "Bye."\n')
    assert complaints(folder) == [
        "phrases/en/small.toml: greeting.first: must be a sentence or a list of sentences",
        "phrases/en/small.toml: greeting.later: must be a sentence or a list of sentences",
    ]


def test_phrases_are_found_by_their_dotted_keys_as_variants(folder: Path) -> None:
    only_phrases(folder, '[a.b]\none = "Yes."\nmore = ["Yes.", "Right."]\n')
    assert read_library(folder).phrases["en"] == {"a.b.one": ("Yes.",), "a.b.more": ("Yes.", "Right.")}


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert complaints(tmp_path / "nowhere") == [f"{tmp_path}/nowhere: no such folder"]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert complaints(tmp_path) == [f"{tmp_path}: an empty folder"]


def test_files_that_everything_else_needs_are_missed(folder: Path) -> None:
    for needed in ("transitions.toml", "warnings/en.toml"):
        (folder / needed).unlink()
    shutil.rmtree(folder / "phrases" / "en")
    assert complaints(folder) == ["phrases/en: missing", "transitions.toml: missing", "warnings/en.toml: missing"]


def test_a_phrase_is_said_in_one_file_only(folder: Path) -> None:
    (folder / "phrases" / "en" / "zest.toml").write_text('[did]\nstay = "Here we are."\n')
    assert complaints(folder) == ["phrases/en/zest.toml: did.stay: said in another file already"]


def test_a_routine_whose_stretch_is_faulty_is_not_blamed_for_it(folder: Path) -> None:
    change(folder, "stretches/piriformis.toml", 'posture = "back"\n', "")
    assert complaints(folder) == ["stretches/piriformis.toml: posture: missing"]
