"""Two wishes in one breath are both heard; what is only told beside a wish loses it nothing."""

import pytest

from skill.dialogue.answers.conversation.evidence import evidence
from skill.dialogue.memory.question import Ask
from skill.ports.evidence import Evidence
from skill.recognizer.recognizer import Recognizer
from tests.cases.each_of import each_of

YES, STOP, FALLBACK = "AMAZON.YesIntent", "AMAZON.StopIntent", "AMAZON.FallbackIntent"
ASKED = Evidence("idle", "begin", frozenset({YES}))


def both(recognizer: Recognizer, words: str) -> tuple[str, str]:
    heard = recognizer.understand(words, ASKED)
    return heard.intent, heard.also.intent if heard.also else ""


@each_of(
    ("words", "wishes"),
    [
        ("finish for today and remind me tomorrow at seven", (STOP, "RemindMeIntent")),
        ("remind me tomorrow at seven and stop", (STOP, "RemindMeIntent")),
        ("take out the bridge and put in the cobra", ("AddToMineIntent", "RemoveFromMineIntent")),
        ("slower, and only the left side", ("OnlySideIntent", "SlowerIntent")),
        ("fewer words and then a bit faster", ("FasterIntent", "FewerWordsIntent")),
        ("skip this one and how long is left", ("AMAZON.NextIntent", "TimeLeftIntent")),
    ],
)
def test_two_wishes_are_both_heard_to_stop_first_else_the_last(
    recognizer: Recognizer, words: str, wishes: tuple[str, str]
) -> None:
    assert both(recognizer, words) == wishes


@each_of(
    ("words", "wishes"),
    [
        ("yes but slower", ("SlowerIntent", YES)),
        ("yes, but leave out the cobra", ("LeaveOutIntent", YES)),
        ("aye and only the right side", ("OnlySideIntent", YES)),
        ("yeah but i can't kneel", ("CannotIntent", YES)),
        ("yes and how long is it", ("TimeLeftIntent", "")),
        ("yes wait how long is it", ("TimeLeftIntent", "")),
        ("yes my dear i was looking forward to it", (YES, "")),
        ("yes but not that thing from last week", (FALLBACK, "")),
        ("yes please", (YES, "")),
    ],
)
def test_a_yes_beside_a_wish_is_kept_where_the_wish_changes_something(
    recognizer: Recognizer, words: str, wishes: tuple[str, str]
) -> None:
    assert both(recognizer, words) == wishes


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("ten minutes on the floor me back's knackered from digging", "ByTimeIntent"),
        ("which side is it i was looking out of the window", "WhichSideIntent"),
        ("how long is left because i am cooking", "TimeLeftIntent"),
        ("start the lower back routine my wife is out", "StartRoutineIntent"),
    ],
)
def test_what_is_told_beside_a_wish_loses_it_nothing(recognizer: Recognizer, words: str, intent: str) -> None:
    assert recognizer.understand(words).intent == intent


@pytest.mark.parametrize(
    "words",
    [
        "tell the driver how long is left because i am cooking and not the bridge",
        "remind me to take my water tablets",
        "delete, I mean, something about data",
    ],
)
def test_words_that_may_change_a_wish_are_not_left_aside(recognizer: Recognizer, words: str) -> None:
    assert recognizer.understand(words).intent == FALLBACK


def test_danger_leaves_no_other_wish(recognizer: Recognizer) -> None:
    heard = recognizer.understand("slower and my chest hurts and i can't breathe")
    assert (heard.intent, heard.also) == ("RedFlagIntent", None)


def test_what_cannot_be_undone_is_heard_in_no_breath_with_anything_else(recognizer: Recognizer) -> None:
    asked = Evidence("idle", "forget-me", frozenset(), exact=frozenset({YES}))
    assert recognizer.understand("yes but slower", asked).also is None


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("now then that was maureen she sends her love not that she knows you what was i doing", "WhereAmIIntent"),
        ("sorry that took ages did we do both sides", "WhichSideIntent"),
        ("that's me done i think put the kettle on shall we oh i know you can't", STOP),
        ("wait my wife is also doing with me both of us will do", "AMAZON.PauseIntent"),
        ("that'll do thanks i'm shaking", STOP),
    ],
)
def test_talk_changes_neither_the_question_it_ends_in_nor_the_stop_it_begins_with(
    recognizer: Recognizer, words: str, intent: str
) -> None:
    assert recognizer.understand(words).intent == intent


def test_two_known_wishes_stand_side_by_side_with_nothing_between(recognizer: Recognizer) -> None:
    assert both(recognizer, "bin it how many's left") == ("AMAZON.NextIntent", "HowManyLeftIntent")


