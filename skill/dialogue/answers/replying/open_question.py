"""The question after an answer that asks nothing itself: the open one, how to go on, "Ready?", or their wish."""

from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer, Rest
from skill.dialogue.offers.todays_programme import preferred
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.replaced import replace


def open_question(scene: Scene) -> Question:
    """The open question; else "Go on, or wait?" in a pause, "Go on?" with a routine unfinished, or what they wish."""
    staying = still_open(scene)
    if staying is not None:
        return staying
    if scene.paused:
        return Question(Ask.PAUSED, scene.about(Rest) or Rest())
    if scene.practice is not None:
        return Question(Ask.GO_ON, words=scene.wording.say("question.go-on"))
    return Question(Ask.WISH)


def still_open(scene: Scene) -> Question | None:
    """The open question, if it stays open after other answers; else None."""
    return scene.question if scene.stays else None


def nothing_under_way(scene: Scene) -> Outcome:
    """Answers a wish that needs a routine if there is none: asks the open question again, or offers a routine."""
    if scene.question is not None:
        return ask(scene, [], scene.question)
    return ask(scene, [scene.wording.say("idle.nothing")], Question(Ask.BEGIN, Offer(preferred(scene))))


def ready_question(scene: Scene, words: str = "") -> Question:
    """The question "Ready?", or the same in other words."""
    rest = scene.about(Rest) or Rest()
    return Question(Ask.READY, replace(rest, finished=scene.waiting), words=words)


def without_question(scene: Scene) -> Scene:
    """The scene without an open question."""
    return replace(scene, stays=False, person=replace(scene.person, asked=None))
