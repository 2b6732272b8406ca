"""What is asked when nothing else is: what was offered before, how to go on, "Ready?", or what they wish."""

from skill.dialogue.answers.replying.question_words import PUT_AGAIN
from skill.dialogue.guidance.speaking import Asked, ask
from skill.dialogue.scene.scene import FINISHED, Outcome, Scene


def open_question(scene: Scene) -> Asked:
    """What is still open; else "Go on, or wait?" in a pause, "Go on?" with something unfinished, or what they wish."""
    practice = scene.practice
    offered = _put_again(scene)
    if offered is not None:
        return offered
    if scene.paused:
        asked = scene.person.asked
        about = asked.about if asked is not None and asked.kind == "paused" else ()
        return Asked("paused", scene.wording.say("question.paused"), about)
    if practice is not None:
        return Asked("go-on", scene.wording.say("question.go-on"))
    return Asked("wish", scene.wording.say("question.wish"))


def nothing_under_way(scene: Scene) -> Outcome:
    """For wishes that need a routine when there is none."""
    offered = _put_again(scene)
    if offered is not None and offered.kind == "get-up":
        return ask(scene, [scene.wording.say("end.last")], offered)
    usual = Asked("begin", scene.wording.say("question.begin"), ("lower-back",))
    return ask(scene, [scene.wording.say("idle.nothing")], offered or usual)


def _put_again(scene: Scene) -> Asked | None:
    """The question of the turn before once more, where it is one that stays open."""
    asked = scene.person.asked
    if asked is None or asked.kind not in PUT_AGAIN or scene.turn.opens:
        return None
    names = [name for name in map(scene.name_of, asked.about) if name]
    if asked.kind == "begin" and not names:
        return Asked("begin", scene.wording.say("question.begin-it"), asked.about)
    listed = scene.wording.listing(names, "or") if names else ""
    words = scene.wording.say(PUT_AGAIN[asked.kind], name=listed, names=listed)
    return Asked(asked.kind, words, asked.about)


def ready_question(scene: Scene, words: str = "") -> Asked:
    """Asks "Ready?", or other words that ask the same."""
    about = (FINISHED,) if scene.waiting else ()
    return Asked("ready", words or scene.wording.say("question.ready"), about)
