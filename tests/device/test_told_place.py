"""On a device that tells how far it came the place is the hold that was heard, at every tenth of a second."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import cache

from hypothesis import example, given, settings
from hypothesis import strategies as st

from skill.assembly import build_skill
from skill.device.page_turns import Json, PageClock
from skill.home import page_turns
from skill.settings import HOME_KEY, Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore

ROUTINES = ("lower back", "knee to chest stretch", "bedtime", "desk")


def page_over(store: SqliteStore) -> Callable[[Json], Json]:
    skill = build_skill(Settings(SqlitePlace(":memory:"), HOME_KEY), store, at_home=True)
    return page_turns(skill, "en-US", PageClock(lambda: datetime(2026, 1, 5, 7, tzinfo=UTC)))


@cache
def led(routine: str) -> Json:
    """The first reply that leads somebody into a hold of this routine: all that is needed to go on."""
    with closing(SqliteStore(":memory:")) as store:
        turn = page_over(store)
        reply = turn({"words": f"start {routine}", "conversation": None, "after_seconds": 0})
        for _ in range(5):
            if any(hold["until"] for hold in reply["view"].get("holds", [])):
                return reply
            then = {"conversation": reply["conversation"], "after_seconds": reply["seconds"]}
            reply = turn({"words": "ready", **then})
    raise AssertionError(f"{routine} never leads")


@settings(max_examples=30)
@example(routine="lower back", share=0.9921875)  # a long reply, near its end, with many cues that follow each other
@given(routine=st.sampled_from(ROUTINES), share=st.floats(0, 0.999))
def test_somebody_who_interrupts_is_told_of_the_very_hold_that_was_heard(routine: str, share: float) -> None:
    reply = led(routine)
    holds = reply["view"]["holds"]
    after = round(share * holds[-1]["until"], 1)
    with closing(SqliteStore(":memory:")) as store:
        told = page_over(store)({"words": "pause", "conversation": reply["conversation"], "after_seconds": after})
    heard = [hold["index"] for hold in holds if after < hold["until"]][:1]
    edge = [hold["index"] for hold in holds if abs(after - hold["until"]) <= 0.2]
    assert told["view"]["holds"][0]["index"] in {*heard, *edge, *(index + 1 for index in edge)}
