"""Help, and what is said when nothing was understood: never an end before the third time, never a new posture."""

from dataclasses import replace

from skill.dialogue.answers.idle import open_question
from skill.dialogue.answers.ready_question import ready_question
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import ask, close, let_out, listening, said
from skill.timeline import Moment, Role

_QUIET_SECONDS = 20.0
_TRIES = 2


def help_me(scene: Scene) -> Outcome:
    """What can be said here, and a question at the end."""
    if scene.guiding:
        return ask(scene, [scene.wording.say("help.guiding")], ready_question(scene))
    return ask(scene, [scene.wording.say("help.idle")], open_question(scene))


def misheard(scene: Scene) -> Outcome:
    """First what to say, then quiet and what to say, then the place is kept and the way back told."""
    if scene.person.misheard > _TRIES:
        key = "misheard.third.kept" if scene.practice else "misheard.third.idle"
        return close(scene, [scene.wording.say(key)], replace(scene.person, misheard=0))
    out, person = let_out(scene, to_talk=True)
    again = scene.person.misheard == _TRIES
    quiet: tuple[Moment, ...] = ()
    if again and scene.here:
        quiet = (*said(scene, [scene.wording.say("misheard.calm")]), *scene.telling().calm(Role.REST, _QUIET_SECONDS))
    words = scene.wording.say(f"misheard.{'second' if again else 'first'}.{_mode(scene)}")
    asked = ready_question(scene, words) if scene.guiding else replace(open_question(scene), words=words)
    return listening(scene, (*out, *quiet), asked, person)


def _mode(scene: Scene) -> str:
    """What is going on, as far as it changes what can be said."""
    if scene.guiding:
        return "guiding"
    return "paused" if scene.here else "idle"
