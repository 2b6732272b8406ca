"""An emergency is over only for whoever says so: whoever is not well, or was not seen, is not taken for whoever is."""

from skill.recognizer.recognizer import Recognizer
from tests.cases.each_of import each_of


@each_of(
    "words",
    [
        *("i'm not well", "i'm not fine", "i'm no better", "i'm still not well", "i am worse", "not yet", "it was me"),
        *("a doctor hasn't seen me", "no doctor has seen me", "i haven't been seen", "nobody has seen me"),
        *("the doctor has not seen me yet", "i haven't seen a doctor", "a doctor will see me tomorrow", "i said that"),
        *("okay", "ready", "go on", "can we carry on", "undo", "go back", "i'm going to the hospital"),
    ],
)
def test_somebody_who_is_not_well_or_only_wants_to_go_on_is_not_taken_for_well(
    recognizer: Recognizer, words: str
) -> None:
    assert recognizer.understand(words).intent not in {"AllWellIntent", "SeenIntent", "NotMeIntent", "AMAZON.YesIntent"}
