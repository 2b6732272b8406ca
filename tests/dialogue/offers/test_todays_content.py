"""Whatever authors change between two turns, the nearest place is found, it is told once, and nothing breaks later."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from itertools import product
from math import ceil
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import pytest

from skill.content.library import Library
from skill.content.library_from_files import CONTENT_FOLDER, library_of
from skill.content.reading.folder import files_in
from skill.content.shelves import LookedAt
from skill.stores.sqlite import SqliteStore
from tests.dialogue.listener import MORNING, STOPPED, Atlas, Listener, stopped
from tests.nightly import NIGHTLY, some_of

CHANGED = "That routine has changed a little since you stopped. "
GONE = "The routine that you were in is not here any more. "
ROLLS = '    { stretch = "knee-rolls", hold = 10 },\n'
LOOKED_AT: LookedAt = {}
"""All but the changed files is read once for all these edits."""
TILTS = '{ stretch = "pelvic-tilts", hold = 7, repetitions = 5 }'
EVERYTHING = ("how long is left", "where am I", "say that again", "pause", "resume", "what comes next")

Edit = Callable[[Path], object]


@pytest.fixture(name="anna")
def _anna(store: SqliteStore) -> Listener:
    return Listener(store, Atlas("Europe/London"))


def replaced(file: str, *changes: tuple[str, str]) -> Edit:
    """An author's change to a file: each text, which has to be there, becomes another."""

    def edit(folder: Path) -> None:
        text = (folder / file).read_text("utf-8")
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        (folder / file).write_text(text, "utf-8")

    return edit


def lower_back(before: str, after: str) -> Edit:
    return replaced("routines/lower-back.toml", (before, after))


@cache
def edited(*edits: Edit) -> Library:
    """Today's content with these changes, read once for all who need it."""
    with TemporaryDirectory() as place:
        folder = Path(copytree(CONTENT_FOLDER, Path(place) / "content"))
        for edit in edits:
            edit(folder)
        return library_of(files_in(folder), LOOKED_AT)


step_inserted = lower_back(ROLLS, '    { stretch = "lumbar-rotation", hold = 20 },\n' + ROLLS)
step_removed = lower_back(ROLLS, "")
renamed = replaced("routines/lower-back.toml", ('name   = "lower back"', 'name   = "the long one"'))
other_stretch = lower_back(ROLLS, '    { stretch = "lumbar-rotation", hold = 20 },\n')
side_gone = replaced("stretches/knee-rolls.toml", ('sides   = "each"', 'sides   = "none"'), (" to the {side}", " over"))


def went_on(anna: Listener) -> list[str]:
    """Everything that is heard by somebody who asks what there is to ask at every stretch up to the end.

    At night all of it at each, by day one thing after the other.
    """
    heard = [anna.say("go on")]
    for number in range(40):
        asked = EVERYTHING if NIGHTLY else (EVERYTHING[number % len(EVERYTHING)],)
        heard += [anna.say(f"alexa, {words}", soon(anna)) for words in asked]
        heard.append(anna.say("alexa, next", soon(anna)))
        if not anna.step:
            return heard
    raise AssertionError("the routine never ends")


def soon(anna: Listener) -> datetime:
    return anna.last.at + timedelta(seconds=20)


@pytest.mark.parametrize(
    ("edit", "heard"),
    [
        (step_inserted, f"{CHANGED}{STOPPED}thirteen minutes to go."),
        (renamed, "You stopped in the long one, at knee rolls, right side; "),
        (step_removed, f"{CHANGED}You stopped in lower back, at piriformis muscle stretch, right side; "),
        (other_stretch, f"{CHANGED}You stopped in lower back, at lumbar rotation with flexed knees, right side; "),
        (side_gone, f"{CHANGED}You stopped in lower back, at knee rolls; "),
    ],
)
def test_the_nearest_place_is_offered_and_the_change_told_once(anna: Listener, edit: Edit, heard: str) -> None:
    away = stopped(anna)
    anna.library = edited(edit)
    assert anna.say("open gentle back", away + timedelta(days=1)).startswith(heard)
    later = went_on(anna)
    assert not [reply for reply in later if CHANGED.strip() in reply or GONE.strip() in reply]
    assert not [reply for reply in later if "something went wrong" in reply]


