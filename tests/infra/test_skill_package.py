"""The skill's package: fresh, whole, such as Alexa takes it, careful about health, and true in its example phrases."""

import json
import struct
import sys
import zlib
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from infra import skill_package
from infra.skill_package import CERTIFICATES, COMMITTED, EXAMPLE_ENDPOINT, MODELS, SOURCE, manifest, write
from skill.home import the_recognizer
from tests.library import LIBRARY, LOCALES

SCHEMA = Draft202012Validator(json.loads(Path(__file__).with_name("amazon_manifest_schema.json").read_text("utf-8")))

Json = dict[str, Any]

MANIFEST: Json = manifest(EXAMPLE_ENDPOINT)["manifest"]
PUBLISHED: Json = MANIFEST["publishingInformation"]["locales"]
PHRASES = [(locale, phrase) for locale, words in PUBLISHED.items() for phrase in words["examplePhrases"]]


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".png")
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


@cache
def samples_and_values(locale: str) -> tuple[list[str], dict[str, set[str]]]:
    """Every sample of a compiled model, and what may stand for a slot, by the slot's name."""
    model = json.loads((MODELS / f"{locale}.json").read_text(encoding="utf-8"))["interactionModel"]["languageModel"]
    names = {slot["type"]: slot["name"] for intent in model["intents"] for slot in intent["slots"]}
    values = {
        names[kind["name"]]: {
            word for value in kind["values"] for word in (value["name"]["value"], *value["name"]["synonyms"])
        }
        for kind in model["types"]
    }
    return [sample for intent in model["intents"] for sample in intent["samples"]], values


def in_the_model(locale: str, words: str) -> bool:
    """Whether the words are a sample of the compiled model, with a value put in for its slot."""
    samples, values = samples_and_values(locale)
    return any(is_said_as(words, sample, values) for sample in samples)


def is_said_as(words: str, sample: str, values: dict[str, set[str]]) -> bool:
    before, opened, rest = sample.partition("{")
    slot, _, after = rest.partition("}")
    if not opened:
        return words == sample
    return (
        words.startswith(before)
        and words.endswith(after)
        and words[len(before) : len(words) - len(after)] in values.get(slot, set())
    )


def test_the_committed_package_is_fresh_and_whole(tmp_path: Path) -> None:
    write(tmp_path, manifest(EXAMPLE_ENDPOINT), copies=True)
    assert contents(COMMITTED) == contents(tmp_path), "make manifest"
    models = {f"skill-package/interactionModels/custom/{locale}.json" for locale in LOCALES}
    assert set(contents(COMMITTED)) == models | {"ask-resources.json", "skill-package/skill.json"}


def test_the_ask_cli_finds_the_package() -> None:
    resources = json.loads((COMMITTED / "ask-resources.json").read_text(encoding="utf-8"))
    assert resources["askcliResourcesVersion"] == "2020-03-31"
    assert (COMMITTED / resources["profiles"]["default"]["skillMetadata"]["src"] / "skill.json").is_file()


@pytest.mark.parametrize("endpoint", [EXAMPLE_ENDPOINT, "https://back.example.org/alexa", ""])
def test_alexa_takes_the_manifest(endpoint: str) -> None:
    Draft202012Validator.check_schema(SCHEMA.schema)
    assert [f"{fault.json_path}: {fault.message}" for fault in SCHEMA.iter_errors(manifest(endpoint))] == []


@pytest.mark.parametrize("kind", CERTIFICATES)
def test_alexa_takes_each_kind_of_certificate(kind: str) -> None:
    skill = manifest("https://quiet-fox.tunnel.example/alexa", kind)
    assert SCHEMA.is_valid(skill)
    assert skill["manifest"]["apis"]["custom"]["endpoint"]["sslCertificateType"] == kind
    assert skill["manifest"]["events"]["endpoint"]["sslCertificateType"] == kind


def test_the_icons_are_pictures_of_amazons_sizes_and_stand_where_the_manifest_says(tmp_path: Path) -> None:
    write(tmp_path, manifest(""), copies=True)
    for shown in PUBLISHED.values():
        for field, size in (("smallIconUri", 108), ("largeIconUri", 512)):
            picture = tmp_path / "skill-package" / shown[field].removeprefix("file://")
            pixels = pixels_of(picture.read_bytes(), size)
            assert len(pixels) == size * (1 + 3 * size)
            colours = Counter(pixels[at : at + 3] for at in range(1, len(pixels) - 3, 3 * size + 1))
            assert len(colours) == 1, "the left edge is all background"
            assert len(set(pixels)) > 10, "and something is drawn"


