"""Finds the voices on this machine, the best first."""

from pathlib import Path

from skill.voice import espeak_ng, flite
from skill.voice.espeak_ng import EspeakNg
from skill.voice.flite import Flite
from skill.voice.piper_voice import PiperVoice, piper_is_here
from skill.voice.program import is_here
from skill.voice.voice import Voice


def voices_here(models: Path) -> dict[str, Voice]:
    """Every installed voice by its name: Piper with its model in this folder, then espeak-ng and flite."""
    here: list[Voice] = []
    if piper_is_here(models):
        here.append(PiperVoice(models))
    if is_here(espeak_ng.PROGRAM):
        here.extend(EspeakNg(accent) for accent in EspeakNg.ACCENTS)
    if is_here(flite.PROGRAM):
        here.extend(Flite(speaker) for speaker in Flite.SPEAKERS)
    return {voice.name: voice for voice in here}
