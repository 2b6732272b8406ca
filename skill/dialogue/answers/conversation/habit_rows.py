"""What answers mean to what is asked of somebody's habit: the rows of programmes, an own routine and reminders."""

from skill.dialogue.answers.conversation import choose, meanings, ways_out
from skill.dialogue.answers.conversation.row import As, Row
from skill.dialogue.answers.habit import make_reminder, own_routine, programmes, remind, reminder_list, save_as_mine
from skill.dialogue.memory.question import Ask

HABIT = [
    Row(
        kind=Ask.CHANGE_PROGRAMME,
        offers=True,
        yes=meanings.follow_it,
        no=programmes.stay_in_programme,
        stays=True,
        otherwise=As.THE_WISH,
        also={"AMAZON.CancelIntent": As.NO},
    ),
    Row(
        kind=Ask.LEAVE_PROGRAMME,
        offers=True,
        yes=programmes.left_programme,
        no=programmes.stay_in_programme,
        stays=True,
        otherwise=As.THE_WISH,
        # "Leave it" may be either.
        also={"AMAZON.CancelIntent": ways_out.asked_again},
    ),
    Row(
        kind=Ask.SAVE_MINE,
        offers=True,
        yes=save_as_mine.save,
        no=save_as_mine.leave_as_it_was,
        stays=True,
        otherwise=As.THE_WISH,
        also={"AMAZON.CancelIntent": As.NO, "SaveAsMineIntent": As.YES},
        surely=frozenset({"SaveAsMineIntent"}),
    ),
    Row(
        kind=Ask.OWN,
        yes=ways_out.asked_again,
        no=own_routine.begin_with_it,
        agree=As.NO,
        onward=own_routine.start_it,
        choose=choose.one_for_mine,
        invites=frozenset({"AddToMineIntent", "NameMineIntent", "RemoveFromMineIntent"}),
        stays=True,
        otherwise=As.THE_WISH,
        also={
            **dict.fromkeys(("StartStretchIntent", "JumpToStretchIntent", "CorrectStretchIntent"), own_routine.put_in),
            **dict.fromkeys(("ListStretchesIntent", "ListRoutinesIntent", "MoreIntent"), own_routine.what_there_is),
            **dict.fromkeys(("AMAZON.StopIntent", "EnoughIntent"), own_routine.left_with_it),
            "IsThatItIntent": As.NO,
        },
    ),
    Row(
        kind=Ask.REMIND_AT,
        yes=remind.ask_again_when,
        no=remind.no_reminder,
        choose=ways_out.asked_again,
        invites=frozenset({"RemindMeAtIntent", "RemindMeIntent"}),
        stays=True,
        otherwise=As.THE_WISH,
        also={
            **dict.fromkeys(("CorrectNumberIntent", "JumpToNumberIntent"), meanings.at_that_hour),
            "MoveReminderIntent": remind.remind_me_at,
            "AMAZON.CancelIntent": As.NO,
            "StartRoutineIntent": remind.in_that_part,
        },
    ),
    Row(
        kind=Ask.REMIND,
        offers=True,
        yes=make_reminder.arrange,
        no=remind.no_reminder,
        stays=True,
        otherwise=As.THE_WISH,
        also={
            "AMAZON.CancelIntent": As.NO,
            **dict.fromkeys(("CorrectNumberIntent", "JumpToNumberIntent"), meanings.at_that_hour),
            "MoveReminderIntent": remind.remind_me_at,
            "StartRoutineIntent": remind.in_that_part,
        },
    ),
    Row(
        kind=Ask.WHICH_REMINDER,
        offers=True,
        plainly=True,
        yes=reminder_list.cancelled,
        no=reminder_list.none_cancelled,
        choose=choose.one_reminder,
        stays=True,
        otherwise=As.THE_WISH,
        also={"AMAZON.CancelIntent": As.NO, "CorrectSideIntent": choose.both_reminders},
    ),
]
