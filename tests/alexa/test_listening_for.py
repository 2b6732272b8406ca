"""Where a name, a time or one of two is asked for, Alexa is told the slot; what comes in it is read for what it is."""

from collections.abc import Callable
from typing import Any

import pytest

from skill.alexa.requests import LAUNCH_REQUEST, answer_request, intent_request
from skill.alexa.skill import AlexaSkill
from skill.ports.turn import Slot
from tests.alexa.test_responses import LOWER_BACK, Talker, wish

EVERY_MORNING = intent_request("RemindMeIntent", {"days": Slot("every morning", ("every-morning",))})
ONE_OF_TWO = intent_request("StartStretchIntent", {"stretch": Slot("the knee one", ("knee-rolls", "knee-press"))})
FOR_HOW_LONG = intent_request("CannotIntent", {"limit": Slot("kneel", ("kneeling",))})
HOW_MANY_MINUTES = intent_request("ByTimeIntent", {"duration": Slot("PT0S")})


def listened_for(answer: dict[str, Any]) -> tuple[str, str] | None:
    """The intent and its slot that Alexa is told to listen for."""
    told = [one for one in answer.get("directives", []) if one["type"] == "Dialog.ElicitSlot"]
    return (told[0]["updatedIntent"]["name"], told[0]["slotToElicit"]) if told else None


def answer_in(intent: str, slot: str, said: Slot, *, confirmed: str = "NONE") -> dict[str, Any]:
    """The answer as Alexa sends it inside a dialogue."""
    request = answer_request(intent, slot, said)
    request["intent"]["confirmationStatus"] = confirmed
    return request


def words_of(answer: dict[str, Any]) -> str:
    words: str = answer["outputSpeech"]["ssml"]
    return words


@pytest.mark.parametrize(
    ("asking", "awaited"),
    [
        (EVERY_MORNING, ("RemindMeAtIntent", "time")),
        (ONE_OF_TWO, ("StartStretchIntent", "stretch")),
        (FOR_HOW_LONG, ("ChooseIntent", "choice")),
        (HOW_MANY_MINUTES, ("ByTimeIntent", "duration")),
        (LAUNCH_REQUEST, None),
        (intent_request("ForgetMeIntent", {}), None),
        (intent_request("AMAZON.FallbackIntent", {}), None),
    ],
)
def test_the_reply_tells_alexa_which_slot_to_listen_for(
    asking: dict[str, Any], awaited: tuple[str, str] | None, skill: AlexaSkill
) -> None:
    assert listened_for(Talker(skill).send(asking)) == awaited


def test_it_is_listened_for_as_long_as_the_question_is_open(skill: AlexaSkill) -> None:
    talker = Talker(skill)
    talker.send(EVERY_MORNING)
    assert listened_for(talker.send(intent_request("AMAZON.FallbackIntent", {}))) == ("RemindMeAtIntent", "time")
    assert listened_for(talker.send(answer_in("RemindMeAtIntent", "time", Slot("07:00")))) is None


def test_nothing_is_listened_for_from_one_ready_to_the_next(skill: AlexaSkill) -> None:
    talker = Talker(skill)
    answer = talker.send(LOWER_BACK, 240)
    while not answer["shouldEndSession"]:
        assert listened_for(answer) is None
        answer = talker.send(intent_request("ReadyIntent", {}), 240)


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("no", "AMAZON.NoIntent"),
        ("yes", "AMAZON.YesIntent"),
        ("stop", "AMAZON.StopIntent"),
        ("next", "AMAZON.NextIntent"),
        ("help", "AMAZON.HelpIntent"),
        ("never mind", "AMAZON.CancelIntent"),
    ],
)
@pytest.mark.parametrize("asking", [EVERY_MORNING, ONE_OF_TWO, FOR_HOW_LONG, HOW_MANY_MINUTES])
def test_a_small_word_in_the_slot_is_that_word(
    said: str, same: str, asking: dict[str, Any], another: Callable[[], AlexaSkill]
) -> None:
    in_the_slot, by_itself = Talker(another()), Talker(another())
    awaited = listened_for(in_the_slot.send(asking))
    by_itself.send(asking)
    assert awaited is not None
    assert in_the_slot.send(answer_in(*awaited, Slot(said))) == by_itself.send(intent_request(same, {}))


@pytest.mark.parametrize(("confirmed", "same"), [("CONFIRMED", "AMAZON.YesIntent"), ("DENIED", "AMAZON.NoIntent")])
def test_a_confirmation_is_yes_or_no(confirmed: str, same: str, another: Callable[[], AlexaSkill]) -> None:
    confirming, saying = Talker(another()), Talker(another())
    for talker in (confirming, saying):
        talker.send(FOR_HOW_LONG)
    confirmation = answer_in("ChooseIntent", "choice", Slot(), confirmed=confirmed)
    assert confirming.send(confirmation) == saying.send(intent_request(same, {}))


def test_outside_a_dialogue_no_confirmation_is_believed(another: Callable[[], AlexaSkill]) -> None:
    request = intent_request("AMAZON.HelpIntent", {})
    request["intent"]["confirmationStatus"] = "DENIED"
    assert Talker(another()).send(request) == Talker(another()).send(intent_request("AMAZON.HelpIntent", {}))


@pytest.mark.parametrize(
    ("asking", "said", "heard"),
    [
        (EVERY_MORNING, Slot("07:00"), "Every day at seven in the morning"),
        (EVERY_MORNING, Slot("MO"), "Shall I remind you?"),
        (EVERY_MORNING, Slot("?"), "At what time?"),
        (HOW_MANY_MINUTES, Slot("PT10M"), "Ten minutes"),
        (HOW_MANY_MINUTES, Slot("?"), "How many minutes"),
        (FOR_HOW_LONG, Slot("for good", ("second",)), "That stays left out."),
    ],
)
def test_what_answers_the_question_answers_it(
    asking: dict[str, Any], said: Slot, heard: str, skill: AlexaSkill
) -> None:
    talker = Talker(skill)
    awaited = listened_for(talker.send(asking))
    assert awaited is not None
    assert heard in words_of(talker.send(answer_in(*awaited, said)))


@pytest.mark.parametrize(
    ("said", "heard"),
    [(Slot("knee rolls", ("knee-rolls",)), "Knee rolls"), (Slot("the second one"), "nee press")],
)
def test_the_one_of_two_that_is_named_is_led_once_they_are_there(said: Slot, heard: str, skill: AlexaSkill) -> None:
    talker = Talker(skill)
    awaited = listened_for(talker.send(ONE_OF_TWO))
    assert awaited is not None
    talker.send(answer_in(*awaited, said))
    assert heard in words_of(talker.send(wish("ReadyIntent"), 120))


def test_danger_in_the_slot_goes_before_the_answer(skill: AlexaSkill) -> None:
    talker = Talker(skill)
    talker.send(EVERY_MORNING)
    answer = talker.send(answer_in("RemindMeAtIntent", "time", Slot("my chest is tight and i can't breathe")))
    assert "nine one one" in words_of(answer)
    assert answer["shouldEndSession"] is True


def test_a_word_that_is_no_name_in_the_slot_loses_no_question(another: Callable[[], AlexaSkill]) -> None:
    in_the_slot, by_itself = Talker(another()), Talker(another())
    awaited = listened_for(in_the_slot.send(ONE_OF_TWO))
    by_itself.send(ONE_OF_TWO)
    assert awaited is not None
    misheard = in_the_slot.send(answer_in(*awaited, Slot("purple bananas")))
    assert misheard == by_itself.send(intent_request("AMAZON.FallbackIntent", {}))
