"""A stretch and a routine are added by the steps of the README, in a copy of the project, with nothing else to do."""

import subprocess
from pathlib import Path

import pytest

from tests.additions.scratch import copied, goes_well_in, run_in
from tests.nightly import NIGHTLY

SHOULDER_ROLLS = """\
# Our own: easy circles with the shoulders, standing.
posture = "standing"
needs   = []
class   = "movement"
form    = "moving"
areas   = ["shoulders", "upper-back"]
hold    = { shortest = 18, usual = 30, longest = 60 }
repetitions = { fewest = 1, usual = 1, most = 2 }
moving  = { enter = 4, leave = 3 }

[words.en]
name     = "shoulder rolls"
also     = ["rolling my shoulders", "shoulder circles"]
setup    = ["Stand easy, feet as wide as your hips."]
enter    = ["Lift both shoulders, and roll them back."]
rhythm   = ["Up.", "Back."]
release  = "Let your shoulders come to rest."
short    = "Roll both shoulders back."
feel     = "Movement between the shoulder blades."
why      = "It is meant to move the shoulders and the upper back."
mistakes = "Your neck stays long, and your arms hang."
otherwise = ["Your shoulders draw a circle, up, back and down."]
checks   = [
    { ask = "Do your arms hang?", correct = "Let your hands get heavy." },
    { ask = "Is your neck long?", correct = "Let your shoulders sink away from your ears." },
]
"""
FIGURE = """\
felt    = ["whole-back"]
things  = []
touches = ["side.ankle", "other.ankle"]
hips    = [0, 86, 0]
legs.both = { foot_at = [0, 7, 10], flat = true, knee_towards = [1, 0, 0] }
arms.both = { lift = 4, out = 8, elbow = 6 }

[poses.up]
arrows  = [{ of = "side.shoulder", off = [10, 0, 0], by = [0, 12, 0] }]

[poses.back]
arrows  = [{ of = "side.shoulder", off = [-8, 0, 0], by = [-12, 0, 0] }]
"""
EASY_STANDING = """\
# Our own: easy movements on one's feet.
source = "house"
needs  = ["worktop"]
suits  = { only = "standing", areas = { shoulders = 1 } }
steps  = [
    { stretch = "shoulder-rolls", lasts = 30 },
    { stretch = "standing-side-tilt", hold = 10, repetitions = 2 },
    { stretch = "standing-tall", hold = 12 },
]

[words.en]
name   = "easy standing"
also   = ["easy on my feet", "a little standing"]
before = ["At a worktop, or behind a heavy chair.", "You stay standing throughout."]
about  = "Two easy movements on your feet, and a rest."
"""

MODEL = "from skill.entrypoints.terminal import main; main(['model'])"
FIGURES = "from skill.entrypoints.terminal import main; main(['figures'])"
TALK = """
from skill.entrypoints.terminal import main
main(["say", "start shoulder circles", "alexa, stop", "+1d", "start easy standing"])
"""
WHAT_IS_COUNTED_ONE_BY_ONE = (
    "tests/content/model/test_limits.py",
    "tests/content/test_prescribed.py",
    "tests/content/test_published.py",
    "tests/content/test_reference.py",
    "tests/content/test_claims.py",
    "tests/stores/test_record_size.py",
    "tests/wording/test_phrase_keys.py",
    "tests/recognizer/test_voice_commands.py",
    "tests/tailoring/composing/test_composing.py::test_what_there_is_no_more_of_is_the_longest_that_a_day_allows",
)
"""Tests that know the stretches and routines of today by name."""


@pytest.fixture(name="place", scope="module")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in another place, with a stretch and a routine in it; the rest is what `make accept` does."""
    place = copied(tmp_path_factory.mktemp("project"))
    (place / "content" / "stretches" / "shoulder-rolls.toml").write_text(SHOULDER_ROLLS, "utf-8")
    (place / "content" / "figures" / "shoulder-rolls.toml").write_text(FIGURE, "utf-8")
    (place / "content" / "routines" / "easy-standing.toml").write_text(EASY_STANDING, "utf-8")
    done = run_in(place, "-c", MODEL)
    assert done.returncode == 0, done.stderr
    heard = ("tests/conversations", "tests/run_sheets") if NIGHTLY else ("tests/run_sheets", "-k", "reviewed or left")
    goes_well_in(place, *heard, seconds=600, GENTLE_BACK_ACCEPT="1")
    return place


def test_the_tests_that_know_stretches_and_routines_by_name_find_nothing_else_to_do(place: Path) -> None:
    goes_well_in(place, *WHAT_IS_COUNTED_ONE_BY_ONE)
    assert (place / "tests" / "run_sheets" / "easy-standing.first.txt").is_file()


def test_its_figure_is_read_with_all_others(place: Path) -> None:
    assert "figures are in order" in run_in(place, "-c", FIGURES).stdout


def test_both_are_led_by_what_people_call_them(place: Path) -> None:
    said = run_in(place, "-c", TALK).stdout
    heard = " ".join(said.split())
    assert "Shoulder rolls. Stand easy, feet as wide as your hips." in heard
    assert "Begin. Thirty seconds." in heard
    assert ", the first time." in said


@pytest.mark.skipif(not NIGHTLY, reason="every test of the project once more: for the night")
def test_every_test_finds_nothing_else_to_do(place: Path) -> None:
    for step in (("init", "--quiet"), ("add", "--all")):
        subprocess.run(["git", *step], cwd=place, check=True)
    once = [f"--ignore=tests/{part}" for part in ("browser", "walks", "stores", "alexa", "infra")]
    once.append("--ignore=tests/additions")
    goes_well_in(place, *once, "--numprocesses=auto", seconds=1800)
