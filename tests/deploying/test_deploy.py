"""A deployment carries the skill's id to the function and the function's address to the skill, however often."""

import re
import sys
from pathlib import Path

import pytest

from infra import bundle, deploy
from infra.deploy import STEPS, Deployment
from tests.deploying.tools import ARN, Tools

COMMANDS = 8
"""How many a first deployment runs."""


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The bundle itself is tried elsewhere; nothing is asked of the developer's own accounts."""
    monkeypatch.setattr(bundle, "main", lambda: None)
    monkeypatch.setattr(deploy, "PACKED", tmp_path / "packed.json")
    monkeypatch.setattr(deploy, "commit_of", lambda _: "0a1b2c3d4e5f")
    monkeypatch.setattr(deploy, "profile", lambda: "default")


def deployed(tools: Tools, states: Path, stage: str = "dev", email: str = "") -> int:
    return deploy.deploy(Deployment(stage, "eu-west-1", email, states, tools), STEPS)


def called(skill: dict[str, object]) -> object:
    return skill["manifest"]["apis"]["custom"]["endpoint"]["uri"]  # type: ignore[index]


def test_the_first_time_makes_a_skill_a_stack_and_ends_with_the_doctor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tools = Tools()
    assert deployed(tools, tmp_path / "states", email="anna@example.org") == 0
    ((skill_id, skill),) = tools.skills.items()
    assert called(skill) == ARN
    assert tools.stacks == {
        "gentle-back-dev": {"KeyIsChanging": "no", "SkillId": skill_id, "AlarmEmail": "anna@example.org"}
    }
    assert tools.enabled == {skill_id}
    assert len(tools.asked) == COMMANDS
    assert tools.asked[-1].endswith("doctor --stack gentle-back-dev --region eu-west-1")
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("[")]
    assert [line[:6] for line in lines] == [f"[{number}/6] " for number in range(1, 7)]


def test_again_it_changes_what_is_there_and_keeps_what_was_decided(tmp_path: Path) -> None:
    tools = Tools()
    deployed(tools, tmp_path / "states", email="anna@example.org")
    tools.stacks["gentle-back-dev"]["KeyIsChanging"] = "yes"
    before = {name: dict(told) for name, told in tools.stacks.items()}
    assert deployed(tools, tmp_path / "states") == 0
    assert (len(tools.skills), tools.stacks) == (1, before)


@pytest.mark.parametrize("after", [False, True], ids=["before it is done", "when it was done"])
@pytest.mark.parametrize("number", range(COMMANDS))
def test_broken_off_at_any_command_and_called_again_it_ends_with_one_skill_and_one_stack(
    number: int, after: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tools = Tools(stops_at=number, stops_after=after)
    assert deployed(tools, tmp_path / "states") == 130
    assert "Nothing is lost: call the same again, and it goes on from there." in capsys.readouterr().err
    assert deployed(tools, tmp_path / "states") == 0
    ((skill_id, skill),) = tools.skills.items()
    assert called(skill) == ARN
    assert tools.stacks["gentle-back-dev"]["SkillId"] == skill_id
    assert tools.enabled == {skill_id}


def test_on_another_machine_the_stack_tells_which_skill_it_is(tmp_path: Path) -> None:
    tools = Tools()
    deployed(tools, tmp_path / "here")
    assert deployed(tools, tmp_path / "there") == 0
    assert len(tools.skills) == 1


def test_another_stage_has_a_skill_and_a_stack_of_its_own(tmp_path: Path) -> None:
    tools = Tools()
    deployed(tools, tmp_path / "states")
    assert deployed(tools, tmp_path / "states", stage="beta") == 0
    assert len(tools.skills) == 2
    assert len({stack["SkillId"] for stack in tools.stacks.values()}) == 2


def test_another_stage_broken_off_never_takes_the_first_ones_skill(tmp_path: Path) -> None:
    tools = Tools()
    deployed(tools, tmp_path / "states")
    tools.stops_at = len(tools.asked) + 2
    assert deployed(tools, tmp_path / "states", stage="beta") == 130
    deployed(tools, tmp_path / "states", stage="beta")
    assert len({stack["SkillId"] for stack in tools.stacks.values()}) == 2


@pytest.mark.parametrize(
    ("refuses", "step"),
    [("pytest", 2), ("ask deploy", 3), ("sam deploy", 4), ("set-skill-enablement", 5), ("doctor", 6)],
)
def test_a_tool_that_fails_ends_it_with_the_step_that_it_was(
    refuses: str, step: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert deployed(Tools(refuses=refuses), tmp_path / "states") == 1
    assert capsys.readouterr().err == f"\nStep {step} failed, {STEPS[step - 1][0]}: it exited with 1, see above.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--stage", "Dev!", "--region", "eu-west-1"], "'Dev!' is no stage: give a short name in small letters"),
        (["--stage", "dev", "--region", "eu-north-1"], "Where? Alexa calls functions in us-east-1"),
        (["--stage", "dev", "--region", "eu-west-1"], "Nothing was deployed. What is missing:\n- the sun"),
    ],
)
def test_what_cannot_be_begun_is_told_before_anything_is(
    arguments: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["deploy", *arguments])
    monkeypatch.setattr(deploy, "missing_tools", lambda: ["- the sun"])
    with pytest.raises(SystemExit, match=re.escape(told)):
        deploy.main()


def test_a_bundle_of_the_same_commit_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    monkeypatch.setattr(bundle, "main", lambda: made.append(1))
    monkeypatch.setattr(bundle, "BUNDLE", tmp_path / "bundle.zip")
    bundle.BUNDLE.touch()
    tools = Tools()
    deployed(tools, tmp_path / "states")
    deployed(tools, tmp_path / "states")
    monkeypatch.setattr(deploy, "commit_of", lambda _: "0a1b2c3d4e5f-changed")
    deployed(tools, tmp_path / "states")
    assert len(made) == 2