def test_with_fewer_repetitions_it_goes_on_at_the_last_there_is(anna: Listener) -> None:
    anna.say("ask gentle back to start my lower back routine", MORNING)
    anna.say("ready")
    fourth = next(start for start, moment in anna.last.playing.speech.timed() if "Four of five." in moment.words)
    anna.say("alexa, stop", anna.last.at + timedelta(seconds=ceil(fourth) + 12))
    anna.library = edited(lower_back(TILTS, TILTS.replace("5 }", "3 }")))
    heard = anna.say("open gentle back", anna.last.at + timedelta(days=1))
    stopped_at = "at pelvic tilts, three of three, first half, or just past it. "
    assert heard.startswith(f"{CHANGED}You stopped in lower back, with thirteen minutes to go, {stopped_at}")
    assert not [reply for reply in went_on(anna) if "something went wrong" in reply]


@pytest.mark.parametrize("hours", [0.1, 0.5, 5, 24])
def test_a_routine_that_is_gone_is_told_once_and_another_offered(anna: Listener, hours: float) -> None:
    anna.say("ask gentle back to start the hamstrings routine", MORNING)
    anna.say("alexa, stop", soon(anna))
    anna.library = edited(lambda folder: (folder / "routines/hamstrings.toml").unlink())
    heard = anna.say("open gentle back", anna.last.at + timedelta(hours=hours))
    assert heard.startswith(GONE)
    assert heard.endswith("Shall we do five gentle minutes?")
    assert anna.say("yes").startswith("Five gentle minutes. ")
    assert anna.step == "pelvic-tilts"


def test_a_routine_under_another_slug_is_one_that_is_gone(anna: Listener) -> None:
    anna.say("ask gentle back to start the hamstrings routine", MORNING)
    anna.say("alexa, stop", soon(anna))
    anna.library = edited(lambda to: (to / "routines/hamstrings.toml").replace(to / "routines/my-hamstrings.toml"))
    assert anna.say("ask gentle back to resume", anna.last.at + timedelta(days=1)).startswith(GONE)
    assert CHANGED not in anna.say("yes")


SAID = ("ready", *(f"alexa, {words}" for words in (*EVERYTHING, "next", "stop", "that hurts")))
EDITS = (step_removed, side_gone, other_stretch, step_inserted)


@pytest.mark.parametrize(("edit", "words"), some_of([*product(EDITS, SAID)], 5))
def test_in_the_middle_of_a_conversation_no_change_leads_back_to_the_start(
    anna: Listener, edit: Edit, words: str
) -> None:
    anna.say("ask gentle back to start my lower back routine", MORNING)
    for _ in ("lying down", "with the pelvic tilts done", "half-way"):
        anna.say("ready")
    assert anna.step == "piriformis"
    anna.library = edited(edit)
    heard = anna.say(words, soon(anna))
    assert "something went wrong" not in heard
    assert anna.step not in ("", "pelvic-tilts", "knee-to-chest")


def test_what_is_gone_during_a_warm_up_is_found_from_the_kept_place(anna: Listener) -> None:
    away = stopped(anna)
    anna.say("open gentle back", away + timedelta(days=1))
    anna.say("go on")
    assert anna.step == "warm-up-pelvic-tilts"
    anna.library = edited(step_removed)
    assert anna.say("alexa, stop", soon(anna)) != ""
    heard = anna.say("open gentle back", anna.last.at + timedelta(days=1))
    assert "You stopped in lower back, at piriformis muscle stretch, right side; " in heard
