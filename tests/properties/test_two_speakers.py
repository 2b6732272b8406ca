"""Two speakers guide one person through two routines at once: however their turns interleave, neither place is lost."""

from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from skill.dialogue.guide import Guide
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_person
from skill.ports.turn import Slot
from skill.stores.sqlite import SqliteStore
from skill.timeline import Place
from tests.library import LIBRARY
from tests.properties.listener import Listener, Wish

STAYS = st.sampled_from(
    ["TimeLeftIntent", "WhereAmIIntent", "AMAZON.RepeatIntent", "AMAZON.HelpIntent", "ExplainIntent"]
)
MOVES = st.sampled_from(["AMAZON.NextIntent", "AMAZON.PreviousIntent"])
TURNS = st.lists(st.tuples(st.booleans(), STAYS | MOVES, st.integers(min_value=5, max_value=60)), max_size=10)
ROUTINES = ("eight-stretches", "unhurried-twenty")
"""Long enough not to be over."""


def place_in(person: Person, routine: str) -> Place | None:
    """Where this person is in a routine, or None when it is not remembered."""
    return next((practice.place for practice in person.practices if practice.routine == routine), None)


@given(TURNS)
def test_neither_speaker_moves_the_place_of_the_other(turns: list[tuple[bool, str, int]]) -> None:
    with closing(SqliteStore(":memory:")) as store:
        guide = Guide(LIBRARY, store)
        speakers = {routine: Listener(guide, routine) for routine in ROUTINES}
        for routine, speaker in speakers.items():
            speaker.say(Wish("StartRoutineIntent", slots={"routine": Slot(routine, (routine,))}))
        for second, intent, after in turns:
            mine, others = ROUTINES if second else ROUTINES[::-1]
            speaker = speakers[mine]
            untouched = place_in(speaker.person(), others)
            told = speaker.say(Wish(intent, after))
            record = told.copy["record"]
            assert isinstance(record, dict)
            assert place_in(speaker.person(), mine) == place_in(to_person(record), mine)
            assert untouched is not None
            assert place_in(speaker.person(), others) == untouched