def pixels_of(png: bytes, size: int) -> bytes:
    """The rows of a picture; its parts have to be whole."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", png[16:24]) == (size, size)
    at, held = 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        part = png[at + 4 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length]) == (zlib.crc32(part),)
        held += part[4:] if part.startswith(b"IDAT") else b""
        at += 12 + length
    return zlib.decompress(held)


SOURCE_TEXT = SOURCE.read_text(encoding="utf-8")


@pytest.fixture
def with_privacy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Json]:
    """The manifest where the privacy page has this address."""

    def told(address: str) -> Json:
        written = tmp_path / "skill_manifest.toml"
        written.write_text(SOURCE_TEXT.replace('privacy = ""', f'privacy = "{address}"'), encoding="utf-8")
        monkeypatch.setattr(skill_package, "SOURCE", written)
        return manifest(EXAMPLE_ENDPOINT)

    return told


def test_the_address_of_the_privacy_page_is_told_in_every_locale(with_privacy: Callable[[str], Json]) -> None:
    address = "https://back.example.org/for-alexa/privacy"
    skill = with_privacy(address)
    assert SCHEMA.is_valid(skill)
    told = skill["manifest"]["privacyAndCompliance"]["locales"]
    assert told == {locale: {"privacyPolicyUrl": address} for locale in LOCALES}
    assert with_privacy("")["manifest"] == MANIFEST


@pytest.mark.parametrize("address", ["http://back.example.org", "https://alexa.example.org/privacy", "privacy.md"])
def test_an_address_that_reviewers_refuse_is_told_before_they_do(
    address: str, with_privacy: Callable[[str], Json]
) -> None:
    with pytest.raises(SystemExit, match="will be refused: give an https address without Amazon's names"):
        with_privacy(address)


def test_our_schema_refuses_what_alexa_refuses() -> None:
    for part, wrong in (
        ("manifestVersion", "2.0"),
        ("permissions", [{"name": "alexa::everything:read"}]),
        ("events", {"subscriptions": [{"eventName": "SKILL_DISABLED"}]}),
        ("apis", {"custom": {"endpoint": {"uri": EXAMPLE_ENDPOINT, "sslCertificateType": "Trusted"}}}),
        ("colour", "blue"),
    ):
        assert not SCHEMA.is_valid({"manifest": MANIFEST | {part: wrong}}), part


def test_a_skill_that_has_no_endpoint_yet_asks_for_no_events() -> None:
    first = manifest("")["manifest"]
    assert "events" not in first
    assert first["apis"] == {"custom": {"interfaces": MANIFEST["apis"]["custom"]["interfaces"]}}
    assert {**first, "apis": MANIFEST["apis"], "events": MANIFEST["events"]} == MANIFEST


def test_alexa_tells_the_same_endpoint_when_somebody_disables_the_skill() -> None:
    assert MANIFEST["events"]["subscriptions"] == [{"eventName": "SKILL_DISABLED"}]
    assert MANIFEST["events"]["endpoint"] == MANIFEST["apis"]["custom"]["endpoint"]


def test_each_locale_of_the_model_is_published_and_no_other() -> None:
    assert set(PUBLISHED) == set(LOCALES)
    assert set(MANIFEST["privacyAndCompliance"]["locales"]) == set(LOCALES)


@pytest.mark.parametrize("locale", PUBLISHED)
def test_the_description_says_that_this_is_no_medical_advice_and_promises_no_effect(locale: str) -> None:
    words = PUBLISHED[locale]
    assert "This is general information, not medical advice" in words["description"]
    assert "come out of the stretch at once" in words["description"]
    told = f"{words['summary']} {words['description']} {words['keywords']}".lower()
    for claim in ("treat", "cure", "heal ", "relie", "diagnos", "therapy", "safe", "prevent", "pain-free"):
        assert claim not in told, claim


@pytest.mark.parametrize(("locale", "phrase"), PHRASES)
def test_an_example_phrase_is_understood_here_and_is_in_the_model(locale: str, phrase: str) -> None:
    recognizer = the_recognizer(locale)
    heard = recognizer.invocation.spoken(phrase)
    if heard.kind == "open":
        assert phrase == f"Alexa, open {LIBRARY.locales[locale].invocation}"
        return
    assert heard.kind == "ask"
    understood = recognizer.understand(heard.rest)
    assert understood.intent in ("StartRoutineIntent", "HowToIntent")
    (slot,) = understood.slots.values()
    assert len(slot.ids) == 1
    assert in_the_model(locale, heard.rest.lower())


def test_the_first_example_phrase_opens_the_skill_and_the_others_ask_for_something() -> None:
    kinds = [
        [the_recognizer(locale).invocation.spoken(phrase).kind for phrase in words["examplePhrases"]]
        for locale, words in PUBLISHED.items()
    ]
    assert kinds == [["open", "ask", "ask"]] * len(PUBLISHED)


@pytest.fixture(name="refused")
def _refused(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """What `make manifest` is told that cannot be made; Python itself prints that, and ends with one."""

    def told(*arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", ["infra.skill_package", *arguments])
        with pytest.raises(SystemExit) as stopped:
            skill_package.main()
        return str(stopped.value.code)

    return told


def test_an_endpoint_that_is_none_is_told_what_to_give(refused: Callable[..., str]) -> None:
    for wrong in ("gentle-back", "http://back.example.org", "arn:aws:s3:::bucket"):
        assert refused(wrong) == f"{wrong!r} is no endpoint: give a function's ARN, an https address, or none."


def test_a_kind_of_certificate_that_is_none_or_goes_with_nothing_is_told_so(refused: Callable[..., str]) -> None:
    wild = "'wild' is no kind of certificate: give Trusted, Wildcard, SelfSigned."
    assert refused("https://back.example.org/alexa", "wild") == wild
    alone = "The kind of a certificate goes with an https address: give endpoint=https://… too."
    assert refused(EXAMPLE_ENDPOINT, "Wildcard") == alone
