"""Nothing that is heard or shown claims to do anybody good, names an illness, or tells anybody what they have."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from skill.content.library import Library
from tests.cases.each_of import each_of

MANIFEST = Path(__file__).parents[2] / "infra" / "skill_manifest.toml"

CLAIMS = re.compile(
    r"(?i)\b(?:heal(?!th)|cur(?:e|es|ed|ing)\b|treat|reliev|relief|fix|safe|circulat|prevent|improv|remed|therapeutic"
    r"|diagnos|good for|eas(?:e|es|ing) (?:your |the )?(?:pain|ache)|get rid of)\w*"
)
ILLNESSES = re.compile(
    r"(?i)\b(?:sciatica|arthrit|stenosis|herni|slipped dis[ck]|osteopor|scolios|spondyl|fibromyalg|rheumat|glaucoma"
    r"|cancer|strokes?\b|heart attack|cauda|vertigo|disease|syndrome)\w*"
)
WHAT_SOMEBODY_HAS = re.compile(r"(?i)\byou (?:have|suffer|are ill|are injured)\b")

WHAT_PEOPLE_SAY = ("also",)
"""Keys of what is heard and never said: "five minute relief" is what people call a routine."""

MAY_NAME_AN_ILLNESS: Mapping[str, str] = {
    "phrases.once.screening": "asked once, so that whoever knows it of themselves asks a doctor first",
    "phrases.careful.eyes": "who should take care, told only when asked",
    "phrases.careful.belly": "who should take care, told only when asked",
    "stretches.childs-pose.words.en.note": "head low: the way out for whoever knows it of themselves",
    "stretches.downward-dog.words.en.note": "head low: the way out for whoever knows it of themselves",
    "stretches.standing-forward-fold.words.en.easier.note": "bending: the way out for whoever knows it of themselves",
    "stretches.standing-forward-fold.words.en.note": "head low: the way out for whoever knows it of themselves",
}
MAY_SAY_YOU_HAVE: Mapping[str, str] = {
    "doing": "days of practice",
    "praise": "done so many routines",
    "programme": "done a day of it, or left it",
    "leaving": "left a stretch out",
    "left-out": "left stretches out",
    "allowing": "not left a stretch out",
    "gone": "left a stretch out",
    "mine": "a routine of one's own",
    "reminders": "reminders",
    "asked": "minutes",
    "stop-in": "minutes",
    "wait": "seconds",
    "shown": "met stretches, in the text of the store",
    "suits": "said of whoever should take care, and of nobody in particular",
}
"""By the first word of a phrase's key: what it is that somebody is told to have."""


def leaves(heard: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text inside that is said, with its path; the variants of a phrase have the phrase's."""
    if isinstance(heard, str):
        yield path, heard
    elif isinstance(heard, Mapping):
        for key, inner in heard.items():
            if key not in WHAT_PEOPLE_SAY:
                yield from leaves(inner, f"{path}.{key}")
    elif isinstance(heard, tuple | list):
        for inner in heard:
            yield from leaves(inner, path)


@pytest.fixture(name="said", scope="module")
def _said(library: Library) -> list[tuple[str, str]]:
    shelves = {
        "stretches": library.stretches,
        "routines": library.routines,
        "limits": library.limits,
        "programmes": library.programmes,
    }
    words = {shelf: {slug: asdict(thing) for slug, thing in things.items()} for shelf, things in shelves.items()}
    ways = [asdict(way) for way in library.transitions.values()]
    published = tomllib.loads(MANIFEST.read_text("utf-8"))
    return [
        *leaves(words, "content"),
        *leaves(library.phrases["en"], "phrases"),
        *leaves(ways, "ways"),
        *leaves(published, "manifest"),
        *(leaf for locale in library.locales.values() for leaf in leaves(asdict(locale.shown), "locales.shown")),
    ]


def found(pattern: re.Pattern[str], said: list[tuple[str, str]]) -> set[str]:
    return {path.removeprefix("content.") for path, text in said if pattern.search(text)}


def test_nothing_claims_to_do_anybody_good(said: list[tuple[str, str]]) -> None:
    assert found(CLAIMS, said) == set()


def test_an_illness_is_named_only_to_whoever_knows_it_of_themselves(said: list[tuple[str, str]]) -> None:
    assert found(ILLNESSES, said) == set(MAY_NAME_AN_ILLNESS)


def test_nobody_is_told_what_they_have_but_of_what_they_did(said: list[tuple[str, str]]) -> None:
    assert {path.split(".")[1] for path in found(WHAT_SOMEBODY_HAS, said)} == set(MAY_SAY_YOU_HAVE)


@each_of(
    "claim",
    [
        "It relieves your back.",
        "Five minutes of relief.",
        "This is safe for everybody.",
        "It heals the spine.",
        "It improves circulation.",
        "It is good for backs.",
        "It prevents trouble.",
        "We treat your back well.",
    ],
)
def test_a_claim_would_have_been_found(claim: str) -> None:
    assert CLAIMS.search(claim)


def test_everything_that_is_heard_was_looked_through(said: list[tuple[str, str]], library: Library) -> None:
    texts = {text for _, text in said}
    assert {variant for variants in library.phrases["en"].values() for variant in variants} <= texts
    assert library.stretch("bridge").words["en"].release in texts
    assert all(set(limit.words["en"].instead) <= texts for limit in library.limits.values())


def test_no_question_of_ours_asks_for_a_symptom(library: Library) -> None:
    asked = [text for texts in library.phrases["en"].values() for text in texts if "?" in text]
    assert [text for text in asked if re.search(r"(?i)\b(?:hurt|pain|sore|numb|dizzy|better)", text)] == []
