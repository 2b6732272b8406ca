"""A turn that names a routine, lists them or finds one where there are two thousand, without what the store takes."""

from dataclasses import replace
from functools import partial
from types import MappingProxyType

from skill.alexa.requests import LAUNCH_REQUEST, Sender, envelope, intent_request
from skill.assembly import the_library
from skill.content.library import Library
from skill.ports.turn import Slot
from tests.bench.comparing import against, interleaved, progress, show
from tests.bench.turn import MORNING, Timed, timed

ROUTINES = 2000
ASKED = {
    "a launch": LAUNCH_REQUEST,
    "a name": intent_request("StartRoutineIntent", {"routine": Slot("lower back", ("lower-back",))}),
    "the list": intent_request("ListRoutinesIntent", {}),
    "surprise me": intent_request("SurpriseIntent", {}),
    "today": intent_request("TodayIntent", {}),
    "for the hips": intent_request("ByAreaIntent", {"area": Slot("hips", ("hips",))}),
}


def main() -> None:
    """Print each wish with the routines that there are, and with two thousand."""
    progress("making routines")
    few, many = timed(), timed(multiplied(the_library(), ROUTINES))
    for what, request in ASKED.items():
        for skill in (few, many):
            _spent(skill, request)
        taken = interleaved(what, {"few": partial(_spent, few, request), "many": partial(_spent, many, request)})
        show(f"{what}, of {len(the_library().routines)}", taken["few"], digits=1)
        show(f"{what}, of {ROUTINES}", taken["many"], digits=1)
    against("10 ms", [])


def multiplied(library: Library, count: int) -> Library:
    """The library with its routines over and over under other names, as if so many had been written."""
    routines = dict(library.routines)
    each = list(library.routines.values())
    while len(routines) < count:
        like = each[len(routines) % len(each)]
        slug = f"{like.slug}-{_letters(len(routines))}"
        routines[slug] = like.but(slug=slug)
    return replace(library, routines=MappingProxyType(routines))


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _spent(skill: Timed, request: dict[str, object]) -> float:
    """A new conversation of somebody new."""
    number = len(skill.turns)
    sender = Sender(f"listener-{number}", "speaker", f"session-{number}")
    skill.handle(envelope(sender, {**request, "requestId": f"request-{number}"}, MORNING, None))
    return skill.turns[-1][1]
