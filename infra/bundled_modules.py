"""Joins all compiled modules of a bundle into one file, which `skill/bundled.py` reads."""

import marshal
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from skill.bundled import FILE, LENGTH_BYTES, Kept

_HEAD_BYTES = 16
_MARK_BYTES = 4
"""What a compiled file begins with: the mark of its Python, and twelve bytes of its source."""

_WITHOUT_REFERENCES = 2
"""The form of the list in which equal lists have equal bytes."""


def join_modules(folder: Path) -> None:
    """Write the file. Raises ValueError for modules of several Pythons."""
    found = sorted(_compiled(folder))
    (mark,) = {path.read_bytes()[:_MARK_BYTES] for _, path in found}
    codes = [path.read_bytes()[_HEAD_BYTES:] for _, path in found]
    begins = list(accumulate(map(len, codes), initial=0))
    # The list says where each begins in the whole file, and is as long wherever it begins.
    head = len(_listed(found, codes, begins, 0)) + _MARK_BYTES + LENGTH_BYTES
    listed = _listed(found, codes, begins, head)
    (folder / FILE).write_bytes(mark + len(listed).to_bytes(LENGTH_BYTES, "little") + listed + b"".join(codes))


def _listed(found: list[tuple[str, Path]], codes: list[bytes], begins: list[int], head: int) -> bytes:
    listed: dict[str, Kept] = {
        name: (head + start, len(code), _is_package(path))
        for (name, path), code, start in zip(found, codes, begins, strict=False)
    }
    return marshal.dumps(listed, _WITHOUT_REFERENCES)


def _compiled(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every compiled module by its name."""
    for path in folder.rglob("__pycache__/*.pyc"):
        parts = path.relative_to(folder).parts[:-2]
        own = () if _is_package(path) else (path.name.partition(".")[0],)
        yield ".".join((*parts, *own)), path


def _is_package(path: Path) -> bool:
    return path.name.startswith("__init__.")
