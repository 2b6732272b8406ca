"""Describes what this Wyoming service can do."""

from collections.abc import Callable, Iterable
from importlib.metadata import version
from typing import Any

from wyoming.info import Attribution, HandleModel, HandleProgram, Info, TtsProgram, TtsVoice

NAME = "gentle-back"
DESCRIPTION = "Talks you through gentle stretches for a sore back"


def described(locales: Iterable[str], voice: str | None) -> Info:
    """It answers words in these locales; and where there is a voice, it speaks what it answered, silences and all."""
    languages = sorted({name for locale in locales for name in (locale, locale.partition("-")[0])})
    handles = _ours(HandleProgram, models=[_ours(HandleModel, languages=languages)])
    if voice is None:
        return Info(handle=[handles])
    speaks = _ours(TtsVoice, languages=languages, name=voice)
    return Info(handle=[handles], tts=[_ours(TtsProgram, voices=[speaks], supports_synthesize_streaming=True)])


def _ours(kind: Callable[..., Any], **more: Any) -> Any:
    """A program, a model or a voice: the name of each is what Home Assistant shows."""
    told = {"name": NAME, "description": DESCRIPTION, "attribution": Attribution("Gentle Back", ""), "installed": True}
    return kind(**{**told, "version": version("gentle-back"), **more})
