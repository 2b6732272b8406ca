"""`gentle-back hear`: understands spoken files as the page would, each sentence with its intent and slots."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skill.home import it_can_hear, the_ears
from skill.recognizer.meaning import Understood

if TYPE_CHECKING:
    from skill.hearing.both_ears import BothEars, HeardWords

Json = dict[str, Any]

NO_EAR = "Nothing on this machine hears. `make hearing` adds the small part of it, `make voice` all of it."
NOBODY = "Nobody speaks in it."


def ears_here(locale: str) -> "BothEars":
    """The ears of this machine. Raises ClickException where there are none, or one is damaged."""
    if not it_can_hear():
        raise click.ClickException(NO_EAR)
    from skill.hearing.ear import EarFailed  # noqa: PLC0415

    try:
        return the_ears(locale)
    except EarFailed as trouble:
        raise click.ClickException(str(trouble)) from trouble


def hear(ears: "BothEars", paths: Sequence[str], *, in_json: bool) -> bool:
    """Print what is said in each file; whether all of them could be read."""
    from skill.hearing.ear import EarFailed  # noqa: PLC0415
    from skill.sound.files import UnreadableSound  # noqa: PLC0415

    fine = True
    for path in paths:
        try:
            heard = [*_heard(ears, Path(path))]
        except (UnreadableSound, EarFailed) as error:
            fine = False
            click.echo(f"Error: {error}", err=True)
            continue
        click.echo(json.dumps({"file": path, "heard": heard}) if in_json else _told(path, heard))
    return fine


def _heard(ears: "BothEars", path: Path) -> Iterator[Json]:
    from skill.hearing.utterances import utterances_in  # noqa: PLC0415
    from skill.sound.files import read  # noqa: PLC0415

    for sound in utterances_in(read(path)):
        yield _as_json(ears.heard(sound))


def _as_json(heard: "HeardWords") -> Json:
    return {
        "words": heard.words,
        **_wish(heard.understood),
        "perhaps": [*heard.perhaps],
        "ears": {one.ear: {"words": one.words, "certainty": one.certainty.name.lower()} for one in heard.transcripts},
    }


def _wish(understood: Understood) -> Json:
    slots = {name: slot.ids[0] if len(slot.ids) == 1 else list(slot.ids) for name, slot in understood.slots.items()}
    return {"intent": understood.intent, "slots": slots}


def _told(path: str, heard: Sequence[Json]) -> str:
    return "\n".join([f"{path}:", *(f"  {_line(one)}" for one in heard)] if heard else [f"{path}: {NOBODY}"])


def _line(one: Json) -> str:
    """The words with what they mean; where nothing is believed, what each ear heard."""
    if one["perhaps"] or not one["words"].strip("…"):
        ears = ", ".join(f"{name} heard {ear['words']!r}" for name, ear in one["ears"].items() if ear["words"])
        return f"not understood{f': {ears}' if ears else ''}"
    slots = "".join(f" {name}={slug}" for name, slug in one["slots"].items())
    return f"{one['words']!r} {one['intent']}{slots}"
