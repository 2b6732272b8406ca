"""The files of a language, and what one locale says differently: read as one, every fault kept."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_Shape = TypeVar("_Shape")


class Sources:
    """Folders of which the first has what all share, and those after it only what differs."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self.faults: list[str] = []

    @property
    def names(self) -> list[str]:
        """The names of all the files there are, each once."""
        return sorted({path.name for folder in self._folders for path in folder.glob("*.yaml")})

    def read(self, name: str, shape: type[_Shape]) -> _Shape | None:
        """A file of this shape, the differences merged in; None where there is a fault, which is kept."""
        # What was compiled is never read again: whoever runs it does without what checks it.
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
    """What reads files of this shape, built with the first of them."""
    from pydantic import TypeAdapter  # noqa: PLC0415

    return TypeAdapter(shape)


def _told(error: Any) -> str:
    """A fault as an author understands it: a key of a file is no argument of theirs."""
    unknown = error["type"] == "unexpected_keyword_argument"
    return "Extra inputs are not permitted" if unknown else str(error["msg"])


def _with(base: Any, difference: Any) -> object:
    """What is said twice: lists one after the other, mappings key by key, of anything else the difference."""
    if isinstance(base, Mapping) and isinstance(difference, Mapping):
        both = {key: _with(base[key], difference[key]) for key in base if key in difference}
        return {**base, **difference, **both}
    if isinstance(base, list) and isinstance(difference, list):
        return [*base, *difference]
    return difference
