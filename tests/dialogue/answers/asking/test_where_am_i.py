"""Where somebody is who supposes to be elsewhere: asked which of two they want, where there are two."""

from skill.ports.turn import Slot
from tests.walks.people.somebody import Somebody


def test_somebody_who_supposes_another_stretch_is_asked_which_they_want() -> None:
    heard = stopped().mean("WhereAmIIntent", {"stretch": Slot("the bridge", ("bridge",))}, "are we at the bridge")
    assert heard.kind == "which"
    assert heard.words == "You are at pelvic tilts, one of five. Do you mean pelvic tilts, or bridge pose?"


def test_a_stretch_that_is_gone_from_the_content_is_nothing_to_choose() -> None:
    heard = stopped().mean("WhereAmIIntent", {"stretch": Slot("the plank", ("plank",))}, "are we at the plank")
    assert heard.words.startswith("You are at pelvic tilts, one of five. Begin with lower back")


def stopped() -> Somebody:
    """Somebody who has stopped in the first hold, and is asked the next day whether to go on."""
    somebody = Somebody()
    somebody.say("ask gentle back to start lower back")
    somebody.say("ready")
    somebody.cut_in("alexa, stop", somebody.last.holds()[0].at(0.2))
    somebody.say("open gentle back", 2 * 60 * 60)
    return somebody
