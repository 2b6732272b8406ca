"""The table of questions: what every answer means to each of them, one row a kind, to be read aloud.

What a question is about stands with its kind (`skill.dialogue.memory.question.Ask`), its words in
`content/phrases/<language>/asked.toml`, and what a column is in `skill.dialogue.answers.conversation.row.Row`. A kind
without a row does not start. Columns that a row does not name are as usual: help says what can be answered, "pardon"
has the question in full, "hang on" waits, a word not understood has it put otherwise: each leaves it open.
"""

from skill.dialogue.answers.conversation.choose import (
    both_reminders,
    if_it_is_named,
    one_of_them,
    one_reminder,
    one_that_was_listed,
    the_only_one,
)
from skill.dialogue.answers.conversation.delete_me import forgotten_household, forgotten_me, kept_after_all
from skill.dialogue.answers.conversation.meanings import (
    at_that_hour,
    begin_again,
    begin_it,
    begin_stretch,
    follow_it,
    help_with_a_wish,
    not_alone,
    rest_first,
    so_many_minutes,
    stay,
    unless_guiding,
    what_instead,
)
from skill.dialogue.answers.conversation.more import more, this_portion_again
from skill.dialogue.answers.conversation.row import As, Row, halves, table
from skill.dialogue.answers.conversation.ways_out import asked_again, not_understood
from skill.dialogue.answers.fitting.leave_out import kept_in, left_out
from skill.dialogue.answers.habit.make_reminder import arrange
from skill.dialogue.answers.habit.programmes import left_programme, stay_in_programme
from skill.dialogue.answers.habit.remind import ask_again_when, no_reminder
from skill.dialogue.answers.habit.reminder_list import cancelled, none_cancelled
from skill.dialogue.answers.habit.save_as_mine import leave_as_it_was, save
from skill.dialogue.answers.moving.more_time import more_time
from skill.dialogue.answers.moving.next_and_back import done
from skill.dialogue.answers.moving.pause_and_stop import pause, stop
from skill.dialogue.answers.safety.dizziness import dizzy_on_the_way_up
from skill.dialogue.answers.safety.getting_up import get_up, stay_down
from skill.dialogue.answers.safety.limits import for_always, for_today
from skill.dialogue.answers.safety.stuck import (
    help_on_the_way_up,
    hurt_on_the_way_up,
    left_on_the_way_up,
    more_gently,
    more_slowly,
    move_again,
    next_move,
    rest_a_while,
    somebody_to_call,
    where_on_the_way_up,
)
from skill.dialogue.answers.starting.resume import resume
from skill.dialogue.memory.question import Ask

_STARTING = [
    Row(
        kind=Ask.BEGIN,
        yes=begin_it,
        no=what_instead,
        onward=As.YES,
        stays=True,
        otherwise=As.THE_WISH,
        also={"AMAZON.ResumeIntent": As.THE_WISH},
    ),
    Row(
        kind=Ask.SWITCH,
        yes=begin_it,
        no=stay,
        onward=As.NO,
        stays=False,
        otherwise=As.THE_WISH,
        also={"AllWellIntent": As.NO, "AMAZON.NextIntent": As.THE_WISH},
    ),
    Row(
        kind=Ask.START_OVER,
        yes=begin_again,
        no=stay,
        onward=As.NO,
        stays=False,
        otherwise=As.THE_WISH,
        also={"AllWellIntent": As.NO, "AMAZON.NextIntent": As.THE_WISH, "AMAZON.StartOverIntent": As.YES},
    ),
    Row(
        kind=Ask.GO_ON,
        yes=resume,
        no=what_instead,
        onward=As.YES,
        choose=halves(resume, begin_again),
        stays=True,
        otherwise=As.THE_WISH,
        also={"AMAZON.StartOverIntent": begin_again},
    ),
    Row(kind=Ask.TRY, yes=begin_stretch, no=not_alone, onward=unless_guiding, stays=True, otherwise=As.THE_WISH),
    Row(kind=Ask.ANYWAY, yes=begin_stretch, no=not_alone, onward=unless_guiding, stays=True, otherwise=As.THE_WISH),
]

_WHILE_PRACTISING = [
    Row(
        kind=Ask.READY,
        yes=done,
        no=more_time,
        onward=As.THE_WISH,
        choose=not_understood,
        stays=True,
        otherwise=As.THE_WISH,
        help=As.THE_WISH,
        pardon=As.THE_WISH,
        wait=As.THE_WISH,
        also={"BeginIntent": As.YES},
        because="whoever rests is told what comes, or given time, and then asked whether they are ready",
    ),
    Row(kind=Ask.WAS_DONE, yes=done, no=resume, onward=As.YES, stays=False, otherwise=As.THE_WISH),
    Row(
        kind=Ask.PAUSED,
        yes=resume,
        no=pause,
        onward=As.YES,
        stays=True,
        otherwise=As.THE_WISH,
        help=As.THE_WISH,
        pardon=As.THE_WISH,
        wait=pause,
        at_last=pause,
        also={"AMAZON.NextIntent": As.THE_WISH},
        because="a pause has its own help, and names what it goes on with",
    ),
    Row(
        kind=Ask.FINISH,
        yes=stop,
        no=resume,
        agree=asked_again,
        onward=As.NO,
        stays=True,
        otherwise=As.THE_WISH,
        at_last=rest_first,
    ),
    Row(kind=Ask.GET_UP, yes=get_up, no=stay_down, onward=As.YES, stays=True, otherwise=As.THE_WISH, at_last=get_up),
]

