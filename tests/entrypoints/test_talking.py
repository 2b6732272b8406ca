"""`gentle-back talk` in a real terminal: somebody types, interrupts, leaves and comes back."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, redirect_stdout
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from skill.assembly import build_skill
from skill.device.speaker import Whose
from skill.entrypoints import talking as real_time
from skill.entrypoints.talking import Keyboard, Left, Talk
from skill.entrypoints.terminal import main
from skill.home import a_speaker
from skill.limits import LISTENING_SECONDS
from skill.settings import HOME_KEY, Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore
from tests.entrypoints.pseudo_terminal import CTRL_D, InThread, OwnProcess
from tests.entrypoints.terminal import ENVIRONMENT, refused, turns

FAST = ("--fast", "--at", "2026-03-02T08:00:00")
GOODBYE = "Until next time."
EIGHT = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nothing_of_the_developers_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name not in ENVIRONMENT:
            monkeypatch.delenv(name)


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> str:
    return f"sqlite:{tmp_path}/people.sqlite"


@contextmanager
def talking(store: str, *arguments: str) -> Iterator[InThread]:
    """The command in a thread. No fixture, for between a fixture and its test pytest puts another screen in place."""
    with closing(InThread("--store", store, *arguments)) as terminal:
        terminal.sees('Say "open gentle back"')
        yield terminal


@contextmanager
def process(store: str, *arguments: str) -> Iterator[OwnProcess]:
    """The command in a process, as somebody starts it from their shell."""
    with closing(OwnProcess("--store", store, *arguments)) as terminal:
        terminal.sees('Say "open gentle back"')
        yield terminal


def test_a_conversation_on_a_clock_that_jumps(store: str) -> None:
    with talking(store, *FAST) as terminal:
        terminal.say("alexa, open gentle back")
        terminal.sees("Welcome to Gentle Back.")
        terminal.sees("five gentle minutes?")
        terminal.say("yes")
        terminal.sees("[silence ")
        terminal.sees("Ready?")
        terminal.say("stop")
        terminal.sees("> ")
        terminal.say("")
        terminal.sees(GOODBYE)
        terminal.left()


def test_an_unanswered_ready_leads_on_in_the_terminal(store: str) -> None:
    with talking(store, *FAST) as terminal:
        terminal.say("start five gentle minutes")
        terminal.sees("Ready?")
        terminal.say("")
        terminal.sees("If you stay quiet, I go on by myself.")
        terminal.sees("[nobody answered: going on]")
        terminal.sees("Hold. Seven seconds.")
        assert "I will close" not in terminal.screen


def test_another_question_that_nobody_answers_ends_the_session_in_the_terminal(store: str) -> None:
    with talking(store, *FAST) as terminal:
        terminal.say("open gentle back")
        terminal.sees("five gentle minutes?")
        terminal.say("")
        terminal.sees("[nobody answered: closed]")


def test_two_lines_typed_at_once_are_both_heard(store: str) -> None:
    with talking(store, *FAST) as terminal:
        terminal.type("open gentle back\nhow do i do the cobra\n")
        terminal.sees("Welcome to Gentle Back.")
        terminal.sees("obra")


def test_words_typed_while_a_reply_plays_interrupt_it_at_once(store: str) -> None:
    with talking(store) as terminal:
        began = time.monotonic()
        terminal.say("open gentle back")
        terminal.sees("Welcome to Gentle Back.")
        terminal.say("help")
        terminal.sees("Say start, or say ten minutes.")
        assert time.monotonic() - began < 10, "the greeting alone takes longer than that"


@pytest.mark.usefixtures("deaf_to_ctrl_c")
def test_ctrl_c_in_a_silence_keeps_the_place(store: str) -> None:
    with process(store) as terminal:
        terminal.say("start my lower back routine")
        terminal.sees("general information")
        terminal.say("pause")
        terminal.sees("Paused.")
        terminal.say("wait")  # that takes fewer words, and each is as long as it is spoken
        terminal.sees("[  60 s]")
        terminal.presses_ctrl_c(GOODBYE)
        assert terminal.left() == 0
        assert "Traceback" not in terminal.screen
    (back,) = turns("--store", store, "how long is left")
    assert back["place"]["routine"] == "lower-back"


class Nobody(Keyboard):
    """A keyboard that is left after the first words, and whose waiting is all the time that passes."""

    def __init__(self, *words: str) -> None:
        super().__init__(source=-1)
        self.words, self.seconds = list(words), 0.0

    def line_within(self, seconds: float | None) -> str | None:
        if self.words and seconds is None:
            return self.words.pop(0)
        if seconds is None:
            raise Left
        self.seconds += seconds
        return self.words.pop(0) if self.words and seconds == LISTENING_SECONDS else None


class Unattended(Talk):
    """A conversation on the clock of that keyboard."""

    def _clock(self) -> datetime:
        assert isinstance(self.keyboard, Nobody)
        return EIGHT + timedelta(seconds=self.keyboard.seconds)


def test_somebody_who_is_asked_whether_they_are_ready_and_says_nothing_is_led_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = Nobody("start five gentle minutes")
    monkeypatch.setattr(real_time, "time", SimpleNamespace(monotonic=lambda: nobody.seconds))
    skill = build_skill(Settings(SqlitePlace(""), HOME_KEY), SqliteStore(":memory:"))
    Unattended(a_speaker(skill, Whose(tells=True)), keyboard=nobody).run()
    screen = capsys.readouterr().out
    assert screen.count("[nobody answered: going on]") == 2
    assert "Hold. Seven seconds.\n\r[   5 s] \r[   4 s] \r[   3 s] \r[   2 s] \r[   1 s] \r" in screen
    assert screen.endswith("Shall I talk you up?\n> \n[nobody answered: closed]\n> \nUntil next time.\n")


def test_ctrl_c_at_the_prompt_is_friendly(store: str) -> None:
    with process(store, *FAST) as terminal:
        terminal.sees("> ")
        terminal.presses_ctrl_c(GOODBYE)
        assert terminal.left() == 0
        assert "Traceback" not in terminal.screen


def test_the_end_of_input_at_the_prompt_is_friendly(store: str) -> None:
    with talking(store, *FAST) as terminal:
        terminal.sees("> ")
        terminal.type(CTRL_D)
        terminal.sees(GOODBYE)
        terminal.left()


def test_somebody_who_comes_back_is_greeted_with_their_place(store: str) -> None:
    with talking(store, *FAST) as terminal:
        terminal.say("start my lower back routine")
        terminal.sees("Ready?")
        terminal.type(CTRL_D)
        terminal.sees(GOODBYE)
        terminal.left()
    with talking(store, "--fast", "--at", "2026-03-02T08:10:00") as again:
        again.say("open gentle back")
        again.sees("Pelvic tilts, ")
        again.sees("Hold.")


def test_a_clock_that_does_not_jump_begins_now() -> None:
    code, sentence = refused("talk", "--at", "2026-03-02")
    assert (code, sentence) == (2, "--at needs --fast: without it the clock is the real one")


def test_a_script_may_be_piped_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "script"
    script.write_text("open gentle back\nno\nstop\n")
    printed = StringIO()
    with script.open() as piped, redirect_stdout(printed):
        monkeypatch.setattr(sys, "stdin", piped)
        main(["talk", "--fast", "--store", "sqlite::memory:"], standalone_mode=False)
    assert "five gentle minutes?" in printed.getvalue()
    assert printed.getvalue().rstrip().endswith(GOODBYE)
