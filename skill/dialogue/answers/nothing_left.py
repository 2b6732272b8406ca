"""A routine that cannot be: nothing of it suits somebody, or its time is too short; the nearest is offered."""

from skill.dialogue.answers.idle import open_question
from skill.dialogue.answers.ready_question import ready_question
from skill.dialogue.fitted import LONGEST_SECONDS, fitted_name, made_to_fit, wished_seconds
from skill.dialogue.offering import offer_for
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import Asked, ask


def nothing_left(scene: Scene, name: str) -> Outcome:
    """Of the routine that is called so; whoever is being led stays where they are."""
    words = scene.wording.say("finding.nothing-left", name=name)
    offer = None if scene.guiding else offer_for(scene)
    if offer is None:
        return ask(scene, [words], ready_question(scene) if scene.guiding else open_question(scene))
    question = scene.wording.say("launch.offer", name=scene.name_of(offer))
    return ask(scene, [words], Asked("begin", question, (offer,)))


def too_short(scene: Scene, wish: str) -> Outcome:
    """Nothing fits into so little time: the shortest that does is offered."""
    for seconds in range(wished_seconds(wish) + _MINUTE, LONGEST_SECONDS + _MINUTE, _MINUTE):
        if made_to_fit(scene, longer := fitted_name(seconds)).steps:
            words = scene.wording.say("finding.shorter", minutes=scene.wording.minutes(seconds))
            return ask(scene, [words], Asked("begin", scene.wording.say("question.begin-it"), (longer,)))
    return ask(scene, [scene.wording.say("finding.nothing-there")], open_question(scene))


_MINUTE = 60
