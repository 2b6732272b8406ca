"""Whoever writes a stretch hears it at the next turn of a server that runs; what is broken is told, and all goes on."""

import json
import shutil
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from skill.assembly import the_figures
from skill.home import the_recognizer
from tests.entrypoints.running import COPIED, OwnProcess, process
from tests.entrypoints.terminal import ROOT

STRETCH, FIGURE = "stretches/bridge.toml", "figures/bridge.toml"
SAID = "Press your feet down, and lift your hips slowly."
WRITTEN = "Press both feet down, and let your hips rise."
Change = tuple[str, str, str]


@dataclass
class Desk:
    """A server over a copy of the skill whose files are written in."""

    place: Path
    server: OwnProcess

    def after(self, *changes: Change) -> tuple[str, str, str]:
        """What is told of a bridge once these words of files are others, what is said to be wrong, and its figure."""
        for file, before, then in changes:
            path = self.place / "content" / file
            text = path.read_text("utf-8")
            assert before in text
            path.write_text(text.replace(before, then), "utf-8")
        sent = {"words": "how do i do the bridge", "conversation": None, "after_seconds": 0}
        _, reply = self.server.ask("POST", "/page/turn", json.dumps(sent).encode())
        words = " ".join(moment["words"] for moment in reply["moments"])
        return words, reply["trouble"], self.server.text("/figure/bridge.svg")


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Iterator[Desk]:
    """With what is compiled here, if Python may keep that."""
    the_recognizer("en-US")
    the_figures()
    for part in ("skill", "content", "interaction_model"):
        shutil.copytree(ROOT / part, tmp_path / part)
    with process(tmp_path / "people.sqlite", COPIED, tmp_path) as server:
        yield Desk(tmp_path, server)


def test_what_is_saved_is_heard_and_seen_at_the_next_turn_and_what_is_broken_is_told_while_the_old_goes_on(
    desk: Desk,
) -> None:
    words, trouble, first = desk.after()
    assert (SAID in words, trouble) == (True, "")

    words, trouble, _ = desk.after((STRETCH, "enter ", "entre "), (STRETCH, SAID, WRITTEN))
    assert SAID in words
    assert "stretches/bridge.toml: line 20: words.en.entre:" in trouble
    assert "stretches/bridge.toml: line 20: words.en.entre:" in desk.server.text("/practise")

    words, trouble, figure = desk.after((STRETCH, "entre ", "enter "), (FIGURE, "lumbar = 0, ", "lumbar = 90, "))
    assert (SAID in words, figure) == (True, first)
    assert trouble == (
        "figures/bridge.toml: line 7: spine.lumbar: 90 may not stand here; what may is a number from -45 to 60"
    )

    words, trouble, figure = desk.after(
        (FIGURE, "lumbar = 90, ", "lumbar = 0, "), (FIGURE, "view ", "higher = 5\nview ")
    )
    assert (WRITTEN in words, trouble, figure != first) == (True, "", True)

    code, told = desk.server.stop(signal.SIGTERM)
    assert (code, told.count("This cannot be read, so all goes on as it was:\n")) == (0, 2)
