"""What is asked when nothing else is: a wish, or how to go on from a pause or with what was broken off."""

from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import Asked, ask
from skill.practice import Phase


def open_question(scene: Scene) -> Asked:
    """The question that fits: "Go on, or wait?" in a pause, "Go on?" with something unfinished, else what they wish."""
    practice = scene.practice
    if practice is not None and practice.phase is Phase.PAUSED and scene.here:
        return Asked("paused", scene.wording.say("question.paused"))
    if practice is not None:
        return Asked("go-on", scene.wording.say("question.go-on"))
    return Asked("wish", scene.wording.say("question.wish"))


def nothing_under_way(scene: Scene) -> Outcome:
    """For wishes that need a routine when there is none."""
    asked = scene.person.asked
    if asked is not None and asked.kind == "get-up":
        again = Asked(asked.kind, scene.wording.say("question.get-up"), asked.about)
        return ask(scene, [scene.wording.say("end.last")], again)
    return ask(
        scene, [scene.wording.say("idle.nothing")], Asked("begin", scene.wording.say("question.begin"), ("lower-back",))
    )
