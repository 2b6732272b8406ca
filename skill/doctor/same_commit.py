"""Checks that the function, and the models and manifest that Alexa has, were all made from this commit."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from skill.doctor.finding import Finding, unproven, unwell, well
from skill.doctor.stack import Stack
from skill.folders import CHECKOUT

TAG = "commit"
_DEPLOY = "make deploy, which brings all three to the same."
_PACKAGE = Path("infra", "skill-package", "skill-package")

Json = dict[str, Any]


class NotTold(Exception):
    """The ASK CLI gave no answer; the text says why."""


def commit_of(folder: Path) -> str:
    """The folder's commit, with "-changed" if tracked files differ from it; empty outside a git checkout."""
    git = shutil.which("git")
    if git is None:
        return ""

    def told(*asked: str) -> str:
        done = subprocess.run([git, *asked], cwd=folder, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    commit = told("rev-parse", "--short=12", "HEAD")
    return f"{commit}-changed" if commit and told("status", "--porcelain", "--untracked-files=no") else commit


def function(stack: Stack) -> Iterator[Finding]:
    """Of which commit the function is."""
    deployed, here = stack.tag(TAG), commit_of(CHECKOUT) if CHECKOUT else ""
    if not deployed:
        yield unwell("Nobody knows of which commit the function is: it was deployed by hand.", _DEPLOY)
    elif not here:
        yield unproven(f"The function is of commit {deployed}; which one is here cannot be told.")
    elif deployed == here:
        yield well(f"The function is of the commit that is here, {here}.")
    else:
        yield unwell(f"The function is of commit {deployed}, and here is {here}.", _DEPLOY)


def alexa(stack: Stack) -> Iterator[Finding]:
    """Whether Alexa has the manifest and the models that are here."""
    skill, asks = stack.parameter("SkillId"), shutil.which("ask")
    if asks is None or CHECKOUT is None:
        what = "the ASK CLI is not here" if asks is None else "this is no checkout of the project"
        yield unproven(f"What Alexa has been told: {what}.", "npm install -g ask-cli, and ask configure.")
        return
    try:
        manifest = _told(asks, "get-skill-manifest", skill)["manifest"]
        yield from _manifest(manifest, stack.output("FunctionArn"), CHECKOUT)
        for locale in manifest["publishingInformation"]["locales"]:
            yield _model(locale, _told(asks, "get-interaction-model", skill, locale), CHECKOUT)
    except (NotTold, KeyError) as trouble:
        yield unwell(f"Alexa does not tell what it has of {skill}: {trouble}", "ask configure, then call this again.")


def _manifest(manifest: Json, endpoint: str, checkout: Path) -> Iterator[Finding]:
    called = manifest["apis"]["custom"].get("endpoint", {}).get("uri", "nobody")
    if called == endpoint:
        yield well("Alexa calls this function.")
    else:
        yield unwell(f"Alexa calls {called}, and not this function.", _DEPLOY)
    ours = json.loads((checkout / _PACKAGE / "skill.json").read_text("utf-8"))["manifest"]["publishingInformation"]
    theirs = manifest["publishingInformation"]["locales"]
    other = [locale for locale, shown in ours["locales"].items() if not _within(shown, theirs.get(locale, {}))]
    if other:
        yield unwell(f"The manifest of {', '.join(other)} is not the one that is here.", _DEPLOY)
    else:
        yield well("The manifest is the one that is here.")


def _model(locale: str, theirs: Json, checkout: Path) -> Finding:
    path = checkout / "interaction_model" / f"{locale}.json"
    if path.is_file() and _meant(json.loads(path.read_text("utf-8"))) == _meant(theirs):
        return well(f"The model of {locale} is the one that is here.")
    return unwell(f"The model of {locale} is not the one that is here.", _DEPLOY)


def _within(ours: Json, theirs: Json) -> bool:
    """Whether all our fields are in theirs; Amazon adds fields, and moves icons to addresses of its own."""
    return all(theirs.get(name) == value for name, value in ours.items() if not name.endswith("IconUri"))


def _meant(model: Json) -> tuple[object, ...]:
    """The meaning of a model, without the order and the empty fields, which Amazon may change."""
    told = model["interactionModel"]["languageModel"]
    said = {intent["name"]: frozenset(intent.get("samples", ())) for intent in told["intents"]}
    values = {
        kind["name"]: frozenset(
            (value.get("id"), value["name"]["value"], frozenset(value["name"].get("synonyms", ())))
            for value in kind["values"]
        )
        for kind in told.get("types", ())
    }
    return told["invocationName"], said, values


def _told(asks: str, what: str, skill: str, locale: str = "") -> Json:
    command = [asks, "smapi", what, "--skill-id", skill, "--stage", "development"]
    done = subprocess.run(
        [*command, *(("--locale", locale) if locale else ())], capture_output=True, text=True, check=False
    )
    try:
        read: Json = json.loads(done.stdout)
    except ValueError as error:
        raise NotTold((done.stderr or done.stdout).strip()[-300:]) from error
    return read
