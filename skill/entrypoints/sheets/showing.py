"""Shows on the command line what the library has: run sheets, stretches, routines."""

import json

import click

from skill.assembly import the_library
from skill.content.library import Library
from skill.content.model import PublishedDose, Routine
from skill.entrypoints.sheets.figures import table
from skill.entrypoints.sheets.naming import NoSuchName, named
from skill.folders import CHECKOUT
from skill.timeline.run_sheet import RunSheet


def show_run_sheet(library: Library, said: str, *, as_json: bool, first: bool) -> None:
    """One routine, or one stretch, second by second."""
    sheet = RunSheet(library, _found(library, said), first)
    if as_json:
        click.echo(json.dumps(sheet.as_json(), indent=1))
        return
    routine = sheet.routine
    name = routine.words[library.usual_language].name
    click.echo(f"{name} ({routine.source}), {sheet.minutes} minutes, content {library.version}")
    for line in sheet.lines():
        click.echo(line)


def show_figures(library: Library, said: str) -> None:
    """One routine in figures, or every one when none is named. Raises UsageError for a name that nothing has."""
    slugs = (_found(library, said).slug,) if said else sorted(library.routines)
    if not library.routines.keys() >= {*slugs}:
        raise click.UsageError("Only whole routines are told in figures.")
    for line in table(library, slugs):
        click.echo(line)


def _found(library: Library, said: str) -> Routine:
    """What has this name; a usage error names the nearest where nothing has."""
    try:
        return named(library, said)
    except NoSuchName as nothing:
        raise click.UsageError(str(nothing)) from nothing


def show_routines(library: Library, *, as_json: bool) -> None:
    """Every routine with its source, its minutes and what it needs."""
    rows = [
        {
            "slug": routine.slug,
            "name": routine.words[library.usual_language].name,
            "source": routine.source,
            "minutes": RunSheet(library, routine).minutes,
            "needs": list(routine.needs),
        }
        for routine in library.routines.values()
    ]
    if as_json:
        click.echo(json.dumps(rows, indent=1))
        return
    for row in rows:
        needs = ", ".join(row["needs"]) if isinstance(row["needs"], list) else ""
        click.echo(f"{row['slug']:<22} {row['name']:<22} {row['source']:<6} {row['minutes']:>5} min  {needs}")


def show_stretches(library: Library, *, as_json: bool) -> None:
    """Every stretch with its names, and its doses with source and order."""
    rows = [
        {
            "slug": stretch.slug,
            "name": stretch.words[library.usual_language].name,
            "also": list(stretch.words[library.usual_language].also),
            "doses": [{key: told for key, told in vars(dose).items() if told is not None} for dose in stretch.doses],
        }
        for stretch in library.stretches.values()
    ]
    if as_json:
        click.echo(json.dumps(rows, indent=1))
        return
    for stretch in library.stretches.values():
        words = stretch.words[library.usual_language]
        click.echo(f"{stretch.slug}: {', '.join((words.name, *words.also))}")
        for dose in stretch.doses:
            click.echo(f"  {_dose(dose)}")


def _dose(dose: PublishedDose) -> str:
    length = "-".join(str(seconds) for seconds in dict.fromkeys(dose.hold_seconds))
    more = " or more" if len(dose.hold_seconds) == 1 else ""
    times = "-".join(str(count) for count in dict.fromkeys(dose.repetitions))
    house = f" (ours: {', '.join(dose.house)})" if dose.house else ""
    return f"{dose.source}{dose.order or ''}: {times} x {length} s{more}{house}"


def write_models_and_pages() -> None:
    """Write what is compiled from content and templates, and print which files that are.

    Raises ClickException in an installed copy.
    """
    from skill.content.reference import write_reference  # noqa: PLC0415 - nothing else here needs what writes
    from skill.recognizer.model import write_models  # noqa: PLC0415
    from skill.recognizer.templates.templates import TEMPLATES_FOLDER  # noqa: PLC0415
    from skill.recognizer.voice_commands import write_voice_commands  # noqa: PLC0415

    if CHECKOUT is None:
        raise click.ClickException("This is an installed copy, and the models belong to the project: call it in there.")
    library = the_library()
    models = write_models(TEMPLATES_FOLDER, library)
    for path in (*models, write_voice_commands(library), write_reference()):
        click.echo(path.name)
