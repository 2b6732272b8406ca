"""What answers mean to somebody on the mat: the rows for in a routine, in a pause, at its end and on the way up."""

from collections.abc import Mapping

from skill.dialogue.answers.asking import am_i_right
from skill.dialogue.answers.conversation import meanings, more, teach, ways_out
from skill.dialogue.answers.conversation.row import As, Meaning, Row, halves
from skill.dialogue.answers.moving import correct_place, more_time, next_and_back, pause_and_stop, swap
from skill.dialogue.answers.safety import after_pain, dizziness, emergency, getting_up, on_the_way_up, stuck
from skill.dialogue.answers.starting import resume, side_left
from skill.dialogue.memory.question import Ask
from skill.ports.intents import CRAMP, FLARE_UP

_FINISHED: Mapping[str, Meaning | As] = dict.fromkeys(
    ("AMAZON.StopIntent", "AMAZON.CancelIntent", "EnoughIntent", "HaveToStopIntent"), meanings.finish_here
)
_UP_SURELY = frozenset({"UpAgainIntent"})
"""Whoever is up has no more of the way told: "I'm up on my knees" is a move of it, and "I give up" is none."""
_WHILE_PRACTISING = [
    Row(
        kind=Ask.READY,
        yes=next_and_back.done,
        no=more_time.more_time,
        onward=As.THE_WISH,
        choose=meanings.the_last_one,
        invites=frozenset({"ExplainIntent", "MoreTimeIntent", "NotThereYetIntent"}),
        stays=True,
        unsure=more_time.more_time,
        otherwise=As.THE_WISH,
        help=As.THE_WISH,
        pardon=As.THE_WISH,
        wait=As.THE_WISH,
        also={
            "BeginIntent": As.YES,
            **dict.fromkeys(("ReachedIntent", "UpAgainIntent"), correct_place.as_they_are),
            "AMAZON.NextIntent": swap.next_or_not,
            "SurpriseIntent": As.THE_WISH,
        },
        because="whoever rests is told what comes, or given time, and then asked whether they are ready",
    ),
    Row(
        kind=Ask.WAS_DONE,
        yes=next_and_back.was_done,
        no=resume.resume,
        onward=As.NO,
        stays=False,
        unsure=As.NO,
        otherwise=As.THE_WISH,
        also={
            "AMAZON.NextIntent": As.YES,
            "OnlySideIntent": next_and_back.only_that_side_done,
        },
    ),
    Row(
        # "Go on" is no answer to it: the hold that perhaps was not done is done again.
        kind=Ask.LAST_DONE,
        yes=next_and_back.was_done,
        no=resume.resume,
        onward=As.NO,
        stays=True,
        unsure=As.NO,
        otherwise=As.THE_WISH,
        also={
            "AMAZON.NextIntent": As.YES,
            "AMAZON.StartOverIntent": meanings.begin_again,
            "NotMeIntent": As.NO,
            "MoreIntent": more.another_offer,
            "SwapThisIntent": more.another_offer,
            "OtherSideIntent": ways_out.asked_again,
        },
    ),
    Row(
        kind=Ask.SETTLED,
        plainly=True,
        yes=after_pain.eased,
        no=after_pain.careful,
        onward=As.YES,
        stays=True,
        unsure=As.NO,
        otherwise=As.THE_WISH,
        at_last=after_pain.careful,
        # What is short of a clear yes is the careful side, and so is what these words usually mean something else by.
        also={
            "EasingIntent": after_pain.easing_off,
            "HowAmIDoingIntent": after_pain.easing_off,
            "UsualFormIntent": As.YES,
            "WorseIntent": emergency.urgent,
            "NerveSignIntent": after_pain.runs_down,
            **dict.fromkeys(("WhereItIsIntent", "PainIntent", FLARE_UP, "TooMuchIntent"), As.NO),
            **dict.fromkeys(("CorrectSideIntent", "ByAreaIntent", "FeelInIntent", "HowManyLeftIntent"), As.NO),
            **dict.fromkeys(("FewerWordsIntent", "QuickIntent", "NotThereYetIntent", "LeaveOutIntent"), As.NO),
            **dict.fromkeys(("NotAbleIntent", "MoreOfThisIntent", "SitsAllDayIntent"), As.NO),
            # "No, my hip" is where it hurts, though the words are those for its routine.
            "StartRoutineIntent": As.NO,
            **_FINISHED,
        },
    ),
    Row(
        # They stay in the stretch: nothing here lets them out but what leaves it.
        kind=Ask.CHECK,
        yes=am_i_right.next_check,
        no=am_i_right.corrected,
        onward=am_i_right.hold_on,
        choose=am_i_right.check_again,
        stays=False,
        unsure=As.NO,
        otherwise=As.THE_WISH,
        help=am_i_right.help_with_a_check,
        pardon=am_i_right.check_again,
        misheard=am_i_right.check_again,
        wait=am_i_right.check_again,
        at_last=am_i_right.hold_on,
        also={
            "AmIRightIntent": am_i_right.check_again,
            "AMAZON.NextIntent": As.THE_WISH,
        },
    ),
    Row(
        kind=Ask.TEACH,
        yes=teach.next_step,
        no=teach.not_there,
        onward=As.YES,
        choose=teach.step_not_understood,
        stays=False,
        unsure=teach.not_there,
        otherwise=As.THE_WISH,
        help=teach.help_with_a_step,
        pardon=teach.step_again,
        misheard=teach.step_not_understood,
        wait=teach.not_there,
        at_last=teach.next_step,
        also={"AMAZON.NextIntent": teach.skipped, "WhatNextIntent": As.YES},
    ),
    Row(
        kind=Ask.PAUSED,
        offers=True,
        yes=resume.resume,
        no=pause_and_stop.pause,
        onward=As.YES,
        invites=frozenset({"AMAZON.PauseIntent"}),
        stays=True,
        unsure=pause_and_stop.pause,
        otherwise=As.THE_WISH,
        pardon=As.THE_WISH,
        wait=pause_and_stop.pause,
        at_last=pause_and_stop.pause,
        also={"AMAZON.NextIntent": swap.next_or_not},
        because="a pause names what it goes on with",
    ),
    Row(
        kind=Ask.FINISH,
        # "Yes" or "no" after "finish here, or go on?" may mean either: nobody is led on by it, or left on the floor.
        yes=ways_out.asked_again,
        no=ways_out.asked_again,
        agree=meanings.sat_down,
        choose=halves(meanings.finish_here, meanings.the_other_half),
        onward=meanings.on_gently,
        stays=True,
        otherwise=As.THE_WISH,
        at_last=meanings.rest_first,
        also={
            "AllWellIntent": meanings.on_gently,
            "MoreIntent": meanings.something_else,
            "SurpriseIntent": meanings.either_half,
            **_FINISHED,
        },
    ),
    Row(
        kind=Ask.SIDE_LEFT,
        offers=True,
        yes=side_left.do_side_left,
        no=side_left.leave_side_left,
        onward=As.YES,
        stays=True,
        unsure=As.NO,
        otherwise=As.THE_WISH,
        at_last=side_left.leave_side_left,
    ),
    Row(
        kind=Ask.GET_UP,
        offers=True,
        yes=getting_up.get_up,
        no=getting_up.stay_down,
        onward=As.YES,
        stays=True,
        unsure=As.NO,
        otherwise=As.THE_WISH,
        at_last=getting_up.get_up,
        surely=_UP_SURELY,
        also={**dict.fromkeys(("TiredIntent", "AMAZON.CancelIntent"), As.NO), "UpAgainIntent": getting_up.up_already},
    ),
]

