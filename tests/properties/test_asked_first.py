"""After an emergency, whatever is said: nothing is led, offered, counted or moved until they say that they are well."""

from collections.abc import Iterator
from contextlib import closing
from copy import copy
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from skill.dialogue.answers.table import ANSWERS
from skill.dialogue.guide import Answered, Guide
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask
from skill.limits import ASK_FIRST_SECONDS
from skill.ports.reply import Listen
from skill.ports.store import Kept
from skill.ports.turn import LAUNCH, Slot
from skill.stores.sqlite import SqliteStore
from skill.timeline import Place
from tests.library import LIBRARY
from tests.nightly import NIGHTLY, some_of
from tests.properties.deliveries.deliveries import person_in
from tests.properties.listener import SOMEBODY, Listener, Wish, wishes
from tests.properties.slots import SENSIBLE
from tests.properties.unreliable_store import UnreliableStore

EMERGENCY = Wish("RedFlagIntent", 40, {"sign": Slot("chest pain", ("emergency",))})
LED = [Wish("StartRoutineIntent", 1, {"routine": Slot("lower back", ("lower-back",))}), Wish("ReadyIntent", 260)]
BEGINNINGS = {
    "nothing was ever said": [],
    "opened for the first time": [Wish(LAUNCH, 1)],
    "in a routine": LED,
    "paused": [*LED, Wish("AMAZON.PauseIntent", 30)],
    "back on another day": [*LED, Wish(LAUNCH, 90_000, ends="USER_INITIATED")],
}
CLEARING = ("AllWellIntent", "SeenIntent", "NotMeIntent")
ANSWERS_IT = {*CLEARING, "AMAZON.YesIntent"}
"""A yes only where it was asked."""
MAY_BE_ASKED = {None, Ask.FIRST, Ask.FORGET_ME, Ask.FORGET_HOUSEHOLD}


@pytest.mark.parametrize("beginning", BEGINNINGS)
@given(said=st.lists(wishes(), min_size=1, max_size=8))
@example(said=[Wish("AMAZON.ResumeIntent"), Wish("StartRoutineIntent", slots=SENSIBLE["StartRoutineIntent"])])
@example(said=[Wish(LAUNCH, 43_200), Wish("ReadyIntent"), Wish("AMAZON.NextIntent"), Wish("BeginIntent")])
@example(said=[Wish("ForgetMeIntent"), Wish("ReadyIntent"), Wish("ForgetMeIntent"), Wish("AMAZON.NoIntent")])
def test_until_they_are_well_nothing_is_led_offered_counted_or_moved(beginning: str, said: list[Wish]) -> None:
    before = kept_before(beginning)
    for after, told in asked_first(beginning, said):
        assert leads_nothing(told)
        assert asked_of(after) in MAY_BE_ASKED
        assert what_counts(after) == what_counts(before)


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_every_wish_is_answered_without_leading_anywhere(beginning: str) -> None:
    before = kept_before(beginning)
    for intent in some_of(sorted(set(ANSWERS) - ANSWERS_IT), 45, [*BEGINNINGS].index(beginning)):
        for after, told in asked_first(beginning, [Wish(intent, slots=SENSIBLE.get(intent, {}))]):
            assert leads_nothing(told), intent
            assert asked_of(after) in MAY_BE_ASKED, intent
            assert what_counts(after) == what_counts(before), intent


@pytest.mark.parametrize("beginning", BEGINNINGS)
@settings(max_examples=(2 if NIGHTLY else 1) * settings().max_examples)
@given(said=st.lists(wishes(), max_size=4), word=st.sampled_from(CLEARING))
def test_one_sentence_clears_it_from_anywhere_and_the_place_is_as_it_was(
    beginning: str, said: list[Wish], word: str
) -> None:
    with closing(SqliteStore(":memory:")) as store:
        listener = begun(beginning, UnreliableStore(store))
        for wish in said:
            # An hour at most, so that nobody is so long away that they are asked no more.
            listener.say(replace(wish, after=min(wish.after, 3_700)))
        person = listener.person()
        if not person.ask_first_at:
            return
        listener.say(Wish(word))
        assert listener.person().ask_first_at == 0
        assert set(places(person)) <= set(places(listener.person()))
        assert isinstance(listener.reply.microphone, Listen)


@pytest.mark.parametrize("words", ["yes", "well"])
def test_yes_to_something_else_is_no_answer(words: str) -> None:
    intent = {"yes": "AMAZON.YesIntent", "well": "AllWellIntent"}[words]
    with closing(SqliteStore(":memory:")) as store:
        listener = begun("in a routine", UnreliableStore(store))
        listener.say(Wish(intent))
        assert bool(listener.person().ask_first_at) is (words == "yes")


@given(said=st.lists(wishes(), min_size=1, max_size=6))
def test_it_outlives_a_store_that_goes_away_in_the_conversation(said: list[Wish]) -> None:
    with closing(SqliteStore(":memory:")) as behind:
        store = UnreliableStore(behind)
        listener = begun("in a routine", store)
        listener.say(Wish(LAUNCH))
        store.down = True
        for wish in said:
            told = listener.say(replace(wish, after=min(wish.after, 3_700), ends=""))
            if wish.intent in ANSWERS_IT or not listener.conversation:
                return
            assert leads_nothing(told)


def begun(beginning: str, store: UnreliableStore) -> Listener:
    """Somebody who has just had an emergency."""
    played, kept = _played(beginning)
    for version in range(kept.version):
        store.write(SOMEBODY, kept.record, version)
    listener = copy(played)
    listener.guide = Guide(LIBRARY, store)
    return listener


@cache
def _played(beginning: str) -> tuple[Listener, Kept]:
    """The same, and what is kept of them: played once for all that may be said then."""
    with closing(SqliteStore(":memory:")) as store:
        listener = Listener(Guide(LIBRARY, store))
        for wish in [*BEGINNINGS[beginning], EMERGENCY]:
            listener.say(wish)
        kept = store.read(SOMEBODY)
        assert kept is not None
        return listener, kept


def kept_before(beginning: str) -> Person:
    with closing(SqliteStore(":memory:")) as store:
        return begun(beginning, UnreliableStore(store)).person()


def asked_first(beginning: str, said: list[Wish]) -> Iterator[tuple[Person, Answered]]:
    """Every reply to somebody who is asked first, with who they are after it; no further than it lasts."""
    with closing(SqliteStore(":memory:")) as store:
        listener = begun(beginning, UnreliableStore(store))
        since = listener.now
        for wish in said:
            told = listener.say(wish)
            if wish.intent in ANSWERS_IT or (listener.now - since).total_seconds() >= ASK_FIRST_SECONDS:
                return
            yield person_in(told.copy) if told.copy else listener.person(), told


def leads_nothing(told: Answered) -> bool:
    """Whether there is no hold in the reply, and nothing on the way to one."""
    return all(moment.place is None for moment in told.reply.timeline.moments)


def asked_of(person: Person) -> Ask | None:
    return person.asked.kind if person.asked else None


def what_counts(person: Person) -> tuple[object, ...]:
    """What a routine that is led would change."""
    return places(person), person.habit, person.held, person.finished, person.following, person.met


def places(person: Person) -> list[tuple[str, Place]]:
    return [(practice.routine, practice.real_place) for practice in person.practices]
