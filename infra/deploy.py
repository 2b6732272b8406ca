"""Deploys the skill to AWS and Alexa: the stack gets the skill's id, the skill the function's address; then the doctor.

Each step may be interrupted and called again: it finds what is already there, and makes nothing twice.
"""

import argparse
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from infra import bundle, skill_package
from infra.tools import Failed, Run, missing_tools, profile, run, the_region
from skill.doctor.same_commit import TAG, commit_of

ROOT = Path(__file__).parents[1]
STATES = ROOT / ".gentle-back" / "deployed"
"""By stage, the skill's id and the package that Alexa got last; `make clean` leaves this folder."""

REGIONS = ("us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1")
"""The regions in which Alexa calls functions, by Amazon's documentation."""

PACKED = bundle.BUNDLE.with_suffix(".json")
"""The commit of the bundle, so that a second call need not make it again."""

TEMPLATE = ROOT / "infra" / "template.yaml"
CHECKED = (
    "tests/infra/test_template.py::test_cloudformation_takes_the_template",
    "tests/infra/test_skill_package.py::test_the_committed_package_is_fresh_and_whole",
    "tests/infra/test_skill_package.py::test_alexa_takes_the_manifest",
    "tests/recognizer/test_model.py::test_the_committed_models_are_what_the_templates_and_the_content_give",
    "tests/recognizer/test_model.py::test_alexa_takes_the_model",
)
"""The tests of everything that is handed to Amazon, by its own schemas and its linter."""

BROKEN_OFF = "\nBroken off in step {number}, {what}. Nothing is lost: call the same again, and it goes on from there."

Json = dict[str, Any]


@dataclass
class Deployment:
    """A stage, how commands are run for it, and what the steps have found out so far."""

    stage: str
    region: str
    email: str = ""
    states: Path = STATES
    run: Run = run
    skill_id: str = ""
    function: str = ""
    certificate: str = skill_package.TRUSTED
    before: dict[str, str] = field(default_factory=dict)
    """The parameters with which the stack was deployed last."""

    @property
    def stack(self) -> str:
        """The name of the stack."""
        return f"gentle-back-{self.stage}"

    @property
    def folder(self) -> Path:
        """The folder of this stage's package and the ASK CLI's own files."""
        return self.states / self.stage

    def write(self) -> None:
        """Write the package, with the function's address, if it is known by now."""
        package = skill_package.manifest(self.function, self.certificate)
        skill_package.write(self.folder, package, copies=True, profile=profile())


Step = tuple[str, Callable[[Deployment], None]]
"""What a step does, in words, and the function that does it."""


def main() -> int:
    """Deploy a stage; return the exit code."""
    asked = argparse.ArgumentParser(prog="make deploy", description=__doc__)
    asked.add_argument("--stage", required=True, help="dev, or another short name: the stack is gentle-back-STAGE")
    asked.add_argument("--region", default=the_region(), help="where, if your profile of AWS does not say")
    asked.add_argument("--email", default="", help="who is mailed alarms; kept until another is given")
    asked.add_argument("--states", type=Path, default=STATES, help="the folder that remembers skills by stage")
    given = asked.parse_args()
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,30}", given.stage):
        sys.exit(f"{given.stage!r} is no stage: give a short name in small letters, as make deploy STAGE=dev.")
    if given.region not in REGIONS:
        sys.exit(
            f"Where? Alexa calls functions in {', '.join(REGIONS)}: make deploy STAGE={given.stage} REGION={REGIONS[0]}"
        )
    if complaints := missing_tools():
        sys.exit("\n".join(("Nothing was deployed. What is missing:", *complaints)))
    return deploy(Deployment(given.stage, given.region, given.email, given.states), STEPS)


def deploy(deployment: Deployment, steps: tuple[Step, ...]) -> int:
    """Run the steps in order, printing a line for each; return the exit code."""
    for number, (what, step) in enumerate(steps, start=1):
        print(f"[{number}/{len(steps)}] {what[0].upper()}{what[1:]}.", flush=True)
        try:
            step(deployment)
        except KeyboardInterrupt:
            print(BROKEN_OFF.format(number=number, what=what), file=sys.stderr)
            return 130
        except Failed as failure:
            print(f"\nStep {number} failed, {what}: {failure}", file=sys.stderr)
            return 1
    return 0


def pack(_: Deployment) -> None:
    """Make the bundle, unless the one of this commit is there. Raises Failed."""
    commit = commit_of(ROOT)
    if commit.endswith("-changed"):
        print("      Something here is not committed: nobody will know exactly what was deployed.")
    elif commit and bundle.BUNDLE.exists() and skill_package.read(PACKED) == {TAG: commit}:
        print(f"      The one of {commit} is there.")
        return
    PACKED.unlink(missing_ok=True)
    try:
        bundle.main()
    except SystemExit as why:
        raise Failed(str(why.code)) from why
    skill_package.put(PACKED, {TAG: commit})


def check(deployment: Deployment) -> None:
    """Check that Amazon will take the template, the manifest and the models. Raises Failed."""
    # The tests start engines of their own, whatever endpoint this deployment uses.
    deployment.run(
        ["env", "-u", "AWS_ENDPOINT_URL", sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *CHECKED],
        ROOT,
    )