@each_of(
    ("words", "intent"),
    [
        ("i'm down here on the rug, the dog's licking my face, but go ahead", YES),
        ("okay honey the cat's sitting on my feet so go ahead", YES),
        ("oh sure, why not, my sister swears by this thing", YES),
        ("okay okay we'll do that", YES),
        ("i've not found my cushion but go ahead", "NotThereYetIntent"),
        ("the man at the door wants to know are you sure", FALLBACK),
    ],
)
def test_a_yes_in_which_somebody_ends_or_begins_is_one_with_mere_talk_around_it(
    recognizer: Recognizer, words: str, intent: str
) -> None:
    assert recognizer.understand(words, ASKED).intent == intent


@each_of(
    ("words", "intent"),
    [
        ("oh good morning, i wonder if you could do me something gentle for my lower back", "StartRoutineIntent"),
        ("hello there, have you got anything for a stiff neck", "ByAreaIntent"),
        ("hi, how long is it", "TimeLeftIntent"),
        ("oh hello dear yes please", YES),
        ("hello there", "HelloIntent"),
        ("morning routine please", "StartRoutineIntent"),
    ],
)
def test_a_greeting_is_no_wish_beside_one(recognizer: Recognizer, words: str, intent: str) -> None:
    assert recognizer.understand(words, ASKED).intent == intent


LED = Evidence("guiding", "", frozenset())


@each_of(
    ("words", "intent"),
    [
        ("the budgie has got out of the cage hold on", "MoreTimeIntent"),
        ("my brother has turned up give me five minutes", "PauseForIntent"),
        ("did he never say hold on", FALLBACK),
        ("coming in a minute", FALLBACK),
        ("the lorry could not hold on", FALLBACK),
    ],
)
def test_a_word_for_waiting_in_which_talk_ends_is_one_where_somebody_is_led(
    recognizer: Recognizer, words: str, intent: str
) -> None:
    assert recognizer.understand(words, LED).intent == intent


@each_of(
    ("words", "intent"),
    [
        ("the what's it called cat cow one", "StartStretchIntent"),
        ("do the what was it called happy baby", "StartStretchIntent"),
        ("the thing what's it called on the cooker", FALLBACK),
    ],
)
def test_a_name_that_is_sought_aloud_is_found(recognizer: Recognizer, words: str, intent: str) -> None:
    assert recognizer.understand(words).intent == intent


def test_what_follows_from_a_reason_is_the_wish(recognizer: Recognizer) -> None:
    heard = recognizer.understand("the left leg's the rotten one so let's only do the right", LED)
    assert (heard.intent, heard.slots["side"].ids) == ("OnlySideIntent", ("right",))


def test_half_a_name_is_one_though_strangers_say_it_too(recognizer: Recognizer) -> None:
    heard = recognizer.understand("the cat one")
    assert (heard.intent, heard.slots["stretch"].ids) == (
        "StartStretchIntent",
        ("cat-and-cow", "cat-cow", "seated-cat-cow"),
    )


@each_of(
    ("words", "question", "intent"),
    [
        ("i'm fine thanks", Ask.GET_UP, "AMAZON.NoIntent"),
        ("cheers but i'm fine", Ask.GET_UP, "AMAZON.NoIntent"),
        ("that's fine", Ask.GET_UP, "AllWellIntent"),
        ("i don't think i can get up", Ask.GET_UP, FALLBACK),
        ("i'm good", Ask.GET_UP, FALLBACK),
        ("could i have a few more minutes please", Ask.PAUSED, FALLBACK),
        ("what happens if i say stop", Ask.PAUSED, FALLBACK),
        ("why did you pause", Ask.PAUSED, FALLBACK),
        ("when i'm ready i'll tell you", Ask.READY, FALLBACK),
        ("i can nearly touch my toes", Ask.BEGIN, "GladIntent"),
        ("oh yes well actually no", Ask.BEGIN, "AMAZON.NoIntent"),
        ("that's not where i stopped", Ask.PAUSED, FALLBACK),
        ("no leave it dear", Ask.REMIND, "AMAZON.NoIntent"),
        ("no leave it", Ask.SETTLED, "UnsureIntent"),
        ("ten", Ask.WISH, "ByTimeIntent"),
        ("about ten ish in the morning", Ask.REMIND_AT, "RemindMeAtIntent"),
        ("just for today if you would", Ask.LEAVE_OUT, "ChooseIntent"),
    ],
)
def test_an_answer_is_what_it_is_to_this_question(
    recognizer: Recognizer, words: str, question: Ask, intent: str
) -> None:
    assert recognizer.understand(words, evidence("idle", question)).intent == intent


def test_a_name_takes_the_place_of_another_in_ones_own(recognizer: Recognizer) -> None:
    heard = recognizer.understand("the bridge no the cobra", evidence("idle", Ask.OWN))
    assert (heard.intent, heard.slots["stretch"].ids, heard.also) == ("AddToMineIntent", ("cobra",), None)
