"""When two ears outvote an alarm that a third one heard: a whole sentence, heard alike, and never a short alarm."""

import pytest

from skill.hearing.ear import Ear
from tests.hearing.test_believing import LED, UNSURE, Says, heard, thinks


def test_an_unsure_alarm_is_outvoted_by_two_that_are_sure_of_a_whole_sentence_and_a_sure_one_by_a_long_one() -> None:
    clear = Says("how long is left")
    assert heard(clear, clear, Says("call for help", UNSURE))[1] == "TimeLeftIntent"
    assert heard(clear, clear, Says("call for help"))[1] == "RedFlagIntent"
    assert heard(clear, Says("how lung is left", UNSURE), Says("call for help", UNSURE))[1] == "RedFlagIntent"
    assert heard(Says("next"), Says("next"), Says("stop", UNSURE), known=LED)[1] == "AMAZON.StopIntent"
    room = Says("no not yet i have to get my mat first")
    assert heard(room, room, Says("no not yet i have my back hurts"))[1] != "PainIntent"


def test_a_stop_is_outvoted_by_two_that_are_sure_of_one_sentence_that_begins_with_it() -> None:
    counting = Says("stop counting")
    assert heard(counting, counting, Says("stop"), known=LED)[1] == "NoCountDownIntent"
    assert heard(counting, Says("stop counting", UNSURE), Says("stop"), known=LED)[1] == "AMAZON.StopIntent"
    assert heard(counting, Says("stop"), Says("stop"), known=LED)[1] == "AMAZON.StopIntent"


EASIER = Says("is around easier form to do this"), Says("is not easy to form to do this")
BREAK = Says("may i please them a short break"), Says("may i please have a short break")


@pytest.mark.parametrize(
    ("ears", "intent"),
    [
        ((*EASIER, Says("is really awful do it")), "EasierIntent"),
        ((*EASIER, Says("is really awful do it"), Says("is out of easy form", UNSURE)), "EasierIntent"),
        ((*EASIER, Says("is really awful do it"), Says("that hurts a lot")), "PainIntent"),
        ((*EASIER, Says("stop")), "AMAZON.StopIntent"),
        ((*BREAK, Says("that was sore", UNSURE)), "AMAZON.PauseIntent"),
        ((*BREAK, Says("that was sore")), "AMAZON.PauseIntent"),
        ((*BREAK, Says("that was sore", UNSURE), Says("that hurts a lot")), "PainIntent"),
        ((*EASIER, Says("call for help now")), "RedFlagIntent"),
        ((*EASIER, Says("i am stuck down here")), "StuckIntent"),
        ((*EASIER, Says("my foot is going numb")), "NerveSignIntent"),
        ((Says("is around easier form"), Says("is not easy to form"), Says("is really awful do it")), "FlareUpIntent"),
        ((EASIER[0], Says("is not easy to form to do this", UNSURE), Says("is really awful do it")), "FlareUpIntent"),
        ((EASIER[0], Says("the dog is on the couch again"), Says("is really awful do it")), "FlareUpIntent"),
        (
            (
                Says("but that bird in my lower pack a lot"),
                Says("that bird in my lower pack a lot"),
                Says("my lower back hurts"),
            ),
            "PainIntent",
        ),
        (
            (
                thinks("all of them", "is that all of them"),
                Says("is that all of them"),
                Says("pain won't bend", UNSURE),
            ),
            "IsThatItIntent",
        ),
    ],
)
def test_an_alarm_is_outvoted_as_well_by_two_that_are_sure_of_what_sounds_the_same_and_not_like_it(
    ears: tuple[Ear, ...], intent: str
) -> None:
    assert heard(*ears, known=LED)[1] == intent
