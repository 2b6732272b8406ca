"""What yes and no mean to the questions about reminders."""

from collections.abc import Mapping

from skill.dialogue.answers.arranging import arrange
from skill.dialogue.answers.reminders_kept import MORE, WHICH, cancelled, more_reminders, none_cancelled
from skill.dialogue.answers.reminding import AT_WHAT_TIME, SHALL_I, ask_again_when, no_reminder
from skill.dialogue.scene import Answer

YES_TO_REMINDERS: Mapping[str, Answer] = {
    AT_WHAT_TIME: ask_again_when,
    SHALL_I: arrange,
    MORE: more_reminders,
    WHICH: cancelled,
}

NO_TO_REMINDERS: Mapping[str, Answer] = {
    AT_WHAT_TIME: no_reminder,
    SHALL_I: no_reminder,
    WHICH: none_cancelled,
}
