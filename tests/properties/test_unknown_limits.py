"""Whatever is said while nothing can be read of somebody: what a limit might rule out is led after their yes alone."""

from collections.abc import Iterator
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from skill.dialogue.guide import Answered, Guide
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_record
from skill.dialogue.memory.subject import Demanded
from skill.dialogue.scene.routine_of import is_alone
from skill.stores.sqlite import SqliteStore
from skill.tailoring.tailoring import Tailoring
from skill.timeline import HOLDING
from tests.library import LIBRARY
from tests.properties.deliveries.deliveries import person_in
from tests.properties.listener import CONVERSATIONS, SOMEBODY, Listener, Wish
from tests.properties.unreliable_store import UnreliableStore

KNEELING = LIBRARY.limits["kneeling"]
TAKES_IT_BACK = frozenset({"CanAgainIntent", "ForgetMeIntent", "ForgetHouseholdIntent"})
YES = frozenset({"AMAZON.YesIntent", "ReadyIntent", "AllWellIntent", "ChooseIntent"})
"""Words that agree to what was just asked."""


@given(CONVERSATIONS)
def test_nothing_that_a_limit_rules_out_is_led_without_a_yes(conversation: list[Wish]) -> None:
    for allowed, told in led(conversation):
        for slug in held(told):
            stretch = LIBRARY.stretch(slug)
            might_rule_it_out = {name for name, limit in LIBRARY.limits.items() if limit.leaves_out.has(stretch)}
            assert might_rule_it_out <= allowed, slug


@given(CONVERSATIONS, st.integers(min_value=1, max_value=6))
def test_what_was_kept_counts_from_the_turn_on_that_finds_it_again(conversation: list[Wish], back_at: int) -> None:
    for person, told in led_with_the_store_back(conversation, back_at):
        if person.practice is not None and not is_alone(person.practice.routine):
            assert not {slug for slug in held(told) if KNEELING.leaves_out.has(LIBRARY.stretch(slug))}


def led_with_the_store_back(conversation: list[Wish], back_at: int) -> Iterator[tuple[Person, Answered]]:
    """Every reply from the turn on at which the store is back, to somebody who told it once that they cannot kneel."""
    with closing(SqliteStore(":memory:")) as behind:
        behind.write(SOMEBODY, to_record(Person(tailoring=Tailoring(limits=("kneeling",)))), after=0)
        store = UnreliableStore(behind)
        listener = Listener(Guide(LIBRARY, store))
        for number, wish in enumerate(conversation):
            store.down = number < back_at
            if wish.intent in TAKES_IT_BACK:
                return
            told = listener.say(wish)
            if not store.down:
                yield person_in(told.copy), told


def led(conversation: list[Wish]) -> Iterator[tuple[set[str], Answered]]:
    """Every reply with the limits of which the person has said, in its conversation, that they do not hold."""
    with closing(SqliteStore(":memory:")) as behind:
        store = UnreliableStore(behind)
        store.down = True
        listener, allowed = Listener(Guide(LIBRARY, store)), set[str]()
        for wish in conversation:
            allowed = set() if wish.ends or not listener.conversation else allowed | agreed(listener, wish)
            yield allowed, listener.say(wish)


def agreed(listener: Listener, wish: Wish) -> set[str]:
    """What this word says may be asked: yes to the question about it, or that they can do it again."""
    if wish.intent == "CanAgainIntent" and "limit" in wish.slots:
        return set(wish.slots["limit"].ids)
    asked = person_in(listener.copy).asked
    wanted = asked.subject if asked else None
    return set(wanted.demands) if isinstance(wanted, Demanded) and wish.intent in YES else set()


def held(told: Answered) -> set[str]:
    """The stretches of which a hold is told."""
    keys = {moment.place.step for moment in told.reply.timeline.moments if moment.place and moment.role in HOLDING}
    return {stretch_of(key) for key in keys}


def stretch_of(key: str) -> str:
    """The stretch of a step, which has it in its key, with what tells it from others."""
    key = key.rpartition("/")[2]  # what took the place of a step has that step's key before its own
    if key in LIBRARY.stretches:
        return key
    tilts = {"warm-up-tilts": "pelvic-tilts", "warm-up-rolls": "knee-rolls"}
    bare = key.removeprefix("first-").removeprefix("last-").removeprefix("rest-").removeprefix("warm-up-")
    return tilts.get(key) or bare.replace("-again", "")
