"""What yes, no, a number and a name mean to each question that can be open."""

from collections.abc import Mapping
from dataclasses import replace

from skill.dialogue.answers.conversation.delete_me import forgotten_household, forgotten_me, kept_after_all
from skill.dialogue.answers.conversation.more import more
from skill.dialogue.answers.finding.by_time import HOW_MANY_MINUTES, for_seconds
from skill.dialogue.answers.finding.how_to import tell_how
from skill.dialogue.answers.finding.purposes import tell_what_for
from skill.dialogue.answers.finding.routine_described import tell_of
from skill.dialogue.answers.fitting.allow import ANYWAY, allowed
from skill.dialogue.answers.fitting.leave_out import LEAVE_OUT, ask_to_leave_out, kept_in, left_out
from skill.dialogue.answers.habit.make_reminder import arrange
from skill.dialogue.answers.habit.own_routine import add_named, remove_named
from skill.dialogue.answers.habit.programmes import begin_programme, follow, left_programme, stay_in_programme
from skill.dialogue.answers.habit.remind import (
    AT_WHAT_TIME,
    SHALL_I,
    ask_again_when,
    full_hour,
    no_reminder,
    remind_me_at,
)
from skill.dialogue.answers.habit.reminder_list import (
    MORE,
    WHICH,
    cancelled,
    more_reminders,
    none_cancelled,
    which_again,
)
from skill.dialogue.answers.habit.save_as_mine import leave_as_it_was, save
from skill.dialogue.answers.moving.jump import jump_to
from skill.dialogue.answers.moving.more_time import more_time
from skill.dialogue.answers.moving.next_and_back import done, start_over
from skill.dialogue.answers.moving.pause_and_stop import pause, stop
from skill.dialogue.answers.replying.agreement import AGREEMENT
from skill.dialogue.answers.replying.open_question import nothing_under_way, open_question
from skill.dialogue.answers.safety.alarms import GETTING_UP
from skill.dialogue.answers.safety.dizziness import FINISHING
from skill.dialogue.answers.safety.limits import HOW_LONG, for_always, for_today
from skill.dialogue.answers.safety.safe_for_me import tell_for_me
from skill.dialogue.answers.safety.stuck import get_up, next_move, stay_down, wait_with_them
from skill.dialogue.answers.starting.begin import begin
from skill.dialogue.answers.starting.offer import offered_to_anybody
from skill.dialogue.answers.starting.resume import resume, resume_named
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on
from skill.dialogue.guidance.speaking import Asked, ask
from skill.dialogue.memory.question import Question
from skill.dialogue.scene.routine_of import alone
from skill.dialogue.scene.scene import Answer, Outcome, Scene
from skill.ports.slot_values import number_of, time_of
from skill.timeline import Side


def what_instead(scene: Scene) -> Outcome:
    """More time for somebody who is led; else a question what they would like instead."""
    if scene.guiding:
        return more_time(scene)
    asked = scene.person.asked
    declined = asked.about if asked and asked.kind == "begin" else ()
    return ask(scene, [], Asked("wish", scene.wording.say("question.wish"), declined))


def _begin_it(scene: Scene) -> Outcome:
    return begin(scene, _about(scene)[0])


def _begin_agreed(scene: Scene) -> Outcome:
    """Yes to what it asks for: that may be asked of them while this conversation lasts."""
    name, *limits = _about(scene)
    agreed = replace(scene.person, tailoring=scene.person.tailoring.agreed_to(limits))
    return begin(replace(scene, person=agreed), name)


def _something_else(scene: Scene) -> Outcome:
    """No to that: on with what is led, else with what suits everybody."""
    return _stay(scene) if scene.guiding else offered_to_anybody(scene)


def _begin_stretch(scene: Scene) -> Outcome:
    return begin(scene, alone(_about(scene)[0]))


def _tell_it(scene: Scene) -> Outcome:
    return tell_how(scene, _about(scene)[0])


def _tell_what_for(scene: Scene) -> Outcome:
    return tell_what_for(scene, _about(scene)[0])


def _tell_of(scene: Scene) -> Outcome:
    return tell_of(scene, _about(scene)[0])


def _jump_there(scene: Scene) -> Outcome:
    return jump_to(scene, _about(scene)[0])


def _add_it(scene: Scene) -> Outcome:
    return add_named(scene, _about(scene)[0])


def _remove_it(scene: Scene) -> Outcome:
    return remove_named(scene, _about(scene)[0])


def _begin_programme(scene: Scene) -> Outcome:
    return begin_programme(scene, _about(scene)[0])


def _follow_it(scene: Scene) -> Outcome:
    return follow(scene, _about(scene)[0])


def _begin_again(scene: Scene) -> Outcome:
    practice = scene.practice
    return begin(scene, practice.routine) if practice else nothing_under_way(scene)


def _stay(scene: Scene) -> Outcome:
    """No to leaving or starting over: on from where they were."""
    return go_on(scene, Opening((scene.wording.say("did.stay"),))) if scene.practice else nothing_under_way(scene)


def _not_alone(scene: Scene) -> Outcome:
    """No to a stretch on its own: on with the routine that is led, else what they would like instead."""
    return _stay(scene) if scene.guiding else what_instead(scene)


