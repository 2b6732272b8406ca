"""Runs the doctor and prints its findings; with nothing deployed, over stand-ins on this machine."""

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

import click
from boto3.session import Session

from skill.assembly import build_skill, open_store
from skill.device.reminders import PretendReminders
from skill.doctor import address, checkup, stack
from skill.doctor.finding import Finding, State, examined
from skill.doctor.wire import is_address
from skill.entrypoints.web import Guard, create_app
from skill.home import guard_of
from skill.settings import Wishes, on_loopback, read_settings

REHEARSED_SKILL = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"

NO_CREDENTIALS = """There are no credentials of AWS here, so nothing that is deployed can be asked.
Next: aws configure (or set AWS_PROFILE), and call this again; or name a server: gentle-back doctor --address URL.
To see a whole deployment without an account: make rehearse, in the project's folder.
Until then this is a rehearsal of the doctor, over a skill served on this machine:
"""
NO_ADDRESS = """{url!r} is no address: it begins with http:// or https://.
Next: gentle-back doctor --address http://127.0.0.1:5000, or https://your.name/alexa."""
ANYBODY = {"aws_access_key_id": "nobody", "aws_secret_access_key": "nothing"}


def examine(url: str | None, stack_name: str, region: str | None) -> bool:
    """Whether the server at an address is well; without one, whether the stack is."""
    return examine_here(stack_name, region) if url is None else examine_address(url)


def examine_address(url: str) -> bool:
    """Whether a server is well. Raises ClickException for what is no address."""
    if not is_address(url):
        raise click.ClickException(NO_ADDRESS.format(url=url))
    return _shown(examined(address.Address.of(url, datetime.now(UTC)), address.CHECKS))


def examine_here(stack_name: str, region: str | None) -> bool:
    """Whether a stack is well, in the region and at the endpoint that the environment names, unless told another."""
    return examine_stack(stack_name, region or os.environ.get("AWS_REGION"), os.environ.get("AWS_ENDPOINT_URL", ""))


def examine_stack(name: str, region: str | None, endpoint_url: str) -> bool:
    """Whether a stack is well; `endpoint_url` is a stand-in for Amazon; one on this machine takes any credentials.

    Raises ClickException where there is no such stack.
    """
    session = Session(region_name=region, **(ANYBODY if on_loopback(endpoint_url) else {}))
    if session.get_credentials() is None:
        click.echo(NO_CREDENTIALS)
        return rehearse()
    if endpoint_url:
        click.echo(f"Asking {endpoint_url} in Amazon's place: what it says is proven of the stand-in only.\n")
    try:
        found = stack.find_stack(session, name, datetime.now(UTC))
    except stack.NoStack as why:
        raise click.ClickException(str(why)) from why
    return _shown(examined(found, checkup.CHECKS))


def rehearse() -> bool:
    """Whether the doctor finds a skill well that is served here twice: with --local and with --verify."""
    logging.getLogger("skill.entrypoints.web").setLevel(logging.ERROR)  # that it refuses is what is asked
    settings = read_settings(Wishes("sqlite::memory:", verify=True), {"GENTLE_BACK_SKILL_ID": REHEARSED_SKILL})
    with served(None) as local, served(guard_of(settings)) as guarded:
        click.echo(f"A server that lets anybody on this machine in, {local}:")
        fine = examine_address(local)
        click.echo(f"\nA server that lets in what Alexa signed, {guarded}:")
        return examine_address(guarded) and fine


@contextmanager
def served(guard: Guard | None) -> Iterator[str]:
    """The address of the skill, over a store in memory, until the end of the block."""
    settings = read_settings(Wishes("sqlite::memory:"), {})
    with closing(open_store(settings)) as keeper:
        skill = build_skill(settings, keeper, PretendReminders(), at_home=True)
        app = create_app(skill, keeper.healthy, guard)
        with make_server("127.0.0.1", 0, app, handler_class=_Quiet) as server:
            thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
            thread.start()
            try:
                yield f"http://127.0.0.1:{server.server_port}"
            finally:
                server.shutdown()
                thread.join()


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """A rehearsal is no news."""


def _shown(findings: Iterable[Finding]) -> bool:
    """Each as soon as it is found, and what they come to."""
    states = []
    for finding in findings:
        click.echo(finding.told())
        states.append(finding.state)
    wrong, unsure = states.count(State.UNWELL), states.count(State.UNPROVEN)
    click.echo(_sum(wrong, unsure))
    return not wrong


def _sum(wrong: int, unsure: int) -> str:
    besides = f" {unsure} could not be told from here." if unsure else ""
    return (
        f"\n{'All is well.' if not wrong else f'{wrong} not well: do what stands below each, from the top.'}{besides}"
    )
