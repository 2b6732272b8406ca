"""Every fault of every content file is told, all at once, with its file and its place."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from skill.content.library_from_files import CONTENT_FOLDER, library_of, read_library
from skill.content.reading.faults import ContentFaults
from skill.content.reading.folder import files_in
from skill.content.shelves import LookedAt
from tests.cases.each_of import each_of
from tests.content.rules.faulty import Faulty
from tests.content.rules.faulty_checks import FAULTY_CHECKS
from tests.content.rules.faulty_limits import FAULTY_LIMITS
from tests.content.rules.faulty_locales import FAULTY_LOCALES
from tests.content.rules.faulty_order import FAULTY_ORDER
from tests.content.rules.faulty_programmes import FAULTY_PROGRAMMES
from tests.content.rules.faulty_routines import FAULTY_ROUTINES
from tests.content.rules.faulty_speech import FAULTY_SPEECH
from tests.content.rules.faulty_stretches import FAULTY_STRETCHES, KEYS, POSTURES
from tests.content.rules.faulty_words import FAULTY_WORDS
from tests.nightly import some_of

FAULTY = (
    FAULTY_LOCALES
    + FAULTY_STRETCHES
    + FAULTY_WORDS
    + FAULTY_SPEECH
    + FAULTY_CHECKS
    + FAULTY_ROUTINES
    + FAULTY_ORDER
    + FAULTY_LIMITS
    + FAULTY_PROGRAMMES
)
FILES = files_in(CONTENT_FOLDER)
LOOKED_AT: LookedAt = {}
"""All but the changed files are read once for all these faults."""


def complaints(folder: Path) -> list[str]:
    with pytest.raises(ContentFaults) as caught:
        library_of(files_in(folder), LOOKED_AT)
    faults = caught.value.faults
    assert str(caught.value).splitlines() == [str(fault) for fault in faults]
    return [str(replace(fault, line=None)) for fault in faults]


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@each_of("faulty", some_of(FAULTY, 3))
def test_a_fault_is_told_with_file_and_place(faulty: Faulty) -> None:
    text = FILES[faulty.file].decode()
    assert faulty.old in text
    with pytest.raises(ContentFaults) as caught:
        library_of({**FILES, faulty.file: text.replace(faulty.old, faulty.new, 1).encode()}, LOOKED_AT)
    told = [str(replace(fault, line=None)) for fault in caught.value.faults]
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
        "stretches/cobra.toml: line 1: a letter is not UTF-8: save the file as UTF-8",
        "stretches/sphinx.toml: line 1: no value can be read here: text goes in quotes, a list in [ ]: posture = front",
    ]


def test_an_unknown_key_hides_no_other_fault_of_its_file(folder: Path) -> None:
    change(folder, "stretches/bridge.toml", "areas ", 'colour = "red"\nareas ')
    change(folder, "stretches/bridge.toml", "Hips up once more.", "Hips up once more")
    assert complaints(folder) == [
        f"stretches/bridge.toml: colour: unknown key; what may stand here is {KEYS}",
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
    (folder / "phrase_keys.toml").write_text('"a.b.one" = []\n"a.b.more" = []\n', "utf-8")
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
    assert complaints(folder) == [f"stretches/piriformis.toml: posture: missing; what belongs here is {POSTURES}"]


def test_a_phrase_that_is_asked_for_and_not_written_is_told_with_its_gaps(folder: Path) -> None:
    change(folder, "phrases/en/starting.toml", "[launch]", "[launched]")
    assert {
        "phrases/en: launch.again: is asked for, and nobody wrote it: a sentence, or a list of sentences",
        (
            "phrases/en: launch.back: is asked for, and nobody wrote it: a sentence, or a list of sentences, "
            "with {minutes}, {place}, {routine}"
        ),
        "phrases/en/starting.toml: launched.again: nobody asks for this phrase; is it launch.again?",
    } <= set(complaints(folder))


def test_tags_of_routines_are_compared_with_each_other(folder: Path) -> None:
    change(folder, "routines/hips.toml", "areas = { hips = 1 }", "anybody = 1, softest = true, areas = { knees = 1 }")
    change(folder, "routines/five-gentle-minutes.toml", "first_time = true, ", "")
    change(folder, "routines/desk.toml", 'only = "chair"', 'only = "standing"')
    change(folder, "routines/three-rests.toml", 'rest-on-side", hold = 120', 'knee-to-chest", hold = 20')
    told = complaints(folder)
    assert [line for line in told if "knees" in line] == told
    change(folder, "routines/hips.toml", "{ knees", "{ hips")
    assert complaints(folder) == [
        "routines/arch-and-strengthen.toml: suits: no routine has first_time = true, and one must, this or another",
        "routines/desk.toml: suits.only: does not begin in the posture 'standing'",
        "routines/hips.toml: suits.softest: gentle-start is that already, and only one can be",
        "routines/hips.toml: suits.softest: has bridge, which is strong",
        "routines/lower-back.toml: suits.anybody: hips has place 1 already; each has its own",
        "routines/three-rests.toml: steps.0: begins without movement",
        "routines/three-rests.toml: suits.only: stretches something in knee-to-chest, and is for a bad day",
    ]


def test_there_is_one_warm_up_for_each_posture_in_which_somebody_goes_on_another_day(folder: Path) -> None:
    file = "beginnings_and_ends.toml"
    change(folder, file, 'another_day = ["standing"]', 'another_day = ["chair"]')
    assert complaints(folder) == [
        f"{file}: beginnings: none for 'standing' on another day",
        f"{file}: beginnings.3.another_day: 'chair' stands there before",
    ]


def test_what_is_put_around_routines_fits_the_stretches_that_there_are(folder: Path) -> None:
    file = "beginnings_and_ends.toml"
    change(folder, file, '"bed", "front", "seated on the floor"', '"bed", "front", "back"')
    change(folder, file, '"pelvic-tilts", hold = 5', '"bridge", hold = 18')
    change(folder, file, '"childs-pose", hold = 20', '"child", hold = 20')
    change(folder, file, '"standing-tall", hold = 12', '"standing-tall", hold = 99')
    assert complaints(folder) == [
        f"{file}: beginnings: none for 'seated on the floor'",
        f"{file}: beginnings.0.postures: 'back' stands there before",
        f"{file}: beginnings.0.steps.0: bridge is not for a bed",
        f"{file}: beginnings.0.steps.0: bridge is strong, and only what is movement may stand here",
        f"{file}: ends.1.steps.0.stretch: no stretch is called 'child'",
        f"{file}: ends.2.steps.0.hold: 99 seconds is outside 6 to 30",
    ]
