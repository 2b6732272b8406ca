"""Writes the reference of every field of every content file, from the model."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from typing import Any, get_args, get_type_hints

from skill.content.language.locales import Locale
from skill.content.language.phrase_keys import WrittenKeys
from skill.content.language.signs import Signs
from skill.content.language.warnings import Warnings
from skill.content.model import Stretch
from skill.content.model.drawn import BorrowedFigure, WrittenFigure
from skill.content.model.frozen import Frozen, called
from skill.content.model.labels import Labels
from skill.content.model.limits import Limit
from skill.content.model.programmes import Programme
from skill.content.reading.ends import WrittenEnds
from skill.content.reading.expected import Expected
from skill.content.reading.routines import WrittenRoutine
from skill.content.rules.areas import WrittenAreas
from skill.content.shelves import WrittenWays

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "content-reference.md"

_FILES: Mapping[str, type] = {
    "stretches/NAME.toml": Stretch,
    "figures/NAME.toml": WrittenFigure,
    "figures/NAME.toml, where another stretch looks the same": BorrowedFigure,
    "routines/NAME.toml": WrittenRoutine,
    "programmes/NAME.toml": Programme,
    "limits/NAME.toml": Limit,
    "locales/LANGUAGE-COUNTRY.toml": Locale,
    "warnings/LANGUAGE.toml": Warnings,
    "signs/LANGUAGE.toml": Signs,
    "transitions.toml": WrittenWays,
    "beginnings_and_ends.toml": WrittenEnds,
    "areas.toml": WrittenAreas,
    "phrase_keys.toml": WrittenKeys,
    "page/LANGUAGE.toml": Labels,
}

_HEAD = """\
# What may stand in a content file

Made from the model by `gentle-back model`; do not change it by hand. A **bold** key is required.
[Coaching](coaching.md) has the other rules (the order of a routine, the length of a sentence); a file that breaks one
is reported with its line. The files `phrases/LANGUAGE/*.toml` have the keys of `phrase_keys.toml`, in as many files as
you like; each value is a sentence, or a list of sentences that take turns.
"""

_NOT_WRITTEN = ("slug", "tag")
"""What is the name of the file."""


def write_reference(path: Path = REFERENCE) -> Path:
    """The reference as it should be, written where it belongs."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(reference(), "utf-8")
    return path


def reference() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(line for file, shape in _FILES.items() for line in _file(file, shape))])


def _file(file: str, shape: type) -> Iterator[str]:
    """One kind of file: its own table, and one for every table inside."""
    yield f"## {file}\n"
    for name, inner in _shapes(shape, "").items():
        yield f"{'### `' + name + '`' if name else ''}\n\n{_about(inner)}\n" if name else f"{_about(inner)}\n"
        if issubclass(inner, Frozen):
            yield from ("| key | what may stand there | |", "|---|---|---|", *_rows(inner), "")


def _rows(shape: type) -> Iterator[str]:
    expected, told = Expected(shape), _field_words(shape)
    for field in fields(shape):
        key = called(field.name)
        if key not in _NOT_WRITTEN:
            required = field.default is MISSING and field.default_factory is MISSING
            shown = f"**`{key}`**" if required else f"`{key}`"
            usual = f"; usually {_shown(field.default)}" if _tells(field.default) else ""
            yield f"| {shown} | {expected.words([key])}{usual} | {told.get(field.name, '')} |"


def _shapes(shape: type, name: str) -> dict[str, type]:
    """The shape and all that are inside it, each by the key under which it stands, and none twice."""
    found = {name: shape}
    for field, annotation in get_type_hints(shape).items() if issubclass(shape, Frozen) else ():
        for inner in _models(annotation):
            key = f"{name}.{called(field)}".removeprefix(".")
            more = {} if inner in found.values() else _shapes(inner, key)
            found |= {path: one for path, one in more.items() if one not in found.values()}
    return found


def _models(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _field_words(shape: type) -> dict[str, str]:
    """What stands under each field of a class in its source, or in that of the class that it adds to."""
    added_to = [one for one in shape.__mro__ if one.__module__ == shape.__module__]
    return {name: words for one in reversed(added_to) for name, words in _own_words(one).items()}


def _own_words(shape: type) -> dict[str, str]:
    body = ast.parse(dedent(inspect.getsource(shape))).body[0]
    statements = body.body if isinstance(body, ast.ClassDef) else []
    told = {}
    for before, after in pairwise(statements):
        if isinstance(before, ast.AnnAssign) and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            told[ast.unparse(before.target)] = _on_one_line(str(after.value.value))
    return told


def _about(shape: type) -> str:
    return _on_one_line(inspect.getdoc(shape) or "")


def _on_one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _tells(default: Any) -> bool:
    """Whether what stands when nothing is written is worth a word."""
    return isinstance(default, str | int | tuple) and not isinstance(default, bool) and default not in ("", ())


def _shown(default: Any) -> str:
    return ", ".join(map(str, default)) if isinstance(default, tuple) else str(default)
