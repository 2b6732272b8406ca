"""Which function answers which intent, by the chapters of `docs/voice-commands.md`; each chapter has a folder here."""

from collections.abc import Mapping

from skill.dialogue.answers.asking.about_us import cost, doctor, sources, voice, volume, what_you_know
from skill.dialogue.answers.asking.am_i_right import am_i_right
from skill.dialogue.answers.asking.feel import feel, feel_in
from skill.dialogue.answers.asking.how_many_left import how_many_left, is_that_it
from skill.dialogue.answers.asking.how_often import how_often, how_often_routine
from skill.dialogue.answers.asking.in_detail import body_part, body_word, how_to_breathe, mistakes
from skill.dialogue.answers.asking.in_other_words import in_other_words
from skill.dialogue.answers.asking.is_it_normal import asleep, glad, heat_or_ice, hello, is_it_normal, warning_signs
from skill.dialogue.answers.asking.what_is_needed import what_is_needed
from skill.dialogue.answers.asking.where_am_i import time_left, what_next, where_am_i
from skill.dialogue.answers.conversation.already_there import already_there, in_bed
from skill.dialogue.answers.conversation.delete_me import forget_household, forget_me
from skill.dialogue.answers.conversation.more import more
from skill.dialogue.answers.conversation.teach import teach
from skill.dialogue.answers.conversation.yes_no import all_well, no, yes
from skill.dialogue.answers.finding.by_area import by_area, by_area_in_time, quick_for_area
from skill.dialogue.answers.finding.by_setting import by_setting
from skill.dialogue.answers.finding.by_time import quick
from skill.dialogue.answers.finding.how_i_am import my_age, sits_all_day
from skill.dialogue.answers.finding.how_to import how_to, picture
from skill.dialogue.answers.finding.lists import list_routines, list_stretches
from skill.dialogue.answers.finding.other_offer import gentler, longer, not_that_routine, shorter
from skill.dialogue.answers.finding.purposes import what_for
from skill.dialogue.answers.finding.routine_described import describe, start_usual
from skill.dialogue.answers.finding.send_steps import send_steps
from skill.dialogue.answers.finding.surprise import surprise
from skill.dialogue.answers.fitting.allow import allow, start_wanted_stretch, what_is_left_out
from skill.dialogue.answers.fitting.count_me_down import (
    chime,
    count_me_down,
    in_breaths,
    in_seconds,
    no_chime,
    no_count_down,
)
from skill.dialogue.answers.fitting.easier_form import easier_form, usual_form
from skill.dialogue.answers.fitting.every_hold import everything_longer, everything_shorter
from skill.dialogue.answers.fitting.hold_length import hold_for, hold_longer, hold_shorter, how_long_held
from skill.dialogue.answers.fitting.how_often_asked import hands_free, one_at_a_time
from skill.dialogue.answers.fitting.leave_out import leave_out
from skill.dialogue.answers.fitting.pace_and_words import (
    count_with_me,
    faster,
    fewer_words,
    just_count,
    more_words,
    slower,
)
from skill.dialogue.answers.fitting.too_easy_too_much import too_easy, too_much
from skill.dialogue.answers.fitting.worse_side import worse_side
from skill.dialogue.answers.habit.how_am_i_doing import how_am_i_doing, yesterday_again
from skill.dialogue.answers.habit.missed_days import missed_days
from skill.dialogue.answers.habit.move_reminder import move_reminder
from skill.dialogue.answers.habit.own_name import name_mine, or_mine
from skill.dialogue.answers.habit.own_routine import add_to_mine, read_mine, remove_from_mine, start_mine
from skill.dialogue.answers.habit.permission_answered import permitted
from skill.dialogue.answers.habit.programmes import leave_programme, list_programmes, start_programme, todays_routine
from skill.dialogue.answers.habit.remind import remind_me, remind_me_at
from skill.dialogue.answers.habit.reminder_list import cancel_reminders, list_reminders
from skill.dialogue.answers.habit.save_as_mine import save_as_mine
from skill.dialogue.answers.habit.what_was_done import favourites, like, like_routine, what_did_i_do
from skill.dialogue.answers.moving.correct_place import as_they_are, correct_number, correct_side, correct_stretch
from skill.dialogue.answers.moving.easing import easing
from skill.dialogue.answers.moving.jump import jump_to_last, jump_to_number, jump_to_stretch, this_over
from skill.dialogue.answers.moving.more_or_enough import enough, more_of_this
from skill.dialogue.answers.moving.more_time import more_time, not_there_yet
from skill.dialogue.answers.moving.next_and_back import (
    again,
    done,
    explain,
    next_stretch,
    pardon,
    previous_stretch,
    say_again,
    start_over,
)
from skill.dialogue.answers.moving.one_side import both_sides, not_side, only_side, only_this_side, skip_side
from skill.dialogue.answers.moving.pause_and_stop import home, pause, pause_for, stop, tired
from skill.dialogue.answers.moving.shorten import have_to_stop
from skill.dialogue.answers.moving.sides import other_side, which_side
from skill.dialogue.answers.moving.swap import hate_this, not_able, skip_stretch, swap_this
from skill.dialogue.answers.moving.time_or_hold import time_or_hold
from skill.dialogue.answers.moving.undo import undo
from skill.dialogue.answers.replying.help import help_me, misheard, not_for_us
from skill.dialogue.answers.safety.ask_first import glad as well_again
from skill.dialogue.answers.safety.dizziness import dizzy
from skill.dialogue.answers.safety.emergency import red_flag
from skill.dialogue.answers.safety.flare_up import flare_up
from skill.dialogue.answers.safety.limits import can_again, cannot, cannot_ever
from skill.dialogue.answers.safety.pain import cramp, nerve_sign, pain
from skill.dialogue.answers.safety.safe_for_me import safe_for_me
from skill.dialogue.answers.safety.stuck import stuck
from skill.dialogue.answers.starting.begin import start_routine
from skill.dialogue.answers.starting.launch import launch
from skill.dialogue.answers.starting.resume import begin_or_resume, resume, resume_routine
from skill.dialogue.answers.starting.way_down import get_me_down
from skill.dialogue.scene.scene import Answer
from skill.ports.turn import LAUNCH, PERMISSION

