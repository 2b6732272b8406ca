"""A locale is a file, whole or not at all, and what a speaker is told fits where its locale is spoken."""

import shutil
from pathlib import Path

import pytest

from skill.content.library import Library
from skill.content.library_from_files import read_library
from skill.content.reading.faults import ContentFaults
from tests.nightly import at_night

NEW_ZEALAND = "en-NZ.toml"


def complaints(folder: Path) -> list[str]:
    with pytest.raises(ContentFaults) as caught:
        read_library(folder)
    return str(caught.value).splitlines()


def copied(folder: Path, name: str, **changed: str) -> None:
    """A new locale beside Australia's, with other words in it."""
    text = (folder / "locales" / "en-AU.toml").read_text("utf-8")
    for old, new in changed.items():
        text = text.replace(old.replace("_", " "), new)
    (folder / "locales" / name).write_text(text, "utf-8")


def test_the_number_that_is_called_and_the_usual_zone_are_those_of_the_country(library: Library) -> None:
    known = {
        "en-AU": ("triple zero", "Australia/Sydney"),
        "en-CA": ("nine one one", "America/Toronto"),
        "en-GB": ("nine nine nine", "Europe/London"),
        "en-IN": ("one one two", "Asia/Kolkata"),
        "en-US": ("nine one one", "America/Chicago"),
    }
    locales = {tag: library.locales[tag] for tag in known}
    assert {tag: (locale.emergency_number, locale.zone) for tag, locale in locales.items()} == known


def test_the_digits_are_what_the_words_say(library: Library) -> None:
    spoken = {"nine one one": "911", "nine nine nine": "999", "one one two": "112", "triple zero": "000"}
    for locale in library.locales.values():
        assert locale.emergency_digits == spoken[locale.emergency_number]


def test_a_locale_is_there_as_soon_as_its_file_is(folder: Path) -> None:
    copied(folder, NEW_ZEALAND, triple_zero="one one one", **{"000": "111"})
    assert read_library(folder).locales["en-NZ"].emergency_number == "one one one"


def test_a_locale_is_named_by_language_and_country(folder: Path) -> None:
    copied(folder, "nz.toml")
    assert complaints(folder) == ["locales/nz.toml: must be named by a language and a country, such as en-NZ.toml"]


def test_there_has_to_be_a_locale(folder: Path) -> None:
    shutil.rmtree(folder / "locales")
    assert complaints(folder) == ["locales: missing"]


def test_the_skill_has_one_name_in_a_language(folder: Path) -> None:
    copied(folder, NEW_ZEALAND, gentle_back="kind back")
    assert complaints(folder) == [
        "locales/en-NZ.toml: line 7: invocation: en-AU is opened by 'gentle back'; a language has one name"
    ]


@at_night
def test_a_locale_of_another_language_asks_for_all_its_words(folder: Path) -> None:
    copied(folder, "de-DE.toml")
    told = complaints(folder)
    stretches = {f"stretches/{path.name}" for path in (folder / "stretches").iterdir()}
    assert len(stretches) > 2
    assert {line.partition(":")[0] for line in told if line.endswith(": words.de: missing")} >= stretches
    assert "locales/de-DE.toml: line 2: language: 'en' is not the language of de-DE" in told
    assert {"phrases/de: missing", "warnings/de.toml: missing"} <= set(told)


def test_an_unknown_locale_hears_its_own_language_or_what_most_speak(library: Library) -> None:
    assert [library.language_of(tag) for tag in ("en-GB", "en-NZ", "de-DE", "")] == ["en"] * 4
