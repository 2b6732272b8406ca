"""A bundle's modules come out of its one file, as they were compiled; whatever else is asked of them is as usual."""

import importlib
import sys
from collections.abc import Iterator
from importlib.resources import files
from inspect import getsource
from pathlib import Path

import pytest

from infra.bundle import compile_all
from infra.bundled_modules import join_modules
from skill.bundled import FILE, Finder, find_bundled


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A bundle of one package, in which the sources were changed once they were compiled; nobody has loaded it yet."""
    package = tmp_path / "stretching"
    for folder in (package, (tmp_path / FILE).parent):
        folder.mkdir(parents=True)
    (package / "__init__.py").write_text("from stretching.cat import SAID\n", encoding="utf-8")
    (package / "cat.py").write_text("SAID = 'Arch your back.'\ndef slip():\n    raise LookupError\n", encoding="utf-8")
    (package / "words.txt").write_text("Let go.", encoding="utf-8")
    compile_all(package, sys.executable)
    join_modules(tmp_path)
    for compiled in package.rglob("*.pyc"):
        compiled.unlink()
    (package / "cat.py").write_text("SAID = 'Another one.'\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    yield tmp_path
    for name in [name for name in sys.modules if name.partition(".")[0] == "stretching"]:
        del sys.modules[name]


def test_what_was_compiled_is_what_runs(folder: Path) -> None:
    find_bundled(str(folder))
    stretching = importlib.import_module("stretching")
    assert stretching.SAID == "Arch your back."
    assert importlib.import_module("stretching.cat").__file__ == str(folder / "stretching" / "cat.py")


def test_what_lies_beside_a_module_is_found_as_usual(folder: Path) -> None:
    find_bundled(str(folder))
    stretching = importlib.import_module("stretching")
    assert files("stretching").joinpath("words.txt").read_text("utf-8") == "Let go."
    assert getsource(stretching) == "from stretching.cat import SAID\n"
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("stretching.dog")


def test_what_another_python_compiled_is_left_alone(folder: Path) -> None:
    file = folder / FILE
    file.write_bytes(b"3.9\n" + file.read_bytes()[4:])
    find_bundled(str(folder))
    assert not any(isinstance(finder, Finder) for finder in sys.meta_path)
    assert importlib.import_module("stretching").SAID == "Another one."


def test_where_there_is_no_bundle_all_is_found_as_usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "meta_path", before := list(sys.meta_path))
    find_bundled(str(tmp_path))
    assert sys.meta_path == before


def test_equal_modules_make_equal_bytes(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    made = (folder / FILE).read_bytes()
    again = tmp_path_factory.mktemp("again")
    for file in ("stretching/__init__.py", "stretching/cat.py"):
        (again / file).parent.mkdir(exist_ok=True)
        (again / file).write_bytes((folder / file).read_bytes())
    (again / "stretching" / "cat.py").write_text(
        "SAID = 'Arch your back.'\ndef slip():\n    raise LookupError\n", encoding="utf-8"
    )
    (again / FILE).parent.mkdir(parents=True)
    compile_all(again / "stretching", sys.executable)
    join_modules(again)
    assert (again / FILE).read_bytes() == made