FALLBACK = "AMAZON.FallbackIntent"

ANSWERS: Mapping[str, Answer] = {
    # No words: the skill is opened, a permission is given or not, nothing was understood.
    LAUNCH: launch,
    PERMISSION: permitted,
    FALLBACK: misheard,
    # To begin
    "StartRoutineIntent": or_mine("routine")(start_routine),
    "StartStretchIntent": or_mine("stretch")(start_wanted_stretch),
    "BeginIntent": begin_or_resume,
    "AMAZON.ResumeIntent": resume,
    "ResumeRoutineIntent": resume_routine,
    "GetMeDownIntent": get_me_down,
    "StartUsualIntent": start_usual,
    # To choose
    "ListRoutinesIntent": list_routines,
    "ListStretchesIntent": list_stretches,
    "MoreIntent": more,
    "ChooseIntent": misheard,
    "ByTimeIntent": time_or_hold,
    "QuickIntent": quick,
    "BySettingIntent": by_setting,
    "ByAreaIntent": by_area,
    "QuickForAreaIntent": quick_for_area,
    "ByAreaInTimeIntent": by_area_in_time,
    "SurpriseIntent": surprise,
    "TiredIntent": tired,
    "StiffIntent": gentler(easier_form),
    "SitsAllDayIntent": sits_all_day,
    "MyAgeIntent": my_age,
    "NotRoutineIntent": not_that_routine,
    "DescribeRoutineIntent": describe,
    "HowToIntent": how_to,
    "TeachIntent": teach,
    "WhatForIntent": what_for,
    "PictureIntent": picture,
    "SendStepsIntent": send_steps,
    # On the way and in a stretch
    "ReadyIntent": done,
    "AMAZON.NextIntent": next_stretch,
    "NotAbleIntent": not_able,
    "AMAZON.PreviousIntent": previous_stretch,
    "AMAZON.RepeatIntent": say_again,
    "OnceMoreIntent": again,
    "PardonIntent": pardon,
    "ExplainIntent": explain,
    "MoreOfThisIntent": more_of_this,
    "EnoughIntent": enough,
    "MoreTimeIntent": more_time,
    "NotThereYetIntent": not_there_yet,
    "AlreadyThereIntent": already_there,
    "ReachedIntent": as_they_are,
    "UpAgainIntent": all_well,
    "InBedIntent": in_bed,
    "AMAZON.PauseIntent": pause,
    "PauseForIntent": pause_for,
    "SkipSideIntent": skip_side,
    "OnlyThisSideIntent": only_this_side,
    "NotSideIntent": not_side,
    "OnlySideIntent": only_side,
    "BothSidesIntent": both_sides,
    "OtherSideIntent": other_side,
    "JumpToStretchIntent": jump_to_stretch,
    "JumpToLastIntent": jump_to_last,
    "StartThisOverIntent": this_over,
    "JumpToNumberIntent": jump_to_number,
    "SkipStretchIntent": skip_stretch,
    "SwapThisIntent": swap_this,
    "HateThisIntent": hate_this,
    "HaveToStopIntent": have_to_stop,
    "GoBackIntent": undo,
    "NotForYouIntent": not_for_us,
    "AMAZON.StartOverIntent": start_over,
    # To ask in between
    "TimeLeftIntent": time_left,
    "HowLongHoldIntent": how_long_held,
    "HowManyLeftIntent": how_many_left,
    "HowOftenIntent": how_often,
    "HowOftenRoutineIntent": how_often_routine,
    "WhatNextIntent": what_next,
    "WhereAmIIntent": where_am_i,
    "WhichSideIntent": which_side,
    "FeelIntent": feel,
    "FeelInIntent": feel_in,
    "BodyWordIntent": body_word,
    "HowToBreatheIntent": how_to_breathe,
    "BodyPartIntent": body_part,
    "MistakesIntent": mistakes,
    "OtherWordsIntent": in_other_words,
    "AmIRightIntent": am_i_right,
    "IsThatItIntent": is_that_it,
    "WhatNeededIntent": what_is_needed,
    "DoctorIntent": doctor,
    "SourcesIntent": sources,
    "WhatDoYouKnowIntent": what_you_know,
    "CostIntent": cost,
    "VolumeIntent": volume,
    "VoiceIntent": voice,
    # To put right where you are
    "CorrectSideIntent": correct_side,
    "CorrectStretchIntent": correct_stretch,
    "CorrectNumberIntent": correct_number,
    # To make it fit
    "HoldLongerIntent": longer(hold_longer),
    "HoldShorterIntent": shorter(hold_shorter),
    "HoldForIntent": hold_for,
    "EverythingLongerIntent": longer(everything_longer),
    "EverythingShorterIntent": shorter(everything_shorter),
    "SlowerIntent": slower,
    "FasterIntent": faster,
    "FewerWordsIntent": fewer_words,
    "MoreWordsIntent": more_words,
    "JustCountIntent": just_count,
    "CountWithMeIntent": count_with_me,
    "CountMeDownIntent": count_me_down,
    "NoCountDownIntent": no_count_down,
    "ChimeIntent": chime,
    "NoChimeIntent": no_chime,
    "InBreathsIntent": in_breaths,
    "InSecondsIntent": in_seconds,
    "HandsFreeIntent": hands_free,
    "OneAtATimeIntent": one_at_a_time,
    "WorseSideIntent": worse_side,
    "EasierIntent": gentler(easier_form),
    "UsualFormIntent": usual_form,
    "TooEasyIntent": too_easy,
    "TooMuchIntent": too_much,
    "LeaveOutIntent": leave_out,
    "AllowIntent": allow,
    "WhatIsLeftOutIntent": what_is_left_out,
    # When something is wrong
    "PainIntent": pain,
    "FlareUpIntent": flare_up,
    "RedFlagIntent": red_flag,
    "NerveSignIntent": nerve_sign,
    "DizzyIntent": dizzy,
    "StuckIntent": stuck,
    "CrampIntent": cramp,
    "AllWellIntent": all_well,
    "SeenIntent": well_again,
    "NotMeIntent": undo,
    "EasingIntent": easing,
    "UnsureIntent": misheard,
    "WhereItIsIntent": misheard,
    "WorseIntent": pain,
    "SafeForMeIntent": safe_for_me,
    "IsItNormalIntent": is_it_normal,
    "WarningSignsIntent": warning_signs,
    "HeatIntent": heat_or_ice,
    "CannotIntent": cannot,
    "CannotEverIntent": cannot_ever,
    "CanAgainIntent": can_again,
    # To make it yours
    "StartMineIntent": start_mine,
    "AddToMineIntent": add_to_mine,
    "RemoveFromMineIntent": remove_from_mine,
    "SaveAsMineIntent": save_as_mine,
    "ReadMineIntent": read_mine,
    "NameMineIntent": name_mine,
    # To make it a habit
    "StartProgrammeIntent": start_programme,
    "BeginProgrammeIntent": start_programme,
    "TodayIntent": todays_routine,
    "LeaveProgrammeIntent": leave_programme,
    "ListProgrammesIntent": list_programmes,
    "HowAmIDoingIntent": how_am_i_doing,
    "WhatDidIDoIntent": what_did_i_do,
    "MissedDaysIntent": missed_days,
    "LikeIntent": like,
    "LikeRoutineIntent": like_routine,
    "FavouritesIntent": favourites,
    "YesterdayAgainIntent": yesterday_again,
    "RemindMeIntent": remind_me,
    "RemindMeAtIntent": remind_me_at,
    "RemindIntent": remind_me,
    "MoveReminderIntent": move_reminder,
    "ListRemindersIntent": list_reminders,
    "CancelRemindersIntent": cancel_reminders,
    # To answer and to end
    "AMAZON.YesIntent": yes,
    "AMAZON.NoIntent": no,
    "AMAZON.HelpIntent": help_me,
    "HelloIntent": hello,
    "GladIntent": glad,
    "FallAsleepIntent": asleep,
    "AMAZON.StopIntent": stop,
    "AMAZON.CancelIntent": stop,
    "ForgetMeIntent": forget_me,
    "ForgetHouseholdIntent": forget_household,
    "AMAZON.NavigateHomeIntent": home,
}
