"""Caches what is made of the content's files, beside the program's own bytecode, so that it is made once.

Reading and checking all content takes a quarter of a second, preparing every known sentence two. The result is pickled
into `__pycache__`, with a mark (a hash) of the files that it was made of, and made anew when one of them has changed.
Where Python writes no bytecode (a read-only folder, `PYTHONDONTWRITEBYTECODE`), nothing is cached. A bundle brings its
own results, sealed: their files are not compared.
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
"""The `__pycache__` of this module."""
ROOT = Path(__file__).parents[1]
PROGRAM = ("skill", ".py")
WRITTEN = (("content", ".toml"), ("interaction_model", ""))
"""The folders that results are made of, each with the ending of its files: our program, and what people write."""
SEALED = b"sealed"
_MARK_BYTES = 16

Glance = dict[str, tuple[int, int]]
"""Size and time of modification, by path."""


def compiled(name: str, make: Callable[[], Made], folder: Path = FOLDER) -> Made:
    """The cached result of this name; made, and cached, where there is none or its files have changed."""
    path = folder / f"{name}.made"
    kept = _kept(path)
    if kept is not None:
        return cast("Made", kept)
    made = make()
    if not sys.dont_write_bytecode:
        _keep(path, _mark(), made)
    return made


def seal(name: str, made: object, folder: Path) -> None:
    """Cache a result for good, as for a bundle, whose files never change."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.made").write_bytes(_sealed_mark() + pickle.dumps(made, pickle.HIGHEST_PROTOCOL))


def _kept(path: Path) -> object | None:
    """The result in the file, if it is valid; whatever is wrong with it, it can be made again."""
    try:
        mark, body = _parted(path.read_bytes())
        return _read(body) if mark == _sealed_mark() or mark == _mark() else None
    except Exception:  # noqa: BLE001  # a file from another day or program may raise anything when it is read
        return None


def _parted(data: bytes) -> tuple[bytes, memoryview]:
    return data[:_MARK_BYTES], memoryview(data)[_MARK_BYTES:]


def _read(body: memoryview) -> object:
    """The objects. There are a hundred thousand, all of which stay: the garbage collector need never look at them."""
    collects = gc.isenabled()
    gc.disable()
    try:
        return pickle.loads(body)  # noqa: S301  # our own file, in the folder of our own program
    finally:
        gc.freeze()
        if collects:
            gc.enable()


def _keep(path: Path, mark: bytes, made: object) -> None:
    """Write the file whole or not at all, since another process may read it at any moment."""
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
    """The folders with changes since the last look; results are made of the files of now from then on.

    Changes of the program itself do not count: the one that was loaded goes on running.
    """
    before = _looked(ROOT)
    if not _watched(ROOT).may_have_changed() or _at_a_glance(before.glance) == before.glance:
        return frozenset()
    _looked.cache_clear()
    _watched.cache_clear()
    return frozenset(folder for folder, mark in _looked(ROOT).marks.items() if mark != before.marks[folder])


def _at_a_glance(before: Glance) -> Glance:
    """The same paths now; nothing where one is gone. A new file shows in the time of its folder."""
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
    """The files of people when they were last looked at: size and time of each, and a mark of each folder."""

    glance: Glance
    marks: dict[str, bytes]


@cache
def _looked(root: Path) -> _Looked:
    """The glance is taken before the marks, so that a file written in between differs at the next one."""
    glance = {path: looked for folder, ending in WRITTEN for path, looked in _all_in(folder_of(folder, root), ending)}
    return _Looked(glance, {folder: _marked(folder, ending) for folder, ending in WRITTEN})


@cache
def _watched(root: Path) -> Watched:
    """Watches all folders of people's files; its first answer covers all that changed before it."""
    return Watched(str(one) for folder, _ in WRITTEN for one in _folders_in(folder_of(folder, root)))


def _folders_in(folder: Path) -> Iterator[Path]:
    """The folder and all below it."""
    yield folder
    yield from (path for path in folder.rglob("*/") if path.name != "__pycache__")


def _all_in(folder: Path, ending: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Size and time of each folder, then of each file."""
    for one in _folders_in(folder):
        looked = one.stat()
        yield str(one), (looked.st_size, looked.st_mtime_ns)
    for path, size, written in _files(str(folder), ending):
        yield path, (size, written)


def _marked(folder: str, ending: str) -> bytes:
    """A hash of the Python version and of every file's name, size and time of modification."""
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
    """Size and time of modification; zeros where an editor has just replaced the file."""
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
