"""Of folders in which nothing has happened it is known that nothing has, without a look at any file."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from skill.watched import LOOKED_AT_ANYWAY_SECONDS, Watched

told = pytest.mark.skipif(sys.platform != "linux", reason="only Linux says by itself what happens in a folder")


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "bridge.toml").write_text("hold = 20")
    return tmp_path


def at_rest(folder: Path, clock: Clock) -> Watched:
    """Watched, and looked at once."""
    watched = Watched([str(folder)], clock)
    assert watched.may_have_changed()
    return watched


@told
def test_where_nothing_happens_nobody_has_to_look(folder: Path) -> None:
    watched = at_rest(folder, Clock())
    (folder / "bridge.toml").read_text()
    assert not watched.may_have_changed()


@told
@pytest.mark.parametrize("what", ["written", "touched", "new", "gone", "moved here"])
def test_whatever_happens_to_a_file_is_said_at_once_and_once(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, what: str
) -> None:
    file, other = folder / "bridge.toml", tmp_path_factory.mktemp("elsewhere") / "new.toml"
    other.write_text("hold = 25")
    watched = at_rest(folder, Clock())
    match what:
        case "written":
            file.write_text("hold = 30")
        case "touched":
            os.utime(file, ns=(1, 1))
        case "new":
            (folder / "cobra.toml").touch()
        case "gone":
            file.unlink()
        case _:
            other.replace(file)
    assert (watched.may_have_changed(), watched.may_have_changed()) == (True, False)


@told
def test_it_is_looked_at_from_time_to_time_whatever_is_said(folder: Path) -> None:
    clock = Clock()
    watched = at_rest(folder, clock)
    clock.now += LOOKED_AT_ANYWAY_SECONDS
    assert (watched.may_have_changed(), watched.may_have_changed()) == (True, False)


@pytest.mark.parametrize("unseen", [True, False])
def test_where_nothing_is_said_it_is_always_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, unseen: bool
) -> None:
    if unseen:
        folder /= "not there"
    else:
        monkeypatch.setattr(sys, "platform", "elsewhere")
    watched = at_rest(folder, Clock())
    assert (watched.may_have_changed(), watched.may_have_changed()) == (True, True)
