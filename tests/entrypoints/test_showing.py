"""`run-sheet`, `stretches` and `model`: what the skill knows, for reviewers and tools, and what bad files get."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from skill.recognizer.templates.templates import TEMPLATES_FOLDER
from tests.cases.each_of import each_of
from tests.entrypoints.terminal import ENVIRONMENT, ROOT, refused, said
from tests.library import LIBRARY
from tests.nightly import at_night, some_of

Commands = Sequence[tuple[str, ...]]
KINDS = {"cue", "silence"}
MOMENT = {
    "start", "seconds", "kind", "role", "stretch", "step", "side", "repetition", "of", "part", "hold_seconds",
    "published", "words",
}  # fmt: skip
RUNNING = """
import json, sys
from pathlib import Path
from click.testing import CliRunner
from skill.entrypoints.terminal import main
def run(command):
    ended = CliRunner().invoke(main, command, prog_name="gentle-back")
    return ended.exit_code, ended.stdout, ended.stderr
def after(spoilt, commands):
    for file, text in spoilt.items():
        Path(file).unlink() if text is None else Path(file).write_text(text)
    return [run(command) for command in commands]
print(json.dumps([after(*step) for step in json.loads(sys.argv[1])]))
"""
NO_VALUE = "no value can be read here: text goes in quotes, a list in [ ]"
SOURCES = {
    "A": "eight-stretches",
    "B": "six-stretches",
    "C": "seven-stretches",
    "D": "four-stretches",
    "E": "five-stretches",
}


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    stdout: str
    stderr: str


def sheet(slug: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(said("run-sheet", slug, "--json"))
    return told


def routines() -> dict[str, dict[str, Any]]:
    return {row["slug"]: row for row in json.loads(said("run-sheet", "--list", "--json"))}


def copied(tmp_path: Path) -> Path:
    """The whole skill in another place, whose files may be spoilt; the modules compiled of it are as good there."""
    for part in ("skill", "content", "interaction_model"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("*.made"))
    return tmp_path


def run_in(place: Path, *steps: tuple[Mapping[str, str | None], Commands]) -> list[list[Ended]]:
    """What commands say there once these files have these words, or are gone; one process, for to start takes long."""
    command = [sys.executable, "-c", RUNNING, json.dumps(steps)]
    done = subprocess.run(command, cwd=place, env=ENVIRONMENT, capture_output=True, text=True, timeout=600, check=True)
    return [[Ended(*ended) for ended in step] for step in json.loads(done.stdout)]


def test_the_routines_are_listed_with_what_one_chooses_by() -> None:
    known = routines()
    assert {"lower-back", "gentle-start", "five-gentle-minutes", *SOURCES.values()} <= set(known)
    assert {source: known[slug]["source"] for source, slug in SOURCES.items()} == {source: source for source in SOURCES}
    for row in known.values():
        assert set(row) == {"slug", "name", "source", "minutes", "needs"}
        assert 3 <= row["minutes"] <= 30 or row["slug"] == "five-gentle-minutes"
    # With the way down and up again it is the five minutes of its name.
    assert known["five-gentle-minutes"]["minutes"] == 3.3


def test_the_list_can_be_read_by_people_too() -> None:
    lines = said("run-sheet", "--list").splitlines()
    assert len(lines) == len(routines())
    (default,) = (line for line in lines if line.startswith("lower-back "))
    assert default.split()[:4] == ["lower-back", "lower", "back", "house"]


@pytest.mark.parametrize("slug", ["lower-back", *SOURCES.values()])
def test_a_run_sheet_has_every_moment_with_all_its_fields_and_no_gap(slug: str) -> None:
    told = sheet(slug)
    assert set(told) == {"routine", "source", "content_version", "seconds", "moments"}
    end = 0.0
    for moment in told["moments"]:
        assert set(moment) == MOMENT
        assert moment["start"] == pytest.approx(end, abs=0.01)
        assert moment["kind"] in KINDS
        assert bool(moment["words"]) is (moment["kind"] == "cue")
        end = moment["start"] + moment["seconds"]
    assert told["seconds"] == pytest.approx(end, abs=0.01)
    assert told["seconds"] / 60 == pytest.approx(routines()[slug]["minutes"], abs=0.06)


@pytest.mark.parametrize("slug", ["lower-back", *SOURCES.values()])
def test_the_moments_of_a_hold_add_up_to_it(slug: str) -> None:
    holds: dict[tuple[Any, ...], float] = {}
    told: dict[tuple[Any, ...], float] = {}
    for moment in sheet(slug)["moments"]:
        if moment["role"] in ("hold", "during", "halfway"):
            place = tuple(moment[key] for key in ("step", "stretch", "side", "repetition", "part"))
            holds[place] = holds.get(place, 0) + moment["seconds"]
            told[place] = moment["hold_seconds"]
    assert holds
    assert holds == pytest.approx(told, abs=0.01)


def test_a_run_sheet_is_read_line_by_line_with_its_time() -> None:
    lines = said("run-sheet", "lower-back").splitlines()
    assert lines[0].startswith("lower back (house), ")
    assert lines[1].startswith("  0:00.0  ")
    assert sum("[silence " in line for line in lines) > 50


def test_somebody_who_hears_it_first_hears_more() -> None:
    assert len(said("run-sheet", "lower-back", "--first")) > len(said("run-sheet", "lower-back"))


def test_a_stretch_has_a_run_sheet_of_its_own() -> None:
    lines = said("run-sheet", "knee-to-chest").splitlines()
    assert lines[0].startswith("knee to chest stretch (house), ")
    holds = [line[20:] for line in lines if "hold  " in line and "silence" not in line]
    assert holds == ["Hold. Twenty seconds.", "Hold. Twenty seconds for this one, too."]
    assert {moment["stretch"] for moment in sheet("knee-to-chest")["moments"]} == {None, "knee-to-chest"}


@each_of(
    ("typed", "slug"),
    [
        (("Knee to Chest",), "knee-to-chest"),
        (("KNEE HUG",), "knee-to-chest"),
        (("knee", "to", "chest", "stretch"), "knee-to-chest"),
        (("child's pose",), "childs-pose"),
        (("Lower Back",), "lower-back"),
        (("the bed routine",), "in-bed"),
        (("before bed",), "bedtime"),
    ],
)
def test_any_name_will_do_however_it_is_typed(typed: tuple[str, ...], slug: str) -> None:
    assert said("run-sheet", *typed) == said("run-sheet", slug)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    nothing = "There is no routine and no stretch"
    assert refused("run-sheet", "lower-bak") == (2, f"{nothing} 'lower-bak'. Do you mean lower-back?")
    assert refused("run-sheet", "Knee to Chess") == (
        2,
        f"{nothing} 'Knee to Chess'. Do you mean knee-to-chest or knee-press?",
    )
    assert refused("run-sheet", "xyzzy") == (
        2,
        f"{nothing} 'xyzzy'. run-sheet --list and stretches list what there is.",
    )


def test_a_run_sheet_of_nothing_is_wrong_usage() -> None:
    assert refused("run-sheet") == (2, "Name a routine or a stretch, or use --list to see the routines.")


def test_a_routine_in_figures_is_a_table_with_its_first_time_and_later() -> None:
    heading, rule, first, later = said("run-sheet", "--figures", "lower", "back").splitlines()
    assert len({line.count("|") for line in (heading, rule, first, later)}) == 1
    assert first.startswith("| lower back, first | ")
    assert later.startswith("| lower back, later | ")


def test_every_routine_can_be_told_in_figures_and_one_stretch_can_not(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {slug: LIBRARY.routines[slug] for slug in some_of(sorted(LIBRARY.routines), 8)}
    monkeypatch.setattr("skill.assembly.the_library", lambda: replace(LIBRARY, routines=there))
    assert len(said("run-sheet", "--all", "--figures").splitlines()) == 2 + 2 * len(there)
    assert refused("run-sheet", "--figures", "cobra") == (2, "Only whole routines are told in figures.")


def test_every_published_stretch_is_there_with_its_source_and_its_place_in_it() -> None:
    rows = json.loads(said("stretches", "--json"))
    doses = [(dose["source"], dose["order"]) for row in rows for dose in row["doses"] if "order" in dose]
    published = {"A": 8, "B": 6, "C": 7, "D": 4, "E": 5}
    assert sorted(doses) == [(source, place) for source, last in published.items() for place in range(1, last + 1)]
    for row in rows:
        assert {"slug", "name", "also", "doses"} <= set(row)


def test_the_stretches_can_be_read_by_people_too() -> None:
    text = said("stretches")
    assert "knee-to-chest: knee to chest stretch" in text
    assert " 1 times" not in text


@at_night
def test_the_model_is_compiled_into_the_very_file_that_is_committed(tmp_path: Path) -> None:
    place = copied(tmp_path)
    compiled = place / "interaction_model" / "en-US.json"
    compiled.unlink()
    ((done,),) = run_in(place, ({}, [("model",)]))
    assert (done.code, done.stdout.splitlines().count("en-US.json"), done.stderr) == (0, 1, "")
    assert compiled.read_bytes() == (TEMPLATES_FOLDER / "en-US.json").read_bytes()


STRETCH, NOTES, READY = "content/stretches/cobra.toml", "content/routines/notes.txt", "interaction_model/en/ready.yaml"


@pytest.fixture(scope="module", name="faulty")
def _faulty(tmp_path_factory: pytest.TempPathFactory) -> list[list[Ended]]:
    """What is said of content with two faults, and then of sound content with templates that cannot be read."""
    place = copied(tmp_path_factory.mktemp("faulty"))
    cobra = (place / STRETCH).read_text("utf-8")
    of_content = some_of((("say", "help"), ("stretches",), ("run-sheet", "--list"), ("model",)), 4)
    return run_in(
        place,
        ({STRETCH: "posture = front\n", NOTES: "for later"}, of_content),
        ({STRETCH: cobra, NOTES: None, READY: "intents: ["}, some_of((("say", "help"), ("model",)), 2)),
    )


def test_faults_in_the_content_are_told_all_at_once_and_nothing_is_done(faulty: list[list[Ended]]) -> None:
    for done in faulty[0]:
        assert (done.code, done.stdout) == (2, "")
        assert done.stderr.splitlines() == [
            "Error: these files have faults:",
            "routines/notes.txt: belongs nowhere",
            f"stretches/cobra.toml: line 1: {NO_VALUE}: posture = front",
        ]


def test_faults_in_the_templates_are_told_with_their_file(faulty: list[list[Ended]]) -> None:
    for done in faulty[1]:
        assert (done.code, done.stdout) == (2, "")
        assert done.stderr.startswith("Error: these files have faults:\n")
        assert "ready.yaml" in done.stderr
        assert "Traceback" not in done.stderr
