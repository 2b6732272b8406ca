"""Puts the skill on one's own Echo: tells Alexa at which address this machine serves it, and serves it."""

import argparse
import os
import re
import socket
import sys
from pathlib import Path

from infra.deploy import STATES, Deployment, Step, deploy, find_skill, tell_alexa
from infra.skill_package import TRUSTED, WILDCARD
from infra.tools import ask_is_missing
from skill.doctor.address import ALEXA, kind_of_certificate
from skill.doctor.wire import Unreached, names_of_certificate

STAGE = "echo"
"""A skill of its own, beside those that are deployed."""

_ADDRESS = re.compile(r"https://([\w.-]+)(/alexa)?/?")
_SKILL = re.compile(r"amzn1\.ask\.skill\.[\w-]+")

STEPS: tuple[Step, ...] = (
    ("finding the skill's id, or making the skill", find_skill),
    ("telling Alexa where it is served, with the models; that takes some minutes", tell_alexa),
)
NEXT = """
Now say to your Echo: "Alexa, open gentle back". Where it knows no such skill, choose "Development" on the test page of
the developer console once. In another terminal: .venv/bin/gentle-back doctor --address {address}
"""


def main() -> int:
    """Serves until it is stopped, once Alexa knows where."""
    asked = argparse.ArgumentParser(prog="make echo", description=__doc__)
    asked.add_argument("--address", required=True, help="what your tunnel gave you, as https://quiet-fox.example.com")
    asked.add_argument("--skill", default="", help="the skill's id, where you made it in the developer console")
    asked.add_argument("--port", type=int, default=5000, help="where your tunnel leads on this machine")
    asked.add_argument("--states", type=Path, default=STATES, help="the folder that remembers skills by stage")
    given = asked.parse_args()
    host = _ADDRESS.fullmatch(given.address)
    if host is None:
        sys.exit(f"{given.address!r} is no address of a tunnel: it begins with https:// and has a name only.")
    if given.skill and not _SKILL.fullmatch(given.skill):
        sys.exit(
            f"{given.skill!r} is no skill's id: copy it from the developer console; it begins with amzn1.ask.skill."
        )
    if not free(given.port):
        sys.exit(
            f"Port {given.port} is in use: stop what uses it, or lead your tunnel to another, and say PORT=… here."
        )
    deployment = Deployment(STAGE, region="", states=given.states)
    deployment.function, deployment.certificate = f"https://{host[1]}{ALEXA}", kind_of(host[1])
    skill = given.skill or told(deployment)
    if not skill:
        return 1
    print(NEXT.format(address=deployment.function), flush=True)
    return serve(skill, given.port)


def free(port: int) -> bool:
    """Whether it can be served there: asked beforehand, for Alexa takes minutes to be told."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


def kind_of(host: str) -> str:
    """Of which kind the certificate of a tunnel is; where it cannot be asked now, it is for all names beside it."""
    try:
        kind = kind_of_certificate(host, names_of_certificate(f"https://{host}"))
    except Unreached as why:
        print(f"The tunnel does not answer yet ({why}); it is taken to have a certificate for all its names.")
        return WILDCARD
    print(f"The certificate of {host} is of the kind {kind}{'' if kind == TRUSTED else ', for all names beside it'}.")
    return kind


def told(deployment: Deployment) -> str:
    """The id of the skill that Alexa has been told of; empty where something is missing or failed."""
    if missing := ask_is_missing():
        print("\n".join((*missing, "Or make the skill by hand (docs/your-own-echo.md), and give its id: SKILL=amzn1…")))
        return ""
    return deployment.skill_id if deploy(deployment, STEPS) == 0 else ""


def serve(skill: str, port: int) -> int:
    """The server, in place of this process: it answers only what Alexa signed for this skill."""
    os.environ["GENTLE_BACK_SKILL_ID"] = skill
    command = "import sys; from skill.entrypoints.terminal import main; main(prog_name='gentle-back')"
    os.execv(sys.executable, [sys.executable, "-c", command, "serve", "--verify", "--port", str(port)])  # noqa: S606


if __name__ == "__main__":
    sys.exit(main())
