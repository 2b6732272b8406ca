"""Yes and no: what they mean is remembered with the question that was asked."""

from collections.abc import Mapping

from skill.dialogue.alarms import GETTING_UP
from skill.dialogue.answers.allowing import ANYWAY, allowed
from skill.dialogue.answers.beginning import begin
from skill.dialogue.answers.being_giddy import FINISHING
from skill.dialogue.answers.describing import tell_of
from skill.dialogue.answers.forgetting import forgotten_household, forgotten_me, kept_after_all
from skill.dialogue.answers.getting_up import get_up, next_move, stay_down, wait_with_them
from skill.dialogue.answers.how_to import tell_how
from skill.dialogue.answers.idle import nothing_under_way, open_question
from skill.dialogue.answers.jumping import jump_to
from skill.dialogue.answers.keeping_off import HOW_LONG, for_today
from skill.dialogue.answers.launching import resume, resume_named
from skill.dialogue.answers.leaving_out import LEAVE_OUT, ask_to_leave_out, kept_in, left_out
from skill.dialogue.answers.listing import more
from skill.dialogue.answers.mine import add_named, remove_named
from skill.dialogue.answers.moving_on import done, past_the_hold
from skill.dialogue.answers.pausing import pause, stop
from skill.dialogue.answers.programming import begin_programme, follow, left_programme, stay_in_programme
from skill.dialogue.answers.purposes import tell_what_for
from skill.dialogue.answers.reminders_agreed import NO_TO_REMINDERS, YES_TO_REMINDERS
from skill.dialogue.answers.saving import leave_as_it_was, save
from skill.dialogue.answers.suiting import tell_for_me
from skill.dialogue.answers.taking_time import more_time
from skill.dialogue.doubt import WAS_DONE
from skill.dialogue.guiding import go_on
from skill.dialogue.laying_out import Opening
from skill.dialogue.person import Question
from skill.dialogue.plans import alone
from skill.dialogue.scene import Answer, Outcome, Scene
from skill.dialogue.speaking import Asked, ask


def yes(scene: Scene) -> Outcome:
    """Yes to the open question; without one, as good as "ready"."""
    if scene.unheard:
        return go_on(scene) if scene.inside else done(scene)
    asked = scene.person.asked
    return _YES.get(asked.kind, done)(scene) if asked else done(scene)


def ready(scene: Scene) -> Outcome:
    """Anything short and friendly: on from a hold for somebody inside one, else yes to whatever was asked."""
    return done(scene) if scene.inside else agree(scene)


def agree(scene: Scene) -> Outcome:
    """Words that are as good as yes; but what cannot be undone waits for the word itself, and is asked again."""
    asked = scene.person.asked
    if asked is None or asked.kind not in _FOR_GOOD:
        return yes(scene)
    return ask(scene, [], Asked(asked.kind, scene.wording.say(f"question.{asked.kind}"), asked.about))


def no(scene: Scene) -> Outcome:
    """No to the open question; without one, a question what they would like instead."""
    if scene.unheard:
        return go_on(scene)
    asked = scene.person.asked
    return _NO.get(asked.kind, _what_instead)(scene) if asked else _what_instead(scene)


def _what_instead(scene: Scene) -> Outcome:
    if scene.guiding:
        return more_time(scene)
    asked = scene.person.asked
    declined = asked.about if asked and asked.kind == "begin" else ()
    return ask(scene, [], Asked("wish", scene.wording.say("question.wish"), declined))


def _begin_it(scene: Scene) -> Outcome:
    return begin(scene, _about(scene)[0])


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
    return _stay(scene) if scene.guiding else _what_instead(scene)


def _help_with_a_wish(scene: Scene) -> Outcome:
    return ask(scene, [scene.wording.say("help.idle")], open_question(scene))


def _about(scene: Scene) -> tuple[str, ...]:
    asked = scene.person.asked or Question("begin", ("lower-back",))
    return asked.about


def _it_was_done(scene: Scene) -> Outcome:
    """Yes, that hold was done: on behind it."""
    practice = scene.practice
    return past_the_hold(scene, practice) if practice else nothing_under_way(scene)


_FOR_GOOD = frozenset({LEAVE_OUT, FINISHING, "forget-me", "forget-household"})

_YES: Mapping[str, Answer] = {
    **YES_TO_REMINDERS,
    LEAVE_OUT: left_out,
    "which-leave-out": lambda scene: ask_to_leave_out(scene, _about(scene)[0]),
    "which-allow": lambda scene: allowed(scene, _about(scene)[0]),
    ANYWAY: _begin_stretch,
    WAS_DONE: _it_was_done,
    "ready": done,
    "paused": resume,
    "go-on": resume,
    "begin": _begin_it,
    "switch": _begin_it,
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

_NO: Mapping[str, Answer] = {
    **NO_TO_REMINDERS,
    LEAVE_OUT: kept_in,
    ANYWAY: _not_alone,
    "change-programme": stay_in_programme,
    "leave-programme": stay_in_programme,
    "save-mine": leave_as_it_was,
    WAS_DONE: go_on,
    "ready": more_time,
    "paused": pause,
    "switch": _stay,
    "try": _not_alone,
    "start-over": _stay,
    "get-up": stay_down,
    GETTING_UP: wait_with_them,
    HOW_LONG: for_today,
    FINISHING: resume,
    "forget-me": kept_after_all,
    "forget-household": kept_after_all,
    "go-on": _what_instead,
    "wish": stop,
}
