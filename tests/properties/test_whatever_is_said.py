"""Whatever is said of all that can be said: the answer is within the limits, and nobody is left in a stretch."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from hypothesis import given

from skill.dialogue.answers.table import ANSWERS
from skill.dialogue.guide import Answered, Guide
from skill.dialogue.memory.question import Ask
from skill.limits import LONGEST_SSML_CHARACTERS
from skill.ports.reply import Close, Listen
from skill.practice import Ending, whereabouts
from skill.speech.ssml import ssml
from skill.stores.sqlite import SqliteStore
from skill.timeline import HOLDING, Moment, Role, Timeline
from tests.library import LIBRARY
from tests.properties.listener import CONVERSATIONS, Listener, Wish
from tests.properties.slots import SLOTS

NOT_IN_IT = frozenset({"NotThereYetIntent", "AMAZON.NavigateHomeIntent"})
"""Whoever says that they are not down yet is in no stretch; and who has left for the home screen hears nothing more."""


HARMLESS = frozenset(
    {
        *("TimeLeftIntent", "WhichSideIntent", "WhereAmIIntent", "HowManyLeftIntent", "WhatNextIntent", "FeelIntent"),
        *(
            "FeelInIntent",
            "BodyPartIntent",
            "MistakesIntent",
            "IsThatItIntent",
            "WhatNeededIntent",
        ),
        *("DoctorIntent", "SourcesIntent", "WhatDoYouKnowIntent", "CountWithMeIntent", "WhatDidIDoIntent"),
        "FavouritesIntent",
        *("CountMeDownIntent", "NoCountDownIntent", "ChimeIntent", "NoChimeIntent"),
        *("InBreathsIntent", "InSecondsIntent"),
        *("MoreOfThisIntent", "AmIRightIntent", "OtherWordsIntent"),
        *("HowOftenIntent", "HowOftenRoutineIntent", "BodyWordIntent", "HowToBreatheIntent", "SitsAllDayIntent"),
    }
)
"""Questions that are answered without letting go of a restful or a moving hold."""

ASKS_FOR_NOTHING = frozenset(
    {
        *("Launch", "AMAZON.ResumeIntent", "AMAZON.YesIntent", "AMAZON.NoIntent", "AMAZON.FallbackIntent"),
        *("AMAZON.HelpIntent", "AllWellIntent", "SeenIntent", "EasingIntent"),
        "ChooseIntent",  # where there is nothing to choose
        *("IntentOfTomorrow", "UnsureIntent", "WhereItIsIntent", "UpAgainIntent"),  # as good as misheard
        "AlreadyThereIntent",
        *("OnlyThisSideIntent", "OnlySideIntent", "NotSideIntent", "BothSidesIntent"),  # where there are no sides
        *("SlowerIntent", "FasterIntent", "FewerWordsIntent", "MoreWordsIntent"),  # where that is so already
        "MoreIntent",  # where it is as long as it may be
    }
)
"""Words that take nothing from a restful or a moving hold, and add nothing to it: what is left of it is told."""


@given(CONVERSATIONS)
def test_every_reply_is_short_enough_for_alexa(conversation: list[Wish]) -> None:
    for told in (turn.told for turn in played(conversation)):
        assert len(ssml(told.reply.timeline)) <= LONGEST_SSML_CHARACTERS
        if isinstance(told.reply.microphone, Listen):
            assert len(ssml(told.reply.microphone.reprompt)) <= LONGEST_SSML_CHARACTERS
        assert len(json.dumps(told.copy)) <= LONGEST_SSML_CHARACTERS


@given(CONVERSATIONS)
def test_whoever_is_in_a_stretch_is_let_out_before_anything_else(conversation: list[Wish]) -> None:
    for turn in played(conversation):
        if turn.inside and turn.wish.intent not in NOT_IN_IT and not isinstance(turn.told.reply.microphone, Close):
            timeline, asked = turn.told.reply.timeline, turn.told.person.asked
            # By what they know whether they do it right is asked while they do it (decision 0050).
            stays = asked is not None and asked.kind is Ask.CHECK
            assert timeline.moments[0].role is Role.RELEASE or stays or goes_on_with_the_hold(turn.wish, timeline)


@given(CONVERSATIONS)
def test_nobody_is_asked_in_a_hold(conversation: list[Wish]) -> None:
    for told in (turn.told for turn in played(conversation)):
        after = tuple(after_the_last_hold(told.reply.timeline))
        if isinstance(told.reply.microphone, Listen) and after:
            assert any(moment.role is Role.RELEASE for moment in after)


def test_every_wish_of_the_table_is_drawn_with_its_slots() -> None:
    assert {"HaveToStopIntent", "JumpToStretchIntent", "CorrectNumberIntent"} <= set(SLOTS) & set(ANSWERS)


@dataclass(frozen=True)
class Played:
    """A wish, whether the person was in a stretch when they made it, and what they were told."""

    wish: Wish
    inside: bool
    told: Answered


def played(conversation: list[Wish]) -> Iterator[Played]:
    """Every wish of a conversation in turn."""
    with closing(SqliteStore(":memory:")) as store:
        listener = Listener(Guide(LIBRARY, store))
        for wish in conversation:
            if wish.ends:
                listener.leave(wish.ends)
            listener.wait(wish.after)
            inside = is_inside(listener, wish)
            yield Played(wish, inside, listener.speak(wish))


def is_inside(listener: Listener, wish: Wish) -> bool:
    """Whether the wish interrupts a hold; what may be the answer to a question does not."""
    person = listener.person()
    practice = person.practice
    if practice is None or practice.conversation != listener.conversation:
        return False
    if person.asked is not None and person.asked.answered_by(wish.intent):
        return False
    return whereabouts(
        practice, int(listener.now.timestamp()), Ending.INTERRUPTED, person.pace_on(practice.device)
    ).inside


def goes_on_with_the_hold(wish: Wish, timeline: Timeline) -> bool:
    """Whether what was asked harms no hold, and the rest of it comes next, unentered, and then its release.

    Somebody who had just entered it settles first.
    """
    placed = (moment for moment in timeline.moments if moment.place is not None)
    here = list(dropwhile(lambda moment: moment.role is Role.SETTLE, placed))
    held = list(takewhile(lambda moment: moment.role in HOLDING, here))
    if wish.intent not in HARMLESS | ASKS_FOR_NOTHING or not held:
        return False
    after = here[len(held)]
    return after.role is Role.RELEASE or (after.role is Role.ENTER and part_of(after) != part_of(held[-1]))


def part_of(moment: Moment) -> str | None:
    """Which way of a movement it is of: the cat is let go by going into the cow."""
    return moment.place.part if moment.place else None


def after_the_last_hold(timeline: Timeline) -> Iterator[Moment]:
    """What comes after a reply's last hold; nothing when it has none."""
    if any(moment.role in HOLDING for moment in timeline.moments):
        yield from takewhile(lambda moment: moment.role not in HOLDING, reversed(timeline.moments))
