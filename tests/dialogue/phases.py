"""Somebody in every phase in which a wish can come: the person as they are remembered then, and when they speak."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass

from skill.dialogue.guide import Guide
from skill.dialogue.memory.person import Person
from skill.ports.turn import Slot, Turn
from skill.stores.sqlite import SqliteStore
from tests.library import LIBRARY
from tests.properties.listener import SOMEBODY, Listener, Wish

A_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Phase:
    """A person, and the turn that they take next, of which only the wish is still open."""

    person: Person
    turn: Turn

    def wishing(self, intent: str, slots: Mapping[str, Slot]) -> Turn:
        """The turn with this wish."""
        return Turn(**{**vars(self.turn), "intent": intent, "slots": slots})


def _routine(slug: str) -> Wish:
    return Wish("StartRoutineIntent", slots={"routine": Slot(slug, (slug,))})


_FIVE, _ARCH = _routine("five-gentle-minutes"), _routine("arch-and-strengthen")
_READY, _PAUSE = Wish("ReadyIntent", after=230), Wish("AMAZON.PauseIntent")

_WISHES: Mapping[str, tuple[tuple[Wish, ...], int, bool]] = {
    "nothing under way": ((), 0, False),
    "on the way down": ((_FIVE,), 30, False),
    "in a hold of one side": ((_FIVE, _READY, _READY), 35, False),
    "at the question": ((_FIVE, _READY), 230, False),
    "in a pause": ((_FIVE, _READY, _READY, _PAUSE), 70, False),
    "face down in a strong stretch": ((_ARCH, Wish("AMAZON.YesIntent"), _READY, _READY), 43, False),
    "another day": ((_FIVE, _READY, _READY, Wish("AMAZON.StopIntent")), A_DAY, True),
}
"""For each phase what is said before it, and after how many seconds the wish comes, in a new conversation or not."""


def phase(name: str) -> Phase:
    """The phase of this name."""
    wishes, seconds, opens = _WISHES[name]
    with closing(SqliteStore(":memory:")) as store:
        listener = Listener(Guide(LIBRARY, store))
        for wish in wishes:
            listener.say(wish)
        listener.wait(seconds)
        new = opens or not listener.conversation
        conversation = "another conversation" if new else listener.conversation
        turn = Turn("wish", "", listener.now, SOMEBODY, conversation, opens=new, device="device 0")
        return Phase(listener.person(), turn)


PHASES = tuple(_WISHES)
