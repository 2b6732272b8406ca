"""The command line: serve the skill, talk with it, say one conversation to it, and see what it knows.

A command loads what it needs when it is called: whoever asks for help, or says one sentence, waits for nothing else.
"""
# ruff: noqa: PLC0415

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

try:
    import click
except ModuleNotFoundError:
    sys.exit("This command needs more than the skill itself. In the project's folder: pip install '.[local]'")

if TYPE_CHECKING:
    from skill.alexa.skill import AlexaSkill

IN_MEMORY = "sqlite::memory:"
FIXED_START = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
"""When a conversation takes place whose people are kept in memory only, so that its output repeats."""

_store = click.option("--store", metavar="STORE", help="sqlite:PATH, sqlite::memory: or dynamodb:TABLE.")
_endpoint = click.option("--endpoint-url", metavar="URL", help="Use this engine instead of Amazon's DynamoDB.")
_at = click.option(
    "--at", type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d"]), help="Begin at this time."
)
_locale = click.option("--locale", default="en-US", show_default=True, help="The locale of the speaker.")
_json = click.option("--json", "in_json", is_flag=True, help="Print JSON, for tools.")


class Faulty(click.ClickException):
    """Files that people wrote cannot be used: every fault is listed."""

    exit_code = 2


@contextmanager
def _explained() -> Iterator[None]:
    """Troubles that have a sentence are shown as that sentence."""
    try:
        yield
    except _faults() as faults:
        raise Faulty(f"these files have faults:\n{faults}") from faults
    except _troubles() as trouble:
        raise click.ClickException(str(trouble)) from trouble


def _faults() -> tuple[type[Exception], ...]:
    from skill.content.reading.faults import ContentFaults
    from skill.recognizer.templates.templates import TemplateFaults

    return ContentFaults, TemplateFaults


def _troubles() -> tuple[type[Exception], ...]:
    from skill.ports.store import NotOurs, StoreDown
    from skill.settings import BadSettings

    return BadSettings, NotOurs, StoreDown


def _in_a_zone(at: datetime) -> datetime:
    """The time; one without a zone is Greenwich's."""
    return at if at.tzinfo else at.replace(tzinfo=UTC)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Gentle Back: a voice coach that walks you through stretches for a sore back."""


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    default=5000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port to listen on; 0 takes any that is free.",
)
@_store
@_endpoint
@click.option("--local/--verify", default=False, help="Unsigned, this machine only; or only what Alexa signed.")
@click.option(
    "--processes",
    type=click.IntRange(1, 64),
    help="Processes to run with --verify; by default one a processor.",
)
@_locale
def serve(host: str, port: int, local: bool, processes: int | None, **given: Any) -> None:
    """Serve the skill over HTTP; with --local also a page to practise on."""
    from skill.settings import Wishes, read_settings

    locale = given.pop("locale")
    with _explained():
        settings = read_settings(Wishes(**given, verify=not local))
        from skill.entrypoints import serving, web_server  # once the settings are right: they take long to load

        count = serving.how_many(processes, settings, local=local)
        make_app = serving.at_home(settings, locale) if local else serving.for_alexa(settings)
    web_server.serve(make_app, web_server.Door(host, port, local, count))


@main.command()
@click.option("--uri", default="tcp://127.0.0.1:10400", show_default=True, help="Address to listen on.")
@_store
@_locale
def wyoming(uri: str, store: str | None, locale: str) -> None:
    """Answer satellites that speak Wyoming, such as Home Assistant's: words in, words and timed sound out."""
    try:
        from skill.entrypoints.wyoming.house import serve_satellites
    except ModuleNotFoundError:
        raise click.ClickException("There is no wyoming here: make voice brings what satellites need.") from None
    with _explained():
        serve_satellites(_skill_over(store), uri, locale)


@main.command()
@_store
@click.option("--fast", is_flag=True, help="Skip the silences: the clock jumps.")
@_at
@_locale
def talk(store: str | None, fast: bool, at: datetime | None, locale: str) -> None:
    """Practise in this terminal; type at any time to interrupt."""
    from skill.device.speaker import Whose
    from skill.entrypoints.talking import Talk
    from skill.home import a_speaker

    if at and not fast:
        raise click.UsageError("--at needs --fast: without it the clock is the real one")
    with _explained():
        skill = _skill_over(store)
        speaker = a_speaker(skill, Whose(locale=locale, tells=True, goes_on=True))
    Talk(speaker, fast, now=_in_a_zone(at or datetime.now(UTC))).run()


