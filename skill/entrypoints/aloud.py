"""Finds the voices of this machine, and writes a conversation as a sound file for `gentle-back say --wav`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skill.device.speaker import Exchange
from skill.settings import models_folder, speech_folder

if TYPE_CHECKING:
    from skill.voice.voice import Voice

NO_VOICE = """No voice is here. `make voice` adds one that is nearly a person's; or install espeak-ng, and numpy where
that is missing (on Debian: apt install espeak-ng; in the project's folder: pip install numpy)."""


def voices_here() -> "Mapping[str, Voice]":
    """Every voice of this machine by its name, the best first; none where the library for samples is missing."""
    if find_spec("numpy") is None:
        return {}
    from skill.voice import voices  # noqa: PLC0415

    return voices.voices_here(models_folder())


@dataclass(frozen=True)
class Voices:
    """Whose voices the speaker and the person have, if somebody said so, and how fast the speaker speaks."""

    speaker: str | None = None
    person: str | None = None
    speed: float = 1.0


def written(exchanges: Sequence[Exchange], whose: Mapping[str, Any]) -> str:
    """Write a conversation as `gentle-back say` was asked to, and say what was written."""
    from skill.home import with_holds_marked  # noqa: PLC0415

    voices = Voices(whose["voice"], whose["person_voice"], 1 / whose["speech"])
    return write_wav(with_holds_marked(exchanges, whose["locale"]), Path(whose["wav"]), voices)


def write_wav(exchanges: Sequence[Exchange], path: Path, voices: Voices) -> str:
    """Write the conversation into a file, the speaker in one voice and the person in another; say what was written.

    Raises ClickException where there is no voice or it fails.
    """
    here = voices_here()
    if not here:
        raise click.ClickException(NO_VOICE)
    from skill.device.aloud import Aloud  # noqa: PLC0415
    from skill.sound.files import write  # noqa: PLC0415
    from skill.voice.kept_speech import KeptSpeech  # noqa: PLC0415
    from skill.voice.rendering import Rendering  # noqa: PLC0415
    from skill.voice.voice import VoiceFailed  # noqa: PLC0415

    speaker = _named(voices.speaker, here) if voices.speaker else next(iter(here.values()))
    person = _named(voices.person, here) if voices.person else _another(speaker, here)
    # What the skill says is kept, to be said again; what the person says is not.
    device = Rendering(speaker, voices.speed, KeptSpeech(speech_folder()))
    try:
        sound = Aloud(device, Rendering(person)).heard(exchanges)
        write(sound, path)
    except (VoiceFailed, OSError) as trouble:
        raise click.ClickException(str(trouble)) from trouble
    finally:
        speaker.close()
        person.close()
    return f"{path}: {sound.seconds:.0f} seconds, in {speaker.name} and {person.name}."


def _named(name: str, here: "Mapping[str, Voice]") -> "Voice":
    if name not in here:
        raise click.UsageError(f"{name!r} is no voice of this machine: give one of {', '.join(here)}.")
    return here[name]


def _another(speaker: "Voice", here: "Mapping[str, Voice]") -> "Voice":
    """Somebody else, by another program if there is one: two that sound alike are taken for one."""
    others = [one for one in here.values() if one is not speaker]
    program = speaker.name.partition(" ")[0]
    unlike = [one for one in others if not one.name.startswith(program)]
    return next(iter([*unlike, *others]), speaker)
