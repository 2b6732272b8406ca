"""What satellites are answered by: the skill, a voice if there is one, and the clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from skill.alexa.skill import AlexaSkill
from skill.entrypoints.aloud import voices_here
from skill.entrypoints.wyoming.listening import listen, read_address
from skill.entrypoints.wyoming.programs import described
from skill.entrypoints.wyoming.service import CannotSpeak, Service
from skill.home import satellites_of
from skill.settings import speech_folder
from skill.timeline import Timeline

if TYPE_CHECKING:
    from skill.voice.rendering import Rendering


@dataclass(frozen=True)
class Speaks:
    """A voice of this machine, and what it has spoken before."""

    rendering: "Rendering"
    rate_hertz: int

    @property
    def name(self) -> str:
        """Which voice."""
        return self.rendering.voice.name

    def spoken(self, timeline: Timeline) -> Iterator[bytes]:
        """See `Voice`."""
        from skill.voice.voice import VoiceFailed  # noqa: PLC0415 - only where there is one

        try:
            for sound in self.rendering.moments(timeline):
                yield sound.samples.astype("<i2").tobytes()
        except VoiceFailed as trouble:
            raise CannotSpeak(str(trouble)) from trouble


def serve_satellites(skill: AlexaSkill, uri: str, locale: str) -> None:
    """Answer satellites at this address until it is stopped; raises `CannotServe` with a sentence."""
    address = read_address(uri)
    satellites, voice = satellites_of(skill, locale), the_voice()

    def make_service() -> Service:
        return Service(
            satellites, described(satellites.locales, voice.name if voice else None), lambda: datetime.now(UTC), voice
        )

    try:
        listen(make_service, address)
    finally:
        if voice is not None:
            voice.rendering.voice.close()


def the_voice() -> Speaks | None:
    """The best voice of this machine; None where there is none."""
    here = voices_here()
    if not here:
        return None
    from skill.voice.kept_speech import KeptSpeech  # noqa: PLC0415
    from skill.voice.rendering import RATE, Rendering  # noqa: PLC0415

    return Speaks(Rendering(next(iter(here.values())), kept=KeptSpeech(speech_folder())), RATE)