@main.command()
@click.argument("script", nargs=-1, required=True, metavar='"WORDS" [+47s "WORDS"] …')
@_json
@click.option("--store", default=IN_MEMORY, show_default=True, metavar="STORE", help="Where people are kept.")
@_locale
@click.option("--person", default="", help="Speak as this recognised voice.")
@click.option("--device", default="speaker", show_default=True, help="Speak to this speaker of the household.")
@_at
@click.option(
    "--speech", default=1.0, type=click.FloatRange(0.5, 2.0), help="The voice: above one is slower than estimated."
)
@click.option("--why", is_flag=True, help="Print below each sentence which step understood it, and how.")
@click.option("--like-an-echo", is_flag=True, help="Do not report how much of a reply was played; no Echo does.")
@click.option("--wav", type=click.Path(dir_okay=False), help="Write the sound of it to a file, silences and all.")
@click.option("--voice", metavar="NAME", help="The speaker's voice in that file; by default the best there is.")
@click.option("--person-voice", metavar="NAME", help="The person's voice in that file.")
def say(script: tuple[str, ...], in_json: bool, store: str, at: datetime | None, **whose: Any) -> None:
    """Hold one conversation: sentences, and times such as +47s or +1d since the sentence before."""
    from skill.device.speaker import Whose
    from skill.entrypoints import saying
    from skill.home import a_speaker

    start = at or (FIXED_START if store == IN_MEMORY else datetime.now(UTC).replace(microsecond=0))
    with _explained():
        skill = _skill_over(store)
        speaker = a_speaker(
            skill,
            Whose(
                device=whose["device"],
                person=whose["person"],
                locale=whose["locale"],
                speech_rate=whose["speech"],
                tells=not whose["like_an_echo"],
            ),
        )
        exchanges = saying.converse(speaker, script, _in_a_zone(start))
        saying.show(exchanges, in_json=in_json, why=whose["why"])
    if whose["wav"]:
        from skill.entrypoints import aloud

        click.echo(aloud.written(exchanges, whose), err=True)


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE.wav …")
@_json
@_locale
def hear(files: tuple[str, ...], in_json: bool, locale: str) -> None:
    """Understand sound files: print the words of each sentence, its intent and its slots."""
    from skill.entrypoints import hearing

    with _explained():
        sys.exit(not hearing.hear(hearing.ears_here(locale), files, in_json=in_json))


@main.command("run-sheet")
@click.argument("name", nargs=-1)
@click.option("--list", "list_all", is_flag=True, help="List the routines.")
@click.option("--all", "every", is_flag=True, help="With --figures: every routine.")
@click.option("--figures", is_flag=True, help="A table: how soon it moves, how much is held, said and waited.")
@click.option("--first", is_flag=True, help="As a newcomer hears it.")
@_json
def run_sheet(name: tuple[str, ...], list_all: bool, in_json: bool, **how: bool) -> None:
    """Write a routine or a stretch out, second by second; any of its names will do."""
    from skill.assembly import the_library
    from skill.entrypoints.sheets import showing

    with _explained():
        library = the_library()
    if list_all:
        showing.show_routines(library, as_json=in_json)
    elif how["figures"] and (name or how["every"]):
        showing.show_figures(library, " ".join(name))
    elif not name:
        raise click.UsageError("Name a routine or a stretch, or use --list to see the routines.")
    else:
        showing.show_run_sheet(library, " ".join(name), as_json=in_json, first=how["first"])


@main.command()
@_json
def stretches(in_json: bool) -> None:
    """List the stretches: names, doses, and the source of each figure."""
    from skill.assembly import the_library
    from skill.entrypoints.sheets import showing

    with _explained():
        showing.show_stretches(the_library(), as_json=in_json)


@main.command()
@click.option("--sheet", type=click.Path(dir_okay=False), help="Write a page with every figure beside its words.")
@click.option(
    "--screen", type=click.Path(file_okay=False), help="Write each figure into this folder, for an Alexa screen."
)
def figures(sheet: str | None, screen: str | None) -> None:
    """Check the drawn figures of all stretches; show them on one sheet."""
    from skill.assembly import the_figures, the_library
    from skill.entrypoints.page.contact_sheet import write_for_a_screen, write_sheet

    with _explained():
        drawn = the_figures()
    if sheet:
        click.echo(write_sheet(the_library(), drawn, sheet))
    if screen:
        click.echo(write_for_a_screen(drawn, screen))
    if not sheet and not screen:
        click.echo(f"{len(drawn)} figures are in order; --sheet OUT.html shows them.")


@main.command()
def model() -> None:
    """Compile the interaction models for the developer console, and the pages made from them and from content."""
    from skill.entrypoints.sheets import showing

    with _explained():
        showing.write_models_and_pages()


@main.command()
@click.option(
    "--address", metavar="URL", help="A server of your own, as https://your.name/alexa or http://127.0.0.1:5000."
)
@click.option("--stack", default="gentle-back-dev", show_default=True, metavar="NAME", help="The stack on AWS.")
@click.option("--region", metavar="REGION", help="Its region, if AWS_REGION does not say it.")
def doctor(address: str | None, stack: str, region: str | None) -> None:
    """Check whether a deployed skill, or a server of your own, is well; exit with 1 if it is not.

    Without credentials of AWS it rehearses, over a skill served on this machine.
    """
    from skill.entrypoints import examining

    with _explained():
        sys.exit(not examining.examine(address, stack, region))


@main.command()
@click.argument("account_id")
@_store
@_endpoint
@click.option("--yes", "sure", is_flag=True, help="Do not ask first; for scripts.")
def forget(account_id: str, sure: bool, **given: Any) -> None:
    """Delete all that is kept of a household.

    ACCOUNT_ID is that of its Alexa account, as Amazon gives it: amzn1.ask.account.… Every voice of it is forgotten.
    Store and keys are set as for the skill itself.
    """
    from skill.entrypoints.records import forgetting
    from skill.settings import Wishes, read_settings

    with _explained():
        click.echo(forgetting.forget(read_settings(Wishes(**given)), account_id, sure=sure))


def _skill_over(store: str | None) -> "AlexaSkill":
    """The skill over the store of the settings, which is closed when the command is over."""
    from skill.home import skill_at_home

    return click.get_current_context().with_resource(skill_at_home(store))
