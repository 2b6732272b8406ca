"""What a house with satellites is answered by: the skill, a voice where there is one, and the clock."""

from datetime import UTC, datetime

from skill.alexa.skill import AlexaSkill
from skill.entrypoints.wyoming.listening import listen, read_address
from skill.entrypoints.wyoming.programs import described
from skill.entrypoints.wyoming.service import Service, Voice
from skill.home import satellites_of


def serve_satellites(skill: AlexaSkill, uri: str, locale: str) -> None:
    """Answer satellites at this address until it is stopped; raises `CannotServe` with a sentence."""
    address = read_address(uri)
    satellites, voice = satellites_of(skill, locale), _voice()

    def make_service() -> Service:
        return Service(
            satellites, described(satellites.locales, voice.name if voice else None), lambda: datetime.now(UTC), voice
        )

    listen(make_service, address)


def _voice() -> Voice | None:
    return None
