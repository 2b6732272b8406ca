"""The table of questions: what every answer means to each of them, one row a kind, to be read aloud.

What a question is about stands with its kind (`skill.dialogue.memory.question.Ask`), its words in
`content/phrases/<language>/asked.toml`, and what a column is in `skill.dialogue.answers.conversation.row.Row`. A kind
without a row does not start. Columns that a row does not name are as usual: help says what can be answered, "pardon"
has the question in full, "hang on" and "you decide" wait, a word not understood has it put otherwise: each leaves it
open. "Go on" means the routine that is led, and where none is has the question put again. The rows of somebody on the
mat stand in `skill.dialogue.answers.conversation.on_the_mat`, those of somebody who is asked first in `when_unwell`
beside it, and those of making it a habit in `habit_rows`.
"""

from skill.dialogue.answers.conversation import choose, delete_me, meanings, more, ways_out
from skill.dialogue.answers.conversation.habit_rows import HABIT
from skill.dialogue.answers.conversation.on_the_mat import ON_THE_MAT
from skill.dialogue.answers.conversation.row import As, Row, halves, table
from skill.dialogue.answers.conversation.when_unwell import WHEN_UNWELL
from skill.dialogue.answers.fitting import leave_out
from skill.dialogue.answers.moving import pause_and_stop, swap
from skill.dialogue.answers.safety import limits
from skill.dialogue.answers.starting import resume, softly
from skill.dialogue.memory.question import Ask

CHOOSING_BY = frozenset({"ByAreaIntent", "BySettingIntent"})

_NOT_THAT = ("AMAZON.NextIntent", "MoreIntent", "SwapThisIntent")
"""Said of what is offered: "next", "not that", "something else"."""

_STARTING = [
    Row(
        kind=Ask.SOFTLY,
        offers=True,
        yes=softly.softly,
        no=softly.rests_on,
        onward=As.YES,
        stays=False,
        unsure=As.NO,
        otherwise=As.THE_WISH,
        also={"EasierIntent": As.YES},
    ),
    Row(
        kind=Ask.BEGIN,
        offers=True,
        yes=meanings.begin_it,
        no=meanings.what_instead,
        onward=As.YES,
        # "Always", "today": of something else than what is offered, which is one.
        choose=ways_out.asked_again,
        stays=True,
        otherwise=As.THE_WISH,
        also={
            **dict.fromkeys(("AMAZON.ResumeIntent", "SurpriseIntent"), As.THE_WISH),
            **dict.fromkeys((*_NOT_THAT, "OtherSideIntent"), more.another_offer),
        },
    ),
    Row(
        kind=Ask.SWITCH,
        offers=True,
        yes=meanings.begin_it,
        no=meanings.stay,
        onward=As.NO,
        # "Finish this first": neither half of it is a yes.
        choose=ways_out.asked_again,
        stays=False,
        otherwise=As.THE_WISH,
        also={
            "BeginIntent": As.YES,
            **dict.fromkeys(("AllWellIntent", "AMAZON.CancelIntent"), As.NO),
            "AMAZON.NextIntent": As.THE_WISH,
            "StartRoutineIntent": meanings.begin_if_named,
        },
    ),
    Row(
        kind=Ask.START_OVER,
        offers=True,
        yes=meanings.begin_again,
        no=meanings.stay,
        onward=As.NO,
        stays=False,
        otherwise=As.THE_WISH,
        also={
            **dict.fromkeys(("AllWellIntent", "AMAZON.CancelIntent"), As.NO),
            "AMAZON.NextIntent": As.THE_WISH,
            "AMAZON.StartOverIntent": As.YES,
        },
    ),
    Row(
        kind=Ask.GO_ON,
        offers=True,
        yes=resume.resume,
        no=meanings.what_instead,
        onward=As.YES,
        choose=halves(resume.resume, meanings.begin_again),
        stays=True,
        # Nobody loses anything by going on where they were.
        unsure=As.YES,
        otherwise=As.THE_WISH,
        also={
            "AMAZON.StartOverIntent": meanings.begin_again,
            **dict.fromkeys(_NOT_THAT, more.another_offer),
            # "The other one" may be the second half, or another routine.
            "OtherSideIntent": ways_out.asked_again,
            # Somebody else practised there.
            "NotMeIntent": As.NO,
        },
    ),
    Row(
        kind=Ask.AGREEMENT,
        yes=meanings.begin_agreed,
        no=meanings.something_gentler,
        invites=frozenset({"CannotEverIntent", "CannotIntent"}),
        stays=True,
        unsure=As.NO,
        otherwise=As.THE_WISH,
        also={"AMAZON.NextIntent": meanings.skip_it},
    ),
    Row(
        kind=Ask.TRY,
        offers=True,
        yes=meanings.begin_stretch,
        no=meanings.not_alone,
        stays=True,
        otherwise=As.THE_WISH,
        also={"BeginIntent": As.YES, "AMAZON.CancelIntent": As.NO, "AMAZON.NextIntent": meanings.skip_it},
    ),
    Row(
        kind=Ask.ANYWAY,
        offers=True,
        yes=meanings.begin_stretch,
        no=meanings.not_alone,
        stays=True,
        otherwise=As.THE_WISH,
        also={"AMAZON.CancelIntent": As.NO, "AMAZON.NextIntent": meanings.skip_it},
    ),
]

