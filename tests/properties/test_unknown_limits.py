"""Whatever is said while nothing can be read of somebody: what a limit might rule out is led after their yes alone."""

from collections.abc import Iterator
from contextlib import closing

from hypothesis import given

from skill.dialogue.answers.replying.consent import CONSENT
from skill.dialogue.guide import Guide, Told
from skill.stores.sqlite import SqliteStore
from skill.timeline import HOLDING
from tests.library import LIBRARY
from tests.properties.deliveries import person_in
from tests.properties.listener import CONVERSATIONS, Listener, Wish
from tests.properties.unreliable_store import UnreliableStore

YES = frozenset({"AMAZON.YesIntent", "ReadyIntent", "AllWellIntent", "ChooseIntent"})
"""Words that agree to what was just asked."""


@given(CONVERSATIONS)
def test_nothing_that_a_limit_rules_out_is_led_without_a_yes(conversation: list[Wish]) -> None:
    for allowed, told in led(conversation):
        for slug in held(told):
            stretch = LIBRARY.stretch(slug)
            might_rule_it_out = {name for name, limit in LIBRARY.limits.items() if limit.leaves_out.has(stretch)}
            assert might_rule_it_out <= allowed, slug


def led(conversation: list[Wish]) -> Iterator[tuple[set[str], Told]]:
    """Every reply with the limits of which the person has said, in its conversation, that they do not hold."""
    with closing(SqliteStore(":memory:")) as behind:
        store = UnreliableStore(behind)
        store.down = True
        listener, allowed = Listener(Guide(LIBRARY, store)), set[str]()
        for wish in conversation:
            if wish.ends or not listener.conversation:
                allowed = set()
            else:
                allowed = allowed | agreed(listener, wish)
            yield allowed, listener.say(wish)


def agreed(listener: Listener, wish: Wish) -> set[str]:
    """What this word says may be asked: yes to the question about it, or that they can do it again."""
    if wish.intent == "CanAgainIntent" and "limit" in wish.slots:
        return set(wish.slots["limit"].ids)
    asked = person_in(listener.copy).asked
    return set(asked.about[1:]) if asked and asked.kind == CONSENT and wish.intent in YES else set()


def held(told: Told) -> set[str]:
    """The stretches of which a hold is told."""
    keys = {moment.place.step for moment in told.reply.timeline.moments if moment.place and moment.role in HOLDING}
    return {stretch_of(key) for key in keys}


def stretch_of(key: str) -> str:
    """The stretch of a step, which has it in its key, with what tells it from others."""
    warming_up = {"warm-up-tilts": "pelvic-tilts", "warm-up-rolls": "knee-rolls"}
    bare = key.removeprefix("first-").removeprefix("last-").removeprefix("rest-")
    return warming_up.get(key) or bare.replace("-again", "")
