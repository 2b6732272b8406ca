"""Help, and what is said when nothing was understood: never an end before the third time, never a new posture."""

from dataclasses import replace

from skill.dialogue.answers.replying.open_question import open_question, ready_question
from skill.dialogue.answers.replying.question_words import OPEN_WISH
from skill.dialogue.guidance.speaking import Asked, ask, close, let_out, listening, said
from skill.dialogue.scene.scene import Outcome, Scene
from skill.timeline import Moment, Role

_QUIET_SECONDS = 20.0

_TRIES = 2

HELP = "help"
"""What is listed when somebody who guides nothing asks for more help."""

_PORTIONS = ("idle", "find", "keep", "fit")

_PORTIONS_GUIDING = ("guiding", "dose", "moving", "words")


def help_me(scene: Scene) -> Outcome:
    """What can be said here, and a question at the end; with nothing under way a portion at a time."""
    if scene.guiding:
        return _while_guiding(scene, 0)
    if scene.here:
        return ask(scene, [scene.wording.say("help.paused")], open_question(scene))
    if scene.person.newcomer and not scene.person.met:
        return ask(scene, [scene.wording.say("help.first")], open_question(scene))
    return help_from(scene, 0)


def help_from(scene: Scene, portion: int) -> Outcome:
    """One portion of what can be said while nothing is under way, and whether to hear more."""
    words = [scene.wording.say(f"help.{_PORTIONS[portion]}")]
    if portion + 1 == len(_PORTIONS):
        # Whether they want more is answered: asked again, it would have this portion for ever.
        return ask(scene, words, open_question(replace(scene, person=replace(scene.person, asked=None))))
    return ask(scene, words, Asked("more", scene.wording.say("question.more"), (HELP, str(portion + 1))))


def more_help(scene: Scene) -> Outcome:
    """The next portion for somebody who is being guided; after the last one the first again."""
    asked = scene.person.asked
    told = next((int(about) for about in asked.about if about.isdigit()), 0) if asked and asked.kind == "ready" else 0
    return _while_guiding(scene, (told + 1) % len(_PORTIONS_GUIDING))


def _while_guiding(scene: Scene, portion: int) -> Outcome:
    """One portion of what can be said in a routine, and "Ready?", which remembers the portion."""
    key = "ready" if scene.waiting and not portion else _PORTIONS_GUIDING[portion]
    ready = ready_question(scene)
    return ask(scene, [scene.wording.say(f"help.{key}")], replace(ready, about=(*ready.about, str(portion))))


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
    return listening(scene, (*out, *quiet), _asked_again(scene, "second" if again else "first"), person)


def _asked_again(scene: Scene, time: str) -> Asked:
    """What is open, in other words than the time before: an offer by itself, else what can be said."""
    if scene.guiding:
        return ready_question(scene, scene.wording.say(f"misheard.{time}.guiding"))
    opened = open_question(scene)
    if opened.kind not in OPEN_WISH:
        key = "misheard.offered" if time == "first" else "misheard.second.offered"
        return replace(opened, words=scene.wording.say(key, question=opened.words))
    return replace(opened, words=scene.wording.say(f"misheard.{time}.{'paused' if scene.here else 'idle'}"))
