"""In every phase, and whatever question is open, words that something is wrong get the answer of their level."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.content.language.warnings import LEVELS, Level
from skill.content.model import Posture
from skill.dialogue.answers.respond import respond
from skill.dialogue.answers.safety.alarms import intent_of
from skill.dialogue.guidance.settling import scene_of
from skill.dialogue.guide import Guide
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import (
    Checking,
    Demanded,
    Limited,
    Listing,
    Nothing,
    Offer,
    OneOf,
    OneProgramme,
    OneStretch,
    Portion,
    ReminderDays,
    Rest,
    Ringing,
    SideLeft,
    Subject,
    Teaching,
    WayUp,
)
from skill.dialogue.offers.duration import DOWN
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.home import the_recognizer
from skill.ports.intents import ALARMS
from skill.ports.reply import Close
from skill.ports.turn import LAUNCH, Slot, Turn
from skill.stores.sqlite import SqliteStore
from skill.tailoring.steps.made import MadeStep
from tests.cases.each_of import each_of
from tests.library import LIBRARY
from tests.nightly import NIGHTLY, some_of
from tests.properties.listener import SOMEBODY, Listener, Wish

WARNINGS = LIBRARY.warnings["en"]
STARTS = Wish("StartRoutineIntent", 1, {"routine": Slot("lower back", ("lower-back",))})
LIES = Wish("ReadyIntent", 85)
AS_IT_IS = ""
WORST = ("emergency", "urgent")

PHASES: Mapping[str, tuple[tuple[Wish, ...], int]] = {
    "nothing was ever said": ((), 0),
    "opened for the first time": ((Wish(LAUNCH, 1),), 20),
    "on the way down": ((STARTS,), 60),
    "in a hold": ((STARTS, LIES), 40),
    "at Ready?": ((STARTS, LIES), 300),
    "paused": ((STARTS, LIES, Wish("AMAZON.PauseIntent", 40)), 70),
    "face down": ((Wish("StartStretchIntent", 1, {"stretch": Slot("sphinx", ("sphinx",))}), LIES), 75),
    "back on another day": ((STARTS, LIES, Wish("AMAZON.StopIntent", 60), Wish(LAUNCH, 90_000)), 10),
}
"""What somebody said before, and how many seconds later something is wrong."""

ABOUT: Mapping[type[Subject], Subject] = {
    Nothing: Nothing(),
    Offer: Offer("lower-back"),
    OneStretch: OneStretch("bridge"),
    OneOf: OneOf(("bridge", "sphinx"), "HowToIntent", "stretch"),
    Portion: Portion(Listing.ROUTINES, 3),
    Rest: Rest(),
    WayUp: WayUp(Posture.BACK, told=1),
    SideLeft: SideLeft(Posture.BACK, left=(MadeStep("piriformis", 20),), done=("left",)),
    Limited: Limited("kneeling"),
    Checking: Checking(told=1, left=9),
    Teaching: Teaching(told=1),
    Demanded: Demanded("lower-back", ("floor", "kneeling")),
    ReminderDays: ReminderDays("every-day"),
    Ringing: Ringing(("07:00 MO,TU",)),
    OneProgramme: OneProgramme("daily-back-care"),
}
NOTHING_UNDER_WAY = frozenset({"nothing was ever said", "opened for the first time", "back on another day"})
KINDS = sorted({AS_IT_IS, *(kind.value for kind in Ask)})


@cache
def somebody_in(phase: str) -> tuple[Listener, Person]:
    with closing(SqliteStore(":memory:")) as store:
        listener = Listener(Guide(LIBRARY, store))
        for wish in PHASES[phase][0]:
            listener.say(wish)
        return listener, listener.person()


def scene_in(phase: str, words: str, kind: str = AS_IT_IS) -> Scene:
    """Somebody in this phase who says this, while that question is open."""
    listener, person = somebody_in(phase)
    asked = Question(Ask(kind), ABOUT[Ask(kind).about[0]]) if kind else person.asked
    understood = the_recognizer("en-US").understand(words)
    turn = Turn(
        id="the alarm",
        intent=understood.intent,
        at=listener.now + timedelta(seconds=PHASES[phase][1]),
        owner=SOMEBODY,
        conversation=listener.conversation or "a new conversation",
        opens=not listener.conversation,
        slots={name: Slot(slot.said, slot.ids) for name, slot in understood.slots.items()},
        locale="en-US",
    )
    return scene_of(LIBRARY, turn, replace(person, asked=asked))


def answered(words: str, phase: str, kind: str = AS_IT_IS) -> Outcome:
    scene = scene_in(phase, words, kind)
    return respond(scene, intent_of(scene))


def words_of(outcome: Outcome) -> str:
    return " ".join(moment.words for moment in outcome.reply.timeline.moments if moment.words)


def closes(outcome: Outcome) -> bool:
    return isinstance(outcome.reply.microphone, Close)


def is_emergency(outcome: Outcome) -> bool:
    words = words_of(outcome)
    return closes(outcome) and "needs help" in words and words.endswith("Call nine one one now.")


TALKED_UP = ("Shall I talk you up?", "Do you want help getting up?")


def is_urgent(outcome: Outcome) -> bool:
    """A doctor today; closed, or whoever lies there is offered to be talked up, and nothing else."""
    over = closes(outcome) or words_of(outcome).endswith(TALKED_UP)
    return over and "Please speak to a doctor today" in words_of(outcome)


LEFT_TO_A_DOCTOR = ("What would you like?", "What shall we do?")
NEXT_STEP = ("Ready for the first step?", "Ready for the next step?", "The first step?", "The next step?")
"""As it is put at first, and when it was asked just before."""


EASIER = ("Is it easier now?", "Has it eased off now?")
FINISH = ("Finish here, or go on?", "Finish, or go on?")
"""What is asked after pain, and what is offered to somebody who said so when that was asked."""
STEADY = ("Are you steady on your feet now?", "Do you feel steady?")
"""What is asked of somebody who was helped up just before."""


AFTER_AN_ALARM = {
    Ask.SIDE_LEFT.value: TALKED_UP,
    Ask.GET_UP.value: TALKED_UP,
    Ask.UP.value: NEXT_STEP,
    Ask.STANDING.value: NEXT_STEP,
    Ask.UP_YET.value: NEXT_STEP,
    Ask.STEADY.value: STEADY,
    Ask.SETTLED.value: FINISH,
}
"""What is asked next of somebody who is out of it already, by what was asked."""


def is_stuck(outcome: Outcome) -> bool:
    return words_of(outcome).endswith(NEXT_STEP)


def is_pain(outcome: Outcome) -> bool:
    ends = ("Shall we begin?", "Begin with gentle start?", "get up slowly.", *EASIER, *FINISH)
    return words_of(outcome).endswith((*ends, *TALKED_UP, *NEXT_STEP))


def is_sent_to_ask(outcome: Outcome) -> bool:
    """Asked to ask a doctor first, and told whom to call; nothing is offered."""
    words = words_of(outcome)
    told = "Ask a doctor before you stretch; today, if it is new" in words and "call nine one one" in words
    return told and words.endswith(LEFT_TO_A_DOCTOR) and Question(Ask.WISH).is_same(outcome.person.asked)


def is_dizzy(outcome: Outcome) -> bool:
    ends = (*FINISH, "speak to a doctor today.", *TALKED_UP, *NEXT_STEP, *STEADY)
    still = ("sit down slowly.", "Lie still, and breathe.", "Stay sitting", "onto one side, slowly", "Come no higher")
    return words_of(outcome).endswith(ends) and any(words in words_of(outcome) for words in still)


def is_answered(level: Level, words: str, phase: str, kind: str) -> bool:
    """Whether it gets the answer of its level; of a nerve another one where nothing is under way to come out of."""
    outcome = answered(words, phase, kind)
    told_already = words_of(outcome).endswith(AFTER_AN_ALARM.get(kind, ()))
    if level == "nerve" and phase in NOTHING_UNDER_WAY and not told_already:
        return is_sent_to_ask(outcome)
    return ANSWERED[level](outcome)


ANSWERED: Mapping[Level, Callable[[Outcome], bool]] = {
    "emergency": is_emergency,
    "urgent": is_urgent,
    "stuck": is_stuck,
    "nerve": is_pain,
    "dizzy": is_dizzy,
    "pain": is_pain,
}


def test_the_phases_are_what_they_are_called() -> None:
    inside = {phase for phase in PHASES if scene_in(phase, "ouch").inside}
    assert inside == {"in a hold", "face down"}
    assert {phase for phase in PHASES if scene_in(phase, "ouch").waiting} == {"at Ready?"}
    assert {phase for phase in PHASES if scene_in(phase, "ouch").guiding} == inside | {"on the way down", "at Ready?"}
    assert scene_in("face down", "ouch").posture_now == "front"


@settings(max_examples=(5 if NIGHTLY else 4) * settings().max_examples)
@given(data=st.data())
def test_every_alarm_is_answered_in_every_phase_and_from_every_question(data: st.DataObject) -> None:
    level = data.draw(st.sampled_from(sorted(ANSWERED)))
    phrase = data.draw(st.sampled_from(WARNINGS.phrases_of(level)))
    phase, kind = data.draw(st.sampled_from(sorted(PHASES))), data.draw(st.sampled_from(KINDS))
    assert is_answered(level, phrase, phase, kind), (phrase, phase, kind)


@each_of("phase", PHASES)
@each_of("level", ANSWERED)
def test_each_level_has_its_answer_in_each_phase(level: Level, phase: str) -> None:
    # By day a sixth of the questions in each phase, another sixth for each level: all of them for every phase.
    for kind in some_of(KINDS, 11, [*ANSWERED].index(level) + [*PHASES].index(phase)):
        assert is_answered(level, WARNINGS.phrases_of(level)[0], phase, kind), kind


def intents_reached() -> Iterator[tuple[Level, str, str]]:
    for level in LEVELS:
        # By day all that is an emergency or urgent, and a third of the others.
        for phrase in some_of(WARNINGS.phrases_of(level), 1 if level in WORST else 9):
            yield level, phrase, the_recognizer("en-US").understand(phrase).intent


def test_every_phrase_of_a_warning_reaches_the_intent_of_its_level() -> None:
    assert [reached for reached in intents_reached() if reached[2] != ALARMS[reached[0]]] == []


def test_what_needs_a_doctor_is_followed_by_an_ordinary_greeting_that_offers_the_softest() -> None:
    for phase in PHASES:
        outcome = answered(WARNINGS.phrases_of("urgent")[0], phase)
        down = scene_in(phase, "ouch").posture_now in DOWN
        asked = outcome.person.asked
        assert outcome.person.offer == "gentle-start"
        assert (asked.kind if asked else None) == (Ask.GET_UP if down else None), phase


@pytest.mark.parametrize("level", sorted(ANSWERED))
def test_only_an_emergency_is_followed_by_being_asked_first(level: Level) -> None:
    for phase in PHASES:
        scene = scene_in(phase, WARNINGS.phrases_of(level)[0])
        after = respond(scene, intent_of(scene)).person
        assert after.ask_first_at == (scene.turn.epoch if level == "emergency" else 0)
        assert level != "emergency" or (after.asked, after.offer) == (None, scene.person.offer)
