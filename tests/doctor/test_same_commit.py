"""Whether what Alexa has is what is here: the ASK CLI is played by a script that hands out what a folder holds."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from boto3.session import Session

from skill.doctor import same_commit
from skill.doctor.finding import State
from skill.doctor.same_commit import commit_of
from tests.doctor.stack_of import ARN, AT, SKILL, Deployed
from tests.entrypoints.terminal import ROOT

ASK = """#!/bin/sh
case "$2" in
  get-skill-manifest) cat "{folder}/manifest.json" ;;
  *) cat "{folder}/$8.json" ;;
esac
"""
Json = dict[str, Any]


def a_stack(commit: str = "") -> Deployed:
    told: Json = {
        "Outputs": [{"OutputKey": "FunctionArn", "OutputValue": ARN}],
        "Parameters": [{"ParameterKey": "SkillId", "ParameterValue": SKILL}],
        "Tags": [{"Key": "commit", "Value": commit}] if commit else [],
    }
    return Deployed(Session(region_name="eu-west-1"), AT, told, {})


@pytest.fixture(name="alexas")
def _alexas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with what Alexa has: all of ours, as it gives it back."""
    ask = tmp_path / "ask"
    ask.write_text(ASK.format(folder=tmp_path), "utf-8")
    ask.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    skill = json.loads((ROOT / "infra/skill-package/skill-package/skill.json").read_text("utf-8"))
    skill["manifest"]["apis"]["custom"]["endpoint"]["uri"] = ARN
    for shown in skill["manifest"]["publishingInformation"]["locales"].values():
        shown["smallIconUri"] = "https://s3.example.org/what-amazon-made-of-it"
    (tmp_path / "manifest.json").write_text(json.dumps(skill))
    for locale in skill["manifest"]["publishingInformation"]["locales"]:
        model = json.loads((ROOT / f"interaction_model/{locale}.json").read_text("utf-8"))
        for intent in model["interactionModel"]["languageModel"]["intents"]:
            intent["samples"] = intent.get("samples", [])[::-1]
        (tmp_path / f"{locale}.json").write_text(json.dumps({**model, "version": "3"}))
    return tmp_path


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.usefixtures("alexas")
def test_what_is_the_same_is_well_in_whatever_order_alexa_gives_it_back() -> None:
    found = list(same_commit.alexa(a_stack()))
    assert {one.state for one in found} == {State.WELL}
    assert [one.sentence for one in found][:3] == [
        "Alexa calls this function.",
        "The manifest is the one that is here.",
        "The model of en-AU is the one that is here.",
    ]
    assert len(found) == 7


def test_another_model_manifest_or_endpoint_is_told(alexas: Path) -> None:
    changed(alexas / "en-GB.json", "StartRoutineIntent", "BeginRoutineIntent")
    changed(alexas / "manifest.json", ARN, "https://back.example.org/alexa")
    changed(alexas / "manifest.json", "Gentle Back", "Stiff Back")
    found = [one.sentence for one in same_commit.alexa(a_stack()) if one.state is State.UNWELL]
    assert found[0] == "Alexa calls https://back.example.org/alexa, and not this function."
    assert found[1].startswith("The manifest of en-AU")
    assert found[2:] == ["The model of en-GB is not the one that is here."]


def test_an_ask_cli_that_knows_nobody_is_told_with_the_next_step(alexas: Path) -> None:
    (alexas / "ask").write_text("#!/bin/sh\necho 'No profile is set up.' >&2\nexit 1\n", "utf-8")
    (found,) = same_commit.alexa(a_stack())
    assert found.sentence == f"Alexa does not tell what it has of {SKILL}: No profile is set up."
    assert found.step == "ask configure, then call this again."


def test_without_the_ask_cli_it_cannot_be_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (found,) = same_commit.alexa(a_stack())
    assert (found.state, found.step) == (State.UNPROVEN, "npm install -g ask-cli, and ask configure.")


def test_the_commit_of_the_function_is_held_against_the_one_that_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(same_commit, "commit_of", lambda _: "0a1b2c3d4e5f")
    for commit, state in (("0a1b2c3d4e5f", State.WELL), ("ffffffffffff", State.UNWELL), ("", State.UNWELL)):
        (found,) = same_commit.function(a_stack(commit))
        assert found.state is state


def test_a_commit_is_marked_where_something_was_changed_since(tmp_path: Path) -> None:
    assert commit_of(tmp_path) == ""
    who = ("-c", "user.name=Anna", "-c", "user.email=anna@example.org")
    (tmp_path / "notes").write_text("one")
    for step in (("init", "--quiet"), ("add", "notes"), (*who, "commit", "--quiet", "--message", "one")):
        subprocess.run(["git", *step], cwd=tmp_path, check=True)
    clean = commit_of(tmp_path)
    assert len(clean) == 12
    (tmp_path / "notes").write_text("two")
    assert commit_of(tmp_path) == f"{clean}-changed"
