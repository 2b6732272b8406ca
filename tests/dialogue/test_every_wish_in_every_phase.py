"""Every wish of the table, in every phase: it is answered, and only those that say so move the place."""

from functools import cache

import pytest

from skill.dialogue.answers.table import ANSWERS
from skill.dialogue.guidance.settling import scene_of
from skill.dialogue.memory.person import Person
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reply import Listen
from skill.ports.turn import Slot
from skill.timeline import Place, Role
from tests.cases.each_of import each_of
from tests.dialogue.phases import PHASES, Phase, phase
from tests.library import LIBRARY
from tests.nightly import some_of
from tests.properties.slots import SECRET, SENSIBLE

MOVE_THE_PLACE = frozenset(
    {
        "AMAZON.NextIntent",
        "AMAZON.PreviousIntent",
        "AMAZON.StartOverIntent",
        "AMAZON.YesIntent",
        "CorrectNumberIntent",
        "CorrectSideIntent",
        "CorrectStretchIntent",
        "EnoughIntent",
        "GetMeDownIntent",  # out of what is held up, and on behind it
        "JumpToLastIntent",
        "JumpToNumberIntent",
        "JumpToStretchIntent",
        "MoreOfThisIntent",
        "NotAbleIntent",
        "NotSideIntent",
        "OnceMoreIntent",
        "OnlySideIntent",
        "OnlyThisSideIntent",
        "OtherSideIntent",
        "ReachedIntent",
        "ReadyIntent",
        "SkipSideIntent",
        "SkipStretchIntent",
        "SwapThisIntent",
    }
)
"""Moving about in the routine is what these are for."""

LEAVE_THE_STRETCH = frozenset(
    {
        "CannotEverIntent",
        "CannotIntent",
        "CrampIntent",
        "FlareUpIntent",
        "NerveSignIntent",
        "PainIntent",
        "RedFlagIntent",
        "WorseIntent",
    }
)
"""Something is wrong with the stretch under way: it is left, or with a sign of danger the routine is set down."""

Slots = dict[str, Slot]


@pytest.mark.parametrize("name", PHASES)
def test_every_wish_is_answered_and_the_microphone_is_told_what_to_do(name: str) -> None:
    for intent, outcomes in answers_in(name).items():
        assert all(map(is_sound, outcomes)), intent


@each_of("name", PHASES)
def test_the_place_stays_unless_the_wish_says_that_it_moves(name: str) -> None:
    here = phase(name)
    before = places(settled(here).person)
    moved = {
        intent
        for intent, outcomes in answers_in(name).items()
        if intent not in MOVE_THE_PLACE | LEAVE_THE_STRETCH
        for outcome in outcomes
        if not before.items() <= places(outcome.person).items()
    }
    assert moved == set()


@cache
def answers_in(name: str) -> dict[str, list[Outcome]]:
    """What every wish comes to in this phase, for each filling of its slots: worked out once for all tests.

    By day half of the wishes, the other half in the next phase.
    """
    here = phase(name)
    number = [*PHASES].index(name)
    wishes = some_of(sorted(ANSWERS), 3, number)
    return {intent: [answered(here, intent, slots) for slots in fillings(intent, number)] for intent in wishes}


def fillings(intent: str, number: int) -> list[Slots]:
    """The slots of an intent with something sensible, with what nobody knows, and empty: by day one of the three."""
    sensible = SENSIBLE.get(intent, {})
    silly = {name: Slot(SECRET) for name in sensible}
    turn = number + sorted(ANSWERS).index(intent)
    return list(some_of([sensible, silly, dict.fromkeys(sensible, Slot())], 3, turn // 2)) if sensible else [{}]


def settled(here: Phase) -> Scene:
    return scene_of(LIBRARY, here.wishing("AMAZON.HelpIntent", {}), here.person)


def answered(here: Phase, intent: str, slots: Slots) -> Outcome:
    return ANSWERS[intent](scene_of(LIBRARY, here.wishing(intent, slots), here.person))


def places(person: Person) -> dict[str, Place]:
    return {practice.routine: practice.kept or practice.place for practice in person.practices}


def is_sound(outcome: Outcome) -> bool:
    """Whether a reply that listens ends in a question, and one that closes does not."""
    moments = outcome.reply.timeline.moments
    asks = bool(moments) and moments[-1].role is Role.QUESTION
    return asks if isinstance(outcome.reply.microphone, Listen) else not asks
