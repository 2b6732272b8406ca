"""A number to call for help is one in digits, too: so it is typed, and so a recognizer of any words writes it."""

import pytest

from skill.home import the_recognizer


@pytest.mark.parametrize("words", ["call 911", "Dial 999!", "please call 112 now", "dial 000", "ring 999"])
def test_an_emergency_number_in_digits_is_an_emergency(words: str) -> None:
    meant = the_recognizer("en-US").understand(words)
    assert (meant.intent, meant.slots["sign"].ids) == ("RedFlagIntent", ("emergency",))


@pytest.mark.parametrize("words", ["hold for 112.5 seconds", "page 9110 of the catalogue", "remind me at 9:11"])
def test_other_numbers_stay_what_they_are(words: str) -> None:
    assert the_recognizer("en-US").understand(words).intent != "RedFlagIntent"