_ON_THE_WAY_UP = [
    # Whoever is stuck on the floor is helped up: nothing else means anything until they stand.
    Row(
        kind=Ask.UP,
        yes=next_move,
        no=rest_a_while,
        onward=As.YES,
        choose=move_again,
        stays=True,
        otherwise=move_again,
        help=help_on_the_way_up,
        pardon=move_again,
        misheard=move_again,
        wait=rest_a_while,
        at_last=somebody_to_call,
        also={
            "RedFlagIntent": As.THE_WISH,
            "DizzyIntent": dizzy_on_the_way_up,
            "PainIntent": hurt_on_the_way_up,
            "NerveSignIntent": hurt_on_the_way_up,
            "TooMuchIntent": more_gently,
            "EasierIntent": more_gently,
            "SlowerIntent": more_slowly,
            "WhereAmIIntent": where_on_the_way_up,
            "AMAZON.StopIntent": left_on_the_way_up,
            "AMAZON.CancelIntent": left_on_the_way_up,
            "AMAZON.NavigateHomeIntent": left_on_the_way_up,
        },
    ),
]

_FITTING = [
    Row(
        kind=Ask.LEAVE_OUT,
        yes=left_out,
        no=kept_in,
        agree=asked_again,
        onward=unless_guiding,
        stays=False,
        otherwise=As.THE_WISH,
    ),
    Row(
        kind=Ask.HOW_LONG,
        yes=for_today,
        no=for_today,
        onward=As.YES,
        choose=halves(for_today, for_always),
        stays=True,
        otherwise=As.THE_WISH,
    ),
]

_FINDING = [
    Row(
        kind=Ask.WHICH,
        yes=the_only_one,
        no=what_instead,
        onward=unless_guiding,
        choose=one_of_them,
        stays=True,
        otherwise=As.THE_WISH,
        also={"StartStretchIntent": if_it_is_named, "StartRoutineIntent": if_it_is_named},
    ),
    Row(
        kind=Ask.MORE,
        yes=more,
        no=what_instead,
        onward=As.YES,
        choose=one_that_was_listed,
        stays=True,
        otherwise=As.THE_WISH,
        pardon=this_portion_again,
        also={"MoreIntent": As.YES},
    ),
    Row(
        kind=Ask.MINUTES,
        yes=asked_again,
        no=what_instead,
        onward=asked_again,
        choose=so_many_minutes,
        stays=True,
        otherwise=As.THE_WISH,
        also=dict.fromkeys(("CorrectNumberIntent", "JumpToNumberIntent", "RemindMeAtIntent"), so_many_minutes),
    ),
    Row(
        kind=Ask.WISH,
        yes=help_with_a_wish,
        no=stop,
        onward=As.THE_WISH,
        choose=one_that_was_listed,
        stays=True,
        otherwise=As.THE_WISH,
        help=As.THE_WISH,
        because="help tells what there is to be wished for, and offers more of it",
    ),
]

_HABIT = [
    Row(
        kind=Ask.CHANGE_PROGRAMME,
        yes=follow_it,
        no=stay_in_programme,
        onward=unless_guiding,
        stays=True,
        otherwise=As.THE_WISH,
    ),
    Row(
        kind=Ask.LEAVE_PROGRAMME,
        yes=left_programme,
        no=stay_in_programme,
        onward=unless_guiding,
        stays=True,
        otherwise=As.THE_WISH,
    ),
    Row(kind=Ask.SAVE_MINE, yes=save, no=leave_as_it_was, onward=unless_guiding, stays=True, otherwise=As.THE_WISH),
    Row(
        kind=Ask.REMIND_AT,
        yes=ask_again_when,
        no=no_reminder,
        onward=unless_guiding,
        choose=asked_again,
        stays=True,
        otherwise=As.THE_WISH,
        also=dict.fromkeys(("CorrectNumberIntent", "JumpToNumberIntent"), at_that_hour),
    ),
    Row(kind=Ask.REMIND, yes=arrange, no=no_reminder, onward=unless_guiding, stays=True, otherwise=As.THE_WISH),
    Row(
        kind=Ask.WHICH_REMINDER,
        yes=cancelled,
        no=none_cancelled,
        onward=unless_guiding,
        choose=one_reminder,
        stays=True,
        otherwise=As.THE_WISH,
        also={"CorrectSideIntent": both_reminders},
    ),
]

_FOR_GOOD = [
    # What cannot be undone waits for the word "yes" itself, and is open no longer once something else was wished.
    Row(
        kind=kind,
        yes=forgotten,
        no=kept_after_all,
        agree=asked_again,
        onward=asked_again,
        choose=asked_again,
        stays=False,
        otherwise=As.THE_WISH,
    )
    for kind, forgotten in ((Ask.FORGET_ME, forgotten_me), (Ask.FORGET_HOUSEHOLD, forgotten_household))
]

QUESTIONS = table([*_STARTING, *_WHILE_PRACTISING, *_ON_THE_WAY_UP, *_FITTING, *_FINDING, *_HABIT, *_FOR_GOOD])
