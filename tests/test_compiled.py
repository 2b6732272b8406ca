"""What is made of the files that people write is made once, and made anew as soon as one of them is another."""

import os
import sys
from collections.abc import Callable, Iterator
from math import inf
from pathlib import Path
from types import MappingProxyType

import pytest

from skill import compiled as subject
from skill import watched
from skill.compiled import compiled, seal

Making = Callable[[], object]


@pytest.fixture(autouse=True)
def _a_program(tmp_path: Path) -> Iterator[None]:
    """A program of one file, in a Python that keeps what it compiles."""
    for folder, _ in (subject.PROGRAM, *subject.WRITTEN):
        (tmp_path / folder).mkdir()
    (tmp_path / "content" / "bridge.toml").write_text("hold = 20")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(subject, "ROOT", tmp_path)
        patched.setattr(sys, "dont_write_bytecode", False)
        subject.look_again()
        yield
    subject.look_again()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "skill" / "__pycache__"


def made(what: object, times: list[object]) -> Making:
    def make() -> object:
        times.append(what)
        return what

    return make


def touch(path: Path) -> None:
    """As a later process finds it that somebody wrote in."""
    os.utime(path, ns=(1, 1))
    subject.look_again()


def test_it_is_made_once_and_is_the_same(kept: Path) -> None:
    times: list[object] = []
    library = MappingProxyType({"bridge": (20, frozenset({"back"}))})
    assert compiled("library", made(library, times), kept) == library
    assert compiled("library", made(library, times), kept) == library
    assert times == [library]


def test_it_is_made_anew_when_a_file_is_another(kept: Path, tmp_path: Path) -> None:
    times: list[object] = []
    compiled("library", made(20, times), kept)
    touch(tmp_path / "content" / "bridge.toml")
    assert compiled("library", made(30, times), kept) == 30
    assert times == [20, 30]


def test_a_file_that_comes_or_goes_is_another_library(kept: Path, tmp_path: Path) -> None:
    times: list[object] = []
    compiled("library", made(1, times), kept)
    (tmp_path / "content" / "cobra.toml").write_text("hold = 10")
    subject.look_again()
    compiled("library", made(2, times), kept)
    assert times == [1, 2]


def test_somebody_who_looks_again_is_told_whether_anything_was_written_meanwhile(tmp_path: Path) -> None:
    assert subject.look_again() == set()
    (tmp_path / "content" / "bridge.toml").write_text("hold = 5")
    assert subject.look_again() == {"content"}
    (tmp_path / "skill" / "guide.py").write_text("pass")  # the program that runs is what it was
    assert subject.look_again() == set()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody says what happens in a folder")
def test_of_a_hundred_turns_for_which_nobody_wrote_none_looks_at_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched, "LOOKED_AT_ANYWAY_SECONDS", inf)
    subject.look_again()
    looked = 0

    def glance(before: subject.Glance) -> subject.Glance:
        nonlocal looked
        looked += 1
        return before

    monkeypatch.setattr(subject, "_at_a_glance", glance)
    assert {subject.look_again() for _ in range(100)} == {frozenset()}
    assert looked == 0
    os.utime(tmp_path / "content" / "bridge.toml", ns=(1, 1))
    subject.look_again()
    assert looked == 1


@pytest.mark.parametrize("broken", [b"", b"\0" * 15, b"\0" * 40])
def test_a_broken_one_is_made_anew(kept: Path, broken: bytes) -> None:
    times: list[object] = []
    compiled("library", made(20, times), kept)
    (kept / "library.made").write_bytes(broken or (kept / "library.made").read_bytes()[:-1])
    assert compiled("library", made(20, times), kept) == 20
    assert times == [20, 20]


def test_where_python_may_keep_nothing_nothing_is_kept(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled("library", made(20, []), kept) == 20
    assert not kept.exists()


def test_in_a_folder_that_is_no_folder_it_is_made_all_the_same(kept: Path) -> None:
    kept.write_text("in the way")
    assert compiled("library", made(20, []), kept) == 20


def test_what_is_sealed_is_taken_as_it_is(kept: Path, tmp_path: Path) -> None:
    times: list[object] = []
    seal("library", 20, kept)
    touch(tmp_path / "content" / "bridge.toml")
    assert compiled("library", made(30, times), kept) == 20
    assert times == []