def _help_with_a_wish(scene: Scene) -> Outcome:
    return ask(scene, [scene.wording.say("help.idle")], open_question(scene))


def _about(scene: Scene) -> tuple[str, ...]:
    asked = scene.person.asked or Question("begin", ("lower-back",))
    return asked.about


FOR_GOOD = frozenset({LEAVE_OUT, FINISHING, "forget-me", "forget-household"})

YES: Mapping[str, Answer] = {
    AT_WHAT_TIME: ask_again_when,
    SHALL_I: arrange,
    MORE: more_reminders,
    WHICH: cancelled,
    LEAVE_OUT: left_out,
    "which-leave-out": lambda scene: ask_to_leave_out(scene, _about(scene)[0]),
    "which-allow": lambda scene: allowed(scene, _about(scene)[0]),
    ANYWAY: _begin_stretch,
    "ready": done,
    "paused": resume,
    "go-on": resume,
    "begin": _begin_it,
    "switch": _begin_it,
    AGREEMENT: _begin_agreed,
    "try": _begin_stretch,
    "which-routine": _begin_it,
    "which-stretch": _begin_stretch,
    "which-how-to": _tell_it,
    "which-what-for": _tell_what_for,
    "which-described": _tell_of,
    "which-jump": _jump_there,
    "which-for-me": lambda scene: tell_for_me(scene, _about(scene)[0]),
    "which-resume": lambda scene: resume_named(scene, _about(scene)[0]),
    "which-to-add": _add_it,
    "which-to-remove": _remove_it,
    "which-programme": _begin_programme,
    "change-programme": _follow_it,
    "leave-programme": left_programme,
    "save-mine": save,
    "start-over": _begin_again,
    "get-up": get_up,
    GETTING_UP: next_move,
    HOW_LONG: for_today,
    FINISHING: stop,
    "forget-me": forgotten_me,
    "forget-household": forgotten_household,
    "more": more,
    "wish": _help_with_a_wish,
}

NO: Mapping[str, Answer] = {
    AT_WHAT_TIME: no_reminder,
    SHALL_I: no_reminder,
    WHICH: none_cancelled,
    LEAVE_OUT: kept_in,
    ANYWAY: _not_alone,
    "change-programme": stay_in_programme,
    "leave-programme": stay_in_programme,
    "save-mine": leave_as_it_was,
    "ready": more_time,
    "paused": pause,
    "switch": _stay,
    AGREEMENT: _something_else,
    "try": _not_alone,
    "start-over": _stay,
    "get-up": stay_down,
    GETTING_UP: wait_with_them,
    HOW_LONG: for_today,
    FINISHING: resume,
    "forget-me": kept_after_all,
    "forget-household": kept_after_all,
    "go-on": what_instead,
    "wish": stop,
}

OFFERED: Mapping[str, tuple[Answer, ...]] = {
    "go-on": (resume, start_over),
    "paused": (resume, pause),
    HOW_LONG: (for_today, for_always),
    FINISHING: (stop, resume),
}
"""What the two halves of a question stand for."""

_PLACES = ("first", "second", "third")
_BOTH = 2


def or_so_many_minutes(answer: Answer) -> Answer:
    """What answers a number or a full hour; but where minutes were asked for, it is minutes."""

    def answered(scene: Scene) -> Outcome:
        asked, number = scene.person.asked, _bare_number(scene)
        if asked is None or asked.kind != HOW_MANY_MINUTES or scene.turn.opens or not number:
            return answer(scene)
        return for_seconds(scene, 60 * number)

    return answered


def _bare_number(scene: Scene) -> int | None:
    """What may be a number alone: counted, the full hour of a clock, or what stands at that place."""
    at, chosen = time_of(scene.turn.slot("time")), scene.turn.slot("choice").ids
    hour = at.hour if at and not at.minute else None
    place = _PLACES.index(chosen[0]) + 1 if chosen and chosen[0] in _PLACES else None
    return number_of(scene.turn.slot("number")) or hour or place


def or_at_that_time(answer: Answer) -> Answer:
    """What answers a number; but where a time was asked for, the number is one."""

    def answered(scene: Scene) -> Outcome:
        asked = scene.person.asked
        meant = asked is not None and asked.kind == AT_WHAT_TIME and full_hour(scene) is not None
        return remind_me_at(scene) if meant else answer(scene)

    return answered


def or_more_reminders(answer: Answer) -> Answer:
    """What answers "more"; but where reminders were being told, it is of them."""

    def answered(scene: Scene) -> Outcome:
        asked = scene.person.asked
        return more_reminders(scene) if asked is not None and asked.kind == MORE else answer(scene)

    return answered


def or_both_reminders(answer: Answer) -> Answer:
    """What answers "both", for the sides of a body; but where two reminders were to be cancelled, they are meant."""

    def answered(scene: Scene) -> Outcome:
        asked = scene.person.asked
        if asked is None or asked.kind != WHICH or scene.turn.slot("side").ids != (Side.BOTH,):
            return answer(scene)
        return cancelled(scene) if len(asked.about) == _BOTH else ask(scene, [], which_again(scene, asked))

    return answered
