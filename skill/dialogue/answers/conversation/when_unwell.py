"""What each answer means while somebody is asked whether they are well or have seen a doctor: none leads on."""

from collections.abc import Mapping

from skill.dialogue.answers.conversation.row import As, Meaning, Row
from skill.dialogue.answers.moving import pause_and_stop
from skill.dialogue.answers.safety import ask_first
from skill.dialogue.memory.question import Ask
from skill.ports.intents import COMPLAINTS, RED_FLAG
from skill.ports.turn import LAUNCH

_ALSO: Mapping[str, Meaning | As] = {
    LAUNCH: ask_first.ask_first,
    "AllWellIntent": ask_first.well,
    "SeenIntent": ask_first.well,
    "NotMeIntent": ask_first.not_me,
    **dict.fromkeys(COMPLAINTS, ask_first.rest_and_call),
    RED_FLAG: As.THE_WISH,
    **dict.fromkeys(("ForgetMeIntent", "ForgetHouseholdIntent"), As.THE_WISH),
    **dict.fromkeys(("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"), As.THE_WISH),
    **dict.fromkeys(("HaveToStopIntent", "EnoughIntent"), pause_and_stop.stop),
    "NotThereYetIntent": ask_first.not_yet,
}


def _asked_first(kind: Ask, also: Mapping[str, Meaning | As]) -> Row:
    """Until somebody is well again, or was seen, whatever is wished gets a kind no."""
    return Row(
        kind=kind,
        yes=ask_first.well_if_asked,
        no=ask_first.rest_and_call,
        agree=ask_first.not_yet,
        onward=ask_first.not_yet,
        choose=ask_first.not_yet,
        surely=frozenset({"AllWellIntent"}),
        plainly=True,
        stays=True,
        otherwise=ask_first.not_yet,
        help=ask_first.help_first,
        pardon=ask_first.help_first,
        misheard=ask_first.not_understood_first,
        wait=ask_first.not_yet,
        unsure=ask_first.not_yet,
        at_last=ask_first.leave_it,
        also=also,
    )


WHEN_UNWELL = [
    _asked_first(Ask.FIRST, _ALSO),
    # On the floor they are helped up as ever.
    _asked_first(Ask.STOPPED, {**_ALSO, "StuckIntent": As.THE_WISH}),
]
