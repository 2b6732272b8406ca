"""Kinds of danger that were lost once, and the ordinary words beside each that are none, as people talk."""

from itertools import product

import pytest

from skill.home import the_recognizer
from skill.ports.intents import GRAVE, RED_FLAG
from skill.recognizer.meaning import Understood
from tests.cases.each_of import each_of

NOW = [
    "seizure",
    "i am paralysed",
    "head exploding",
    "not waking",
    "get a doctor",
    "woke up floor dunno how",
    "came to on the carpet and i don't know why",
    "my wife is having epilepsy",
    "my uncle got fits just now",
    "she's jerking all over",
    "my curtains caught fire",
    "my hair is on fire",
    "my partner is strangling me",
    "he keeps hitting me please",
    "i met with an accident on the way home",
    "a van has hit me",
    "my neck just snapped",
    "he fell and he's screaming",
    "i'm pregnant and there's some blood",
    "twenty weeks and i'm bleeding",
    "i'm expecting and fluid is coming",
    "my sister has gone into labour",
    "contractions every four minutes",
    "the baby hasn't kicked since last night",
    "i slit my wrists",
    "i want to jump off the roof",
    "i've taken thirty sleeping tablets",
    "i swallowed a handful of painkillers",
    "i have consumed all the medicines",
    "both knees fold under me",
    "two legs no power",
    "my legs have given out",
    "everything below my ribs is numb",
    "my father isn't opening his eyes",
    "my arm isn't moving",
    "call my neighbour no call an ambulance",
    "ring my sister no ring nine nine nine",
]
TODAY = [
    "i think i've fractured my wrist",
    "i've got a bit of a temp and my back aches",
    "pain in both legs",
    "my foot sleeps since two days",
    "numb left leg three days now",
    "a blow to the head",
]
HARMLESS = [
    "i'm expecting a parcel any minute",
    "i'm pregnant and my blood pressure is fine",
    "my muscle contractions are lovely",
    "labour won the vote",
    "i took my pills twenty minutes ago",
    "i have taken my twenty milligram tablet",
    "i took twenty steps",
    "she's beating me at chess",
    "my brother is beating me at cards",
    "knock that one on the head",
    "he was given out in the cricket",
    "the twig snapped",
    "my neck snapped and it feels lovely",
    "i'm shivering because the window's open",
    "my trousers are wet from the rain",
    "my teenager won't wake up for school",
    "i was knocked out after that one",
    "i'm paralysed with boredom",
    "the market has collapsed again",
    "the goalkeeper collapsed in the box",
    "there's no call for an ambulance today",
    "my leg isn't moving that far",
    "was in a car wreck back in high school",
    "my mouth is dry",
    "my t shirt is wet",
    "this jumper doesn't fit",
    "i've taken a painkiller",
    "i can nearly touch my toes",
    "i haven't fallen",
    "i don't feel dizzy",
    "the lid is stuck",
]
WHAT = ("no feeling", "no strength", "pins and needles")
WHERE = ("in both legs", "in my two legs", "from the waist down", "below my belly", "from my ribs down")
HOW = ("", "all of a sudden", "since this morning", "and it frightens me")


def level_of(understood: Understood) -> str:
    sign = understood.slots.get("sign")
    return sign.ids[0] if understood.intent == RED_FLAG and sign else understood.intent


@each_of("words", NOW)
def test_help_is_called_for_now(words: str) -> None:
    assert level_of(the_recognizer("en-US").understand(words)) == "emergency"


@each_of("words", TODAY)
def test_somebody_should_see_it_today(words: str) -> None:
    assert level_of(the_recognizer("en-US").understand(words)) == "urgent"


@each_of("words", HARMLESS)
def test_ordinary_talk_rings_no_alarm(words: str) -> None:
    understood = the_recognizer("en-US").understand(words)
    assert understood.intent not in {*GRAVE, "DizzyIntent"}, understood.reason


@pytest.mark.parametrize("where", WHERE)
def test_what_is_lost_on_both_sides_is_an_emergency_however_it_is_said(where: str) -> None:
    said = [f"{what} {where} {how}".strip() for what, how in product(WHAT, HOW)]
    assert [one for one in said if level_of(the_recognizer("en-US").understand(one)) != "emergency"] == []