_FITTING = [
    Row(
        kind=Ask.LEAVE_OUT,
        yes=leave_out.left_out,
        no=leave_out.kept_in,
        agree=ways_out.asked_again,
        choose=halves(swap.not_this_time, leave_out.left_out),
        also={
            "TodayIntent": swap.not_this_time,
            "SkipStretchIntent": swap.not_this_time,
            "HateThisIntent": As.YES,
            # "Leave it" may be either.
            "AMAZON.CancelIntent": ways_out.asked_again,
            "LeaveOutIntent": leave_out.left_out_if_unnamed,
        },
        # What never comes again is surely said: "not for ever" is none of these.
        surely=frozenset({"LeaveOutIntent", "HateThisIntent"}),
        plainly=True,
        stays=False,
        otherwise=As.THE_WISH,
    ),
    Row(
        kind=Ask.PASS_OVER,
        yes=swap.not_this_time,
        no=resume.resume,
        # "Okay" agrees to it, and "ready" wants it all the same: it is one wish.
        agree=ways_out.asked_again,
        onward=As.NO,
        plainly=True,
        stays=False,
        otherwise=As.THE_WISH,
        also={
            **dict.fromkeys(("AMAZON.NextIntent", "NotAbleIntent"), As.YES),
            "AMAZON.CancelIntent": ways_out.asked_again,
        },
    ),
    Row(
        kind=Ask.HOW_LONG,
        yes=limits.for_today,
        no=limits.for_today,
        onward=As.YES,
        choose=halves(limits.for_today, limits.for_always),
        invites=frozenset({"CannotEverIntent", "CannotIntent"}),
        stays=True,
        otherwise=As.THE_WISH,
    ),
]

_FINDING = [
    Row(
        kind=Ask.WHICH,
        yes=choose.the_only_one,
        no=meanings.what_instead,
        choose=choose.one_of_them,
        invites=frozenset({"StartProgrammeIntent"}),
        stays=True,
        otherwise=As.THE_WISH,
        also={
            "StartStretchIntent": choose.if_it_is_named,
            "StartRoutineIntent": choose.if_it_is_named,
            "BySettingIntent": choose.if_it_is_there,
            "NotRoutineIntent": choose.the_one_that_is_left,
            "ByTimeIntent": choose.the_one_so_long,
            **dict.fromkeys(("QuickIntent", "HoldShorterIntent"), choose.the_shorter),
            "HoldLongerIntent": choose.the_longer,
            **dict.fromkeys(("SurpriseIntent", "BeginIntent"), choose.any_of_them),
            "OtherSideIntent": choose.the_other,
        },
    ),
    Row(
        kind=Ask.MORE,
        offers=True,
        yes=more.more,
        no=meanings.what_instead,
        onward=As.YES,
        choose=choose.one_that_was_listed,
        stays=True,
        otherwise=As.THE_WISH,
        pardon=more.this_portion_again,
        # "Start" has heard enough of what there is.
        also={"MoreIntent": As.YES, **dict.fromkeys(("BeginIntent", "SurpriseIntent"), As.THE_WISH)},
    ),
    Row(
        kind=Ask.MINUTES,
        yes=ways_out.asked_again,
        no=meanings.what_instead,
        onward=ways_out.asked_again,
        choose=meanings.so_many_minutes,
        invites=frozenset({"ByTimeIntent"}),
        stays=True,
        otherwise=As.THE_WISH,
        also={
            **dict.fromkeys(
                ("CorrectNumberIntent", "JumpToNumberIntent", "RemindMeAtIntent", "MoveReminderIntent"),
                meanings.so_many_minutes,
            ),
            "SurpriseIntent": As.THE_WISH,
        },
    ),
    Row(
        kind=Ask.WISH,
        yes=meanings.help_with_a_wish,
        no=pause_and_stop.stop,
        onward=As.THE_WISH,
        choose=choose.one_that_was_listed,
        invites=frozenset({"BeginIntent", "ByTimeIntent", "StartRoutineIntent", "StartStretchIntent"}) | CHOOSING_BY,
        stays=True,
        otherwise=As.THE_WISH,
        help=As.THE_WISH,
        # Nothing is led: what comes next is for us to say.
        also={"GladIntent": pause_and_stop.stop, "WhatNextIntent": more.another_offer, "SurpriseIntent": As.THE_WISH},
        because="help tells what there is to be wished for, and offers more of it",
    ),
]

_FOR_GOOD = [
    # What cannot be undone waits for the word "yes" itself, and is open no longer once something else was wished.
    Row(
        kind=kind,
        yes=forgotten,
        no=delete_me.kept_after_all,
        agree=ways_out.asked_again,
        onward=ways_out.asked_again,
        choose=ways_out.asked_again,
        exact=frozenset({"AMAZON.YesIntent"}),
        offers=True,
        plainly=True,
        stays=False,
        otherwise=As.THE_WISH,
        also={"AMAZON.CancelIntent": As.NO},
    )
    for kind, forgotten in (
        (Ask.FORGET_ME, delete_me.forgotten_me),
        (Ask.FORGET_HOUSEHOLD, delete_me.forgotten_household),
    )
]

QUESTIONS = table([*WHEN_UNWELL, *_STARTING, *ON_THE_MAT, *_FITTING, *_FINDING, *HABIT, *_FOR_GOOD])