def find_skill(deployment: Deployment) -> None:
    """Find the skill's id: stored here, known to the stack, or made by an interrupted call; else make the skill.

    Raises Failed where the ASK CLI wrote down no id.
    """
    deployment.before = _parameters(deployment)
    deployment.skill_id = _known(deployment) or deployment.before.get("SkillId", "") or _unfinished(deployment)
    if not deployment.skill_id:
        _began(deployment).parent.mkdir(parents=True, exist_ok=True)
        _began(deployment).touch()
        deployment.write()
        deployment.run(["ask", "deploy", "--target", "skill-metadata", "--ignore-hash"], deployment.folder)
        deployment.skill_id = _known(deployment)
        if not deployment.skill_id:
            raise Failed("the ASK CLI made a skill, and did not write down its id; call the same again.")
    _remember(deployment)
    _began(deployment).unlink(missing_ok=True)
    print(f"      {deployment.skill_id}")


def stand_up(deployment: Deployment) -> None:
    """Deploy the stack with the skill's id, and read the function's address from it. Raises Failed."""
    overrides = {**deployment.before, "SkillId": deployment.skill_id}
    if deployment.email:
        overrides["AlarmEmail"] = deployment.email
    where = ["--stack-name", deployment.stack, "--region", deployment.region, "--template-file", str(TEMPLATE)]
    how = ["--capabilities", "CAPABILITY_IAM", "--resolve-s3", "--no-confirm-changeset", "--no-fail-on-empty-changeset"]
    given = ["--parameter-overrides", *(f"{name}={value}" for name, value in overrides.items() if value)]
    commit = commit_of(ROOT)
    deployment.run(["sam", "deploy", *where, *how, *given, *(["--tags", f"{TAG}={commit}"] if commit else [])], ROOT)
    told = _stack(deployment)
    outputs = {one["OutputKey"]: one["OutputValue"] for one in (told or {}).get("Outputs", [])}
    if "FunctionArn" not in outputs:
        raise Failed(f"the stack {deployment.stack} tells no address of its function.")
    deployment.function = outputs["FunctionArn"]
    print(f"      {deployment.function}")


def tell_alexa(deployment: Deployment) -> None:
    """Deploy the skill again, now with the function's address, and enable it on the developer's own devices."""
    deployment.write()
    deployment.run(["ask", "deploy", "--target", "skill-metadata", "--ignore-hash"], deployment.folder)
    enable = ["smapi", "set-skill-enablement", "--skill-id", deployment.skill_id, "--stage", "development"]
    deployment.run(["ask", *enable], deployment.folder)


def examine(deployment: Deployment) -> None:
    """Have the doctor look whether all is well. Raises Failed where something is not."""
    doctor = [sys.executable, "-c", "from skill.entrypoints.terminal import main; main()", "doctor"]
    try:
        deployment.run([*doctor, "--stack", deployment.stack, "--region", deployment.region], ROOT)
    except Failed as unwell:
        raise Failed("all is deployed, and something is not well: see above for the next step.") from unwell


STEPS: tuple[Step, ...] = (
    ("making the bundle", pack),
    ("checking what is handed to Amazon", check),
    ("finding the skill's id, or making the skill", find_skill),
    ("deploying the stack to AWS; the first time takes some minutes", stand_up),
    ("telling Alexa where the function is, with the models; that takes some minutes", tell_alexa),
    ("asking whether all is well", examine),
)


def _known(deployment: Deployment) -> str:
    states = skill_package.read(deployment.folder / ".ask" / "ask-states.json")
    return next((one["skillId"] for one in states.get("profiles", {}).values() if one.get("skillId")), "")


def _remember(deployment: Deployment) -> None:
    """Write the skill's id into the ASK CLI's own file, so that it updates this skill and makes no other."""
    path = deployment.folder / ".ask" / "ask-states.json"
    states = skill_package.read(path) or {"askcliStatesVersion": "2020-03-31", "profiles": {}}
    states["profiles"].setdefault(profile(), {})["skillId"] = deployment.skill_id
    path.parent.mkdir(parents=True, exist_ok=True)
    skill_package.put(path, states)


def _began(deployment: Deployment) -> Path:
    """A file that is there from before a skill is made until its id is written down."""
    return deployment.folder / "making-a-skill"


def _unfinished(deployment: Deployment) -> str:
    """The id of a skill that Amazon made just before a call was interrupted; empty without one. Raises Failed."""
    if not _began(deployment).exists():
        return ""
    listed = deployment.run(["ask", "smapi", "list-skills-for-vendor"], deployment.folder, read=True)
    others = {_known(Deployment(path.name, "", states=deployment.states)) for path in deployment.states.iterdir()}
    name = skill_package.manifest("")["manifest"]["publishingInformation"]["locales"]["en-US"]["name"]
    ours = {
        one["skillId"]
        for one in (listed or {}).get("skills", [])
        if one.get("nameByLocale", {}).get("en-US") == name and one["skillId"] not in others
    }
    if len(ours) > 1:
        raise Failed(f"there are several skills named {name}: {', '.join(sorted(ours))}; delete all but one.")
    return next(iter(ours), "")


def _parameters(deployment: Deployment) -> dict[str, str]:
    told = _stack(deployment) or {}
    return {one["ParameterKey"]: one["ParameterValue"] for one in told.get("Parameters", [])}


def _stack(deployment: Deployment) -> Json | None:
    """The stack, read by a process of its own; None where there is none, as for a skill that is served at home."""
    if not deployment.region:
        return None
    where = ["--stack-name", deployment.stack, "--region", deployment.region]
    told = deployment.run([sys.executable, "-m", "infra.tools", *where], ROOT, read=True)
    return told or None


if __name__ == "__main__":
    sys.exit(main())
