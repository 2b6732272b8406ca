"""Reads the YAML files of a language, merged with the differences of a locale, and collects every fault."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_Shape = TypeVar("_Shape")


class Sources:
    """The files of several folders: the first has what is shared, the others only what differs."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self.faults: list[str] = []

    @property
    def names(self) -> list[str]:
        """The names of all files, each once, sorted."""
        return sorted({path.name for folder in self._folders for path in folder.glob("*.yaml")})

    def read(self, name: str, shape: type[_Shape]) -> _Shape | None:
        """A file as this type, with the differences merged in; None for a fault, which is added to `faults`."""
        # Where all templates are compiled already, no file is read: then pydantic and PyYAML need not be imported.
        from pydantic import ValidationError  # noqa: PLC0415

        from skill.recognizer.templates.strict_yaml import YamlFault  # noqa: PLC0415

        try:
            return cast("_Shape", _reader(cast("Any", shape)).validate_python(self._merged(name)))
        except (YamlFault, OSError) as fault:
            self.faults.append(f"{name}: {fault}")
        except ValidationError as fault:
            self.faults += [f"{name}: {'.'.join(map(str, e['loc']))}: {_told(e)}" for e in fault.errors()]
        return None

    def _merged(self, name: str) -> object:
        from skill.recognizer.templates.strict_yaml import read_yaml  # noqa: PLC0415

        there = [folder / name for folder in self._folders if (folder / name).is_file()]
        base, *differences = map(read_yaml, there or [self._folders[0] / name])
        for difference in differences:
            base = _with(base, difference)
        return base


@cache
def _reader(shape: Any) -> "TypeAdapter[Any]":
    """The pydantic adapter for this type, built once."""
    from pydantic import TypeAdapter  # noqa: PLC0415

    return TypeAdapter(shape)


def _told(error: Any) -> str:
    """The message of a fault for authors, who know keys of a file, not keyword arguments."""
    unknown = error["type"] == "unexpected_keyword_argument"
    return "Extra inputs are not permitted" if unknown else str(error["msg"])


def _with(base: Any, difference: Any) -> object:
    """Both merged: lists one after the other, mappings key by key; anything else is replaced by the difference."""
    if isinstance(base, Mapping) and isinstance(difference, Mapping):
        both = {key: _with(base[key], difference[key]) for key in base if key in difference}
        return {**base, **difference, **both}
    if isinstance(base, list) and isinstance(difference, list):
        return [*base, *difference]
    return difference
