"""However stretches are fitted: the place is kept, doses stay within their reach, and replies can be heard."""

from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from skill.content.model.course import NumberedStep
from skill.content.rules.daily_rules import most_a_day_seconds
from skill.dialogue.guide import Guide
from skill.dialogue.memory.person import Person
from skill.dialogue.scene.routine_of import routine_of
from skill.ports.turn import Slot
from skill.stores.sqlite import SqliteStore
from skill.tailoring.tailoring import Tailoring
from skill.timeline.hold.units import units_of
from tests.library import LIBRARY
from tests.properties.listener import Listener, Wish
from tests.properties.test_dialogue import longest_reply

_WORDLESS = [
    "HoldLongerIntent",
    "HoldShorterIntent",
    "SlowerIntent",
    "FasterIntent",
    "FewerWordsIntent",
    "MoreWordsIntent",
    "JustCountIntent",
    "EasierIntent",
    "UsualFormIntent",
    "TooEasyIntent",
    "TooMuchIntent",
    "LeaveOutIntent",
    "WhatIsLeftOutIntent",
    "ReadyIntent",
    "AMAZON.YesIntent",
    "AMAZON.NoIntent",
    "AMAZON.PauseIntent",
    "AMAZON.NextIntent",
]
_STRETCHES = st.sampled_from(sorted(LIBRARY.stretches)).map(lambda slug: {"stretch": Slot(slug, (slug,))})
_LENGTHS = st.sampled_from(["PT0S", "PT7S", "PT20S", "PT28S", "PT1M", "PT2M", "PT9H", "?"]).map(
    lambda said: {"duration": Slot(said)}
)
_AFTER = st.integers(min_value=1, max_value=200) | st.sampled_from([24 * 60 * 60, 9 * 24 * 60 * 60])
_WISHES = (
    st.builds(Wish, st.sampled_from(_WORDLESS), _AFTER)
    | st.builds(Wish, st.sampled_from(["LeaveOutIntent", "AllowIntent"]), _AFTER, _STRETCHES)
    | st.builds(Wish, st.just("HoldForIntent"), _AFTER, _LENGTHS)
)
_BEGINNINGS = st.sampled_from(sorted(LIBRARY.routines)).map(
    lambda slug: Wish("StartRoutineIntent", slots={"routine": Slot(slug, (slug,))})
)


@given(_BEGINNINGS, st.lists(_WISHES, min_size=1, max_size=15))
def test_a_fitted_routine_is_sound_and_its_place_is_in_it(begins: Wish, wishes: list[Wish]) -> None:
    with closing(SqliteStore(":memory:")) as store:
        listener = Listener(Guide(LIBRARY, store))
        for wish in (begins, *wishes):
            reply = listener.say(wish).reply
            person = listener.person()
            assert reply.timeline.seconds <= longest_reply(person.practice)
            assert_sound(person)


def assert_sound(person: Person) -> None:
    """The place is one of the routine's, and nothing is held longer or more often than is good."""
    practice = person.practice
    if practice is None:
        return
    routine, prescribed = (routine_of(LIBRARY, practice, one) for one in (person.tailoring, _unfitted(person)))
    assert routine is not None
    assert prescribed is not None
    units = [unit for step in routine.steps for unit in units_of(step, LIBRARY.stretch_of(step))]
    assert practice.place in [unit.place for unit in units]
    for step, written in zip(routine.steps, prescribed.steps, strict=True):
        stretch = LIBRARY.stretch(step.stretch)
        paced = person.tailoring.manner.movement_seconds
        least = min(stretch.hold.shortest, written.dose.hold_seconds)
        most = max(stretch.hold.longest, written.dose.hold_seconds)
        assert paced(stretch, least) <= step.dose.hold_seconds <= paced(stretch, most)
        a_day = most_a_day_seconds(stretch)
        was = NumberedStep(0, written, stretch).seconds_a_side
        now = NumberedStep(0, step, stretch).seconds_a_side
        assert a_day is None or stretch.form == "moving" or now <= max(a_day, was)


def _unfitted(person: Person) -> Tailoring:
    kept = person.tailoring
    return Tailoring(never=kept.never, resting=kept.resting, resting_day=kept.resting_day, limits=kept.limits)
