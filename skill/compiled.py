"""Compiled: what is made of the files that people write, kept as Python keeps what it compiles, and so made once.

To read and check all content takes a quarter of a second, to make ready every known sentence two. What is made is kept
in the program's own `__pycache__`, with a mark of the files that it was made of: when one of them is another, or was
touched, it is made anew. Where Python may keep nothing (a folder that is not ours, `PYTHONDONTWRITEBYTECODE`), nothing
is kept, and all is as it was. A bundle brings its own, sealed: nobody looks whether its files are still the same.
"""

import copyreg
import gc
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar, cast

from skill.folders import folder_of
from skill.watched import Watched

Made = TypeVar("Made")

FOLDER = Path(cache_from_source(__file__)).parent
"""Where Python keeps this module, too."""
ROOT = Path(__file__).parents[1]
PROGRAM = ("skill", ".py")
WRITTEN = (("content", ".toml"), ("interaction_model", ""))
"""Whatever it is made of: our program, and what people write, which is the content and how people say things."""
SEALED = b"sealed"
_MARK_BYTES = 16

Glance = dict[str, tuple[int, int]]
"""Size and time of writing, by path."""


def compiled(name: str, make: Callable[[], Made], folder: Path = FOLDER) -> Made:
    """What is kept under this name as long as nothing was changed that it was made of; else it is made, and kept."""
    path = folder / f"{name}.made"
    kept = _kept(path)
    if kept is not None:
        return cast("Made", kept)
    made = make()
    if not sys.dont_write_bytecode:
        _keep(path, _mark(), made)
    return made


def seal(name: str, made: object, folder: Path) -> None:
    """Keep it for good, as a bundle does whose files never change."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.made").write_bytes(_sealed_mark() + pickle.dumps(made, pickle.HIGHEST_PROTOCOL))


def _kept(path: Path) -> object | None:
    """What is in the file, if it is still right. Whatever is wrong with it, it can be made again."""
    try:
        mark, body = _parted(path.read_bytes())
        return _read(body) if mark == _sealed_mark() or mark == _mark() else None
    except Exception:  # noqa: BLE001  # a file from another day or program may raise anything when it is read
        return None


def _parted(data: bytes) -> tuple[bytes, memoryview]:
    return data[:_MARK_BYTES], memoryview(data)[_MARK_BYTES:]


def _read(body: memoryview) -> object:
    """The objects: a hundred thousand that stay, so that nobody need look for rubbish among them, now or ever."""
    collects = gc.isenabled()
    gc.disable()
    try:
        return pickle.loads(body)  # noqa: S301  # our own file, in the folder of our own program
    finally:
        gc.freeze()
        if collects:
            gc.enable()


def _keep(path: Path, mark: bytes, made: object) -> None:
    """Written whole or not at all: another process may read at any moment."""
    new = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(exist_ok=True)
        new.write_bytes(mark + pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        new.replace(path)
    except OSError:
        return


def _sealed_mark() -> bytes:
    return SEALED.ljust(_MARK_BYTES)


def look_again() -> frozenset[str]:
    """In which folders something is another than when it was looked at last; from now on all is made of what is there.

    The program stays what it was when it was looked at first: that is the one which runs, whatever its files say now.
    """
    before = _looked(ROOT)
    if not _watched(ROOT).may_have_changed() or _at_a_glance(before.glance) == before.glance:
        return frozenset()
    _looked.cache_clear()
    _watched.cache_clear()
    return frozenset(folder for folder, mark in _looked(ROOT).marks.items() if mark != before.marks[folder])


def _at_a_glance(before: Glance) -> Glance:
    """The same paths now; what is new has changed its folder. Done at home when something may have changed."""
    try:
        looked = {path: os.stat(path) for path in before}  # noqa: PTH116  # three hundred times in a row
    except FileNotFoundError:
        return {}
    return {path: (one.st_size, one.st_mtime_ns) for path, one in looked.items()}


def _mark() -> bytes:
    return blake2b(b"".join((_program(), *_looked(ROOT).marks.values())), digest_size=_MARK_BYTES).digest()


@cache
def _program() -> bytes:
    return _marked(*PROGRAM)


class _Looked(NamedTuple):
    """What people write, as it was when it was looked at: every path at a glance, and a mark of each folder."""

    glance: Glance
    marks: dict[str, bytes]


@cache
def _looked(root: Path) -> _Looked:
    """The glance comes first: what is written between both is another at the next one."""
    glance = {path: looked for folder, ending in WRITTEN for path, looked in _all_in(folder_of(folder, root), ending)}
    return _Looked(glance, {folder: _marked(folder, ending) for folder, ending in WRITTEN})


@cache
def _watched(root: Path) -> Watched:
    """All folders of what people write, for a caller that looks again: its first look sees what changed before."""
    return Watched(str(one) for folder, _ in WRITTEN for one in _folders_in(folder_of(folder, root)))


def _folders_in(folder: Path) -> Iterator[Path]:
    """It, and those in it."""
    yield folder
    yield from (path for path in folder.rglob("*/") if path.name != "__pycache__")


def _all_in(folder: Path, ending: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each folder, and only then what is in it."""
    for one in _folders_in(folder):
        looked = one.stat()
        yield str(one), (looked.st_size, looked.st_mtime_ns)
    for path, size, written in _files(str(folder), ending):
        yield path, (size, written)


def _marked(folder: str, ending: str) -> bytes:
    """A mark of this Python and of every file in a folder: its name, its size, and when it was written."""
    mark = blake2b(sys.version.encode(), digest_size=_MARK_BYTES)
    for path, size, written in sorted(_files(str(folder_of(folder, ROOT)), ending)):
        mark.update(f"{path.removeprefix(str(ROOT))}|{size}|{written}\n".encode())
    return mark.digest()


def _files(folder: str, ending: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path, ending) if entry.name != "__pycache__" else ()
            elif entry.name.endswith(ending) and not entry.name.endswith(".json"):
                yield entry.path, *_looked_at(entry)


def _looked_at(entry: "os.DirEntry[str]") -> tuple[int, int]:
    """Size and time of writing; neither where an editor has just put another file in its place."""
    try:
        looked = entry.stat()
    except FileNotFoundError:
        return 0, 0
    return looked.st_size, looked.st_mtime_ns


def _unchangeable(view: MappingProxyType[object, object]) -> tuple[type, tuple[dict[object, object]]]:
    return _proxy, (dict(view),)  # type: ignore[return-value]


def _proxy(mapping: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, _unchangeable)
