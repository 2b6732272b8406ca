"""What all the words speak against is not believed, and a phrase of pain beside a wish is none where nothing hurts."""

from skill.ports.evidence import Evidence
from skill.recognizer.recognizer import FALLBACK, Recognizer
from tests.cases.each_of import each_of

LED, AT_THE_DOOR = Evidence("guiding"), Evidence("idle")


@each_of(
    ("words", "known", "intent"),
    [
        ("oof, make it a bit shorter, will you", LED, "HoldShorterIntent"),
        ("that wasn't pain, I only coughed", LED, "AllWellIntent"),
        ("give me some stretches for waist pain", AT_THE_DOOR, "ByAreaIntent"),
    ],
)
def test_a_wish_beside_a_phrase_of_pain_counts(
    recognizer: Recognizer, words: str, known: Evidence, intent: str
) -> None:
    assert recognizer.understand(words, known).intent == intent


@each_of(
    ("words", "known"),
    [
        ("ow, that hurts, make it shorter", LED),
        ("ouch ouch that is pinching my spine", LED),
        ("my back hurts a lot", AT_THE_DOOR),
    ],
)
def test_somebody_who_hurts_is_heard_to_hurt_whatever_is_wished(
    recognizer: Recognizer, words: str, known: Evidence
) -> None:
    assert recognizer.understand(words, known).intent == "PainIntent"


@each_of(
    ("words", "known", "never"),
    [
        ("would you have anything for the top of my back please", AT_THE_DOOR, "StartThisOverIntent"),
        ("what was that one we did yesterday with the ankle on the knee", AT_THE_DOOR, "YesterdayAgainIntent"),
        ("both sides do we have to do, or only this one", LED, "BothSidesIntent"),
        ("fifteen minutes, no, make that ten, I've a meeting", AT_THE_DOOR, "HaveToStopIntent"),
        ("skip this, oh no, leave it, I'm all right, I'll finish it", LED, "AMAZON.StopIntent"),
        ("I didn't catch that, what am I supposed to do", LED, "TodayIntent"),
    ],
)
def test_what_costs_something_is_not_done_by_a_part(
    recognizer: Recognizer, words: str, known: Evidence, never: str
) -> None:
    assert recognizer.understand(words, known).intent != never


@each_of(
    ("words", "known", "intent"),
    [
        ("I said the wrong thing", LED, "GoBackIntent"),
        ("do I need special clothes", AT_THE_DOOR, "WhatNeededIntent"),
        ("more time in every stretch", LED, "EverythingLongerIntent"),
        ("take the bridge off my list", AT_THE_DOOR, "RemoveFromMineIntent"),
        ("show me the front door camera", AT_THE_DOOR, FALLBACK),
    ],
)
def test_what_all_the_words_are_surely_is_no_name_that_nobody_has(
    recognizer: Recognizer, words: str, known: Evidence, intent: str
) -> None:
    assert recognizer.understand(words, known).intent == intent


@each_of(
    ("words", "intent", "name"),
    [
        ("start the unicorn routine", "StartRoutineIntent", "unicorn"),
        ("start my monday routine", "StartRoutineIntent", "monday"),
        ("begin with the walrus stretch", "StartStretchIntent", "with the walrus"),
        ("lead me through push ups", "StartStretchIntent", "push ups"),
    ],
)
def test_a_name_that_nobody_has_is_said_to_be_unknown(
    recognizer: Recognizer, words: str, intent: str, name: str
) -> None:
    heard = recognizer.understand(words, AT_THE_DOOR)
    assert (heard.intent, [slot.said for slot in heard.slots.values()]) == (intent, [name])


def test_the_last_of_several_answers_counts(recognizer: Recognizer) -> None:
    asked = Evidence("idle", "begin", frozenset({"AMAZON.YesIntent", "AMAZON.NoIntent"}))
    assert recognizer.understand("no, yes, sorry, yes", asked).intent == "AMAZON.YesIntent"


def test_a_list_of_ones_own_is_over_with_that_is_it(recognizer: Recognizer) -> None:
    assert recognizer.understand("that's it", Evidence("idle", "own")).intent == "AMAZON.NoIntent"


@each_of(
    ("words", "known", "intent"),
    [
        ("today only on the left please", LED, "OnlySideIntent"),
        ("let it continue please the phone call is finished", LED, "AMAZON.ResumeIntent"),
        ("can we do just this side", LED, "OnlyThisSideIntent"),
        ("could you call it out a bit louder", LED, "VolumeIntent"),
        ("please take the bridge away for always", AT_THE_DOOR, "LeaveOutIntent"),
        ("my bread's in the oven so i've got ten minutes exactly what have you got", AT_THE_DOOR, "ByTimeIntent"),
        ("speak a little bit faster please i am dozing off", LED, "FasterIntent"),
        ("the phone is ringing, stop", LED, "AMAZON.StopIntent"),
        ("fifteen seconds more, no, twenty", LED, "MoreOfThisIntent"),
    ],
)
def test_a_known_sentence_is_but_a_part_where_all_the_words_weigh_for_another(
    recognizer: Recognizer, words: str, known: Evidence, intent: str
) -> None:
    assert recognizer.understand(words, known).intent == intent


@each_of(
    ("words", "intent"),
    [
        ("skip this side it's sore", "SkipSideIntent"),
        ("leave out the cat cow just for today my wrists are sore", "SkipStretchIntent"),
        ("i'm puffed, give me a breather", "AMAZON.PauseIntent"),
        ("it's sore but hold it a bit longer", "PainIntent"),
        ("my knee hurts next one please", "PainIntent"),
        ("i'm dizzy next one please", "DizzyIntent"),
    ],
)
def test_somebody_sore_is_let_off_by_their_own_wish_and_taken_no_further(
    recognizer: Recognizer, words: str, intent: str
) -> None:
    assert recognizer.understand(words, LED).intent == intent
