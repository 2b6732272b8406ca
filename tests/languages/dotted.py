"""A language for tests alone: English with dots over every a, o and u, in files as its authors would write them.

It is called German, so that its numbers are (`zwanzig`). What Python says or understands by itself has no dots.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from skill.recognizer.templates.strict_yaml import read_yaml

LANGUAGE, LOCALE = "de", "de-AT"
AUSTRIA = {
    "language": LANGUAGE,
    "zone": "Europe/Vienna",
    "emergency_number": "eins eins zwei",
    "emergency_digits": "112",
    "adviser": "physiö",
}
CODES = ("language", "reach", "slot")
"""Keys in templates whose values are no words."""

_DOTS = str.maketrans("aouAOU", "äöüÄÖÜ")
_NO_WORDS = re.compile(r"(\{\w*\}|<\w+>)")


def dotted(words: str) -> str:
    """The words with their dots; gaps, slots and the names of rules are left as they are."""
    return "".join(part if _NO_WORDS.fullmatch(part) else part.translate(_DOTS) for part in _NO_WORDS.split(words))


def write_content(english: Path, folder: Path) -> Path:
    """The whole content in this language alone, for its one locale."""
    for path in english.rglob("*.toml"):
        name = path.relative_to(english).as_posix().replace("en-US", LOCALE).replace("/en", f"/{LANGUAGE}")
        if "locales/" not in name or LOCALE in name:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("\n".join(_toml(_content(name, tomllib.loads(path.read_text("utf-8"))))), "utf-8")
    return folder


def write_templates(english: Path, folder: Path) -> Path:
    """The templates of this language."""
    (folder / LANGUAGE).mkdir(parents=True)
    for path in english.glob("*.yaml"):
        read: Any = read_yaml(path)
        written = (
            {"language": LANGUAGE, **_template(path.stem, read)} if "language" in read else _template(path.stem, read)
        )
        # What is JSON is YAML, and much sooner written.
        (folder / LANGUAGE / path.name).write_text(json.dumps(written, ensure_ascii=False), "utf-8")
    return folder


def _content(name: str, table: Mapping[str, Any]) -> Any:
    if name.startswith("locales/"):
        return {**_everything(table), **AUSTRIA}
    if name.startswith(("phrases/", "warnings/")):
        return _everything(table) if "same" not in table else {**_everything(table), "same": _both(table["same"])}
    if name.startswith("signs/"):
        return {**table, "words": _everything(table["words"]), "apart": _everything(table["apart"])}
    return _under_words(table)


def _under_words(table: Any) -> Any:
    """Only what stands under `words` is words, and moves from English to this language."""
    if isinstance(table, list):
        return [_under_words(item) for item in table]
    if not isinstance(table, Mapping):
        return table
    return {
        key: {LANGUAGE: _everything(inner["en"])} if key == "words" else _under_words(inner)
        for key, inner in table.items()
    }


def _template(file: str, read: Any) -> Any:
    if file == "amounts":
        keyed = {
            key: {dotted(said): how for said, how in read[key].items()} for key in ("lengths", "clock", "named_times")
        }
        return {**_everything(read), **keyed, "language": LANGUAGE}
    if file == "manners":
        paired = {name: _both(read[name]) for name in ("shortened", "misheard")}
        return {**_everything(read), **paired, "language": LANGUAGE}
    if file in ("voice_commands", "first_words"):
        return read
    return _everything(read)


def _everything(said: Any) -> Any:
    """Every text inside with its dots, whatever its key."""
    if isinstance(said, str):
        return dotted(said)
    if isinstance(said, list):
        return [_everything(item) for item in said]
    if isinstance(said, Mapping):
        return {key: inner if key in CODES else _everything(inner) for key, inner in said.items()}
    return said


def _both(pairs: Mapping[str, str]) -> dict[str, str]:
    return {dotted(key): dotted(value) for key, value in pairs.items()}


def _toml(table: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{json.dumps(key)} = {_value(value)}" for key, value in table.items())


def _value(value: Any) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(_toml(value)) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