_WRONG_ON_THE_WAY_UP: Mapping[str, Meaning | As] = {
    "RedFlagIntent": As.THE_WISH,
    "DizzyIntent": dizziness.dizzy_on_the_way_up,
    "PainIntent": stuck.hurt_on_the_way_up,
    FLARE_UP: stuck.hurt_on_the_way_up,
    "NerveSignIntent": stuck.hurt_on_the_way_up,
    CRAMP: stuck.hurt_on_the_way_up,
    "TooMuchIntent": stuck.more_gently,
    "EasierIntent": stuck.more_gently,
    "SlowerIntent": stuck.more_slowly,
    "CannotIntent": stuck.another_way_up,
    "CannotEverIntent": stuck.another_way_up,
    "NotAbleIntent": stuck.another_way_up,
    "TiredIntent": stuck.rest_a_while,
    "UpAgainIntent": stuck.up_already,
    "AlreadyThereIntent": on_the_way_up.down_still,
    "BySettingIntent": on_the_way_up.at_the_chair,
}
_TOLD_UP: Mapping[str, Meaning | As] = {
    "StuckIntent": stuck.still_stuck,
    "UpAgainIntent": As.YES,
}
_ON_THE_WAY_UP = [
    # Whoever is stuck on the floor is helped up: nothing else means anything until they stand.
    Row(
        kind=Ask.UP,
        yes=stuck.next_move,
        no=stuck.rest_a_while,
        agree=on_the_way_up.on_from_there,
        onward=As.YES,
        choose=stuck.first_or_again,
        invites=frozenset({"AMAZON.PauseIntent", "AMAZON.RepeatIntent"}),
        stays=True,
        otherwise=stuck.move_again,
        help=stuck.help_on_the_way_up,
        pardon=stuck.first_or_again,
        misheard=stuck.not_caught,
        wait=stuck.rest_a_while,
        unsure=stuck.not_caught,
        at_last=stuck.somebody_to_call,
        surely=_UP_SURELY,
        also={
            **_WRONG_ON_THE_WAY_UP,
            "StuckIntent": stuck.still_stuck,
            "WhereAmIIntent": stuck.where_on_the_way_up,
            "WhichSideIntent": stuck.either_side,
            "WhatNextIntent": As.YES,
            "AMAZON.StopIntent": stuck.left_on_the_way_up,
            "AMAZON.CancelIntent": stuck.left_on_the_way_up,
            "EnoughIntent": stuck.left_on_the_way_up,
            "AMAZON.NavigateHomeIntent": stuck.left_on_the_way_up,
        },
    ),
    # The whole way was told: they stand, or are led on a move a turn from where it did not go.
    Row(
        kind=Ask.STANDING,
        yes=getting_up.up_already,
        no=stuck.move_again,
        onward=As.YES,
        choose=stuck.move_again,
        stays=True,
        otherwise=As.THE_WISH,
        pardon=stuck.move_again,
        wait=stuck.rest_a_while,
        unsure=stuck.rest_a_while,
        at_last=getting_up.up_already,
        surely=_UP_SURELY,
        plainly=True,
        also={
            **_WRONG_ON_THE_WAY_UP,
            **_TOLD_UP,
            # "Next", "skip": of the moves, which were all told.
            **dict.fromkeys(("AMAZON.NextIntent", "WhatNextIntent"), stuck.move_again),
        },
    ),
    # Stuck within the hour, and back: whoever is not up yet is led on from where they were.
    Row(
        kind=Ask.UP_YET,
        yes=getting_up.up_and_on,
        no=stuck.first_or_again,
        onward=As.YES,
        stays=True,
        otherwise=As.THE_WISH,
        at_last=stuck.first_or_again,
        surely=_UP_SURELY,
        plainly=True,
        also={**_WRONG_ON_THE_WAY_UP, **_TOLD_UP, "AMAZON.NextIntent": ways_out.asked_again},
    ),
    # Helped up within the hour, and back: people who are not steady are led nowhere.
    Row(
        kind=Ask.STEADY,
        yes=getting_up.up_and_on,
        no=getting_up.unsteady,
        onward=As.YES,
        stays=True,
        unsure=As.NO,
        otherwise=As.THE_WISH,
        surely=_UP_SURELY,
        plainly=True,
        # "Next", "not that": no word of how they are.
        also={"UpAgainIntent": As.YES, "AMAZON.NextIntent": ways_out.asked_again},
    ),
]

ON_THE_MAT = [*_WHILE_PRACTISING, *_ON_THE_WAY_UP]
