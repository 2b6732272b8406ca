"""Goes on after the answer to the one question after pain: with the next stretch, a longer rest, or a careful end.

Only a clear yes leads on to stretches. The answer is not stored: the question only tells that somebody rests.
"""

from skill.dialogue.answers.safety.emergency import urgent
from skill.dialogue.guidance.closing import up_or_wish
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on
from skill.dialogue.guidance.speaking import ask, let_out, listening, said
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import WayUp
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.timeline import Role

_RESTING_SECONDS = 20.0


def eased(scene: Scene) -> Outcome:
    """The pain is clearly over: leads on to the next stretch, gently; after the last one asks what comes then."""
    if scene.about(WayUp):
        return ask(scene, [scene.wording.say("pain.over")], _after_the_last(scene))
    return go_on(scene, Opening((scene.wording.say("pain.good"),)))


def easing_off(scene: Scene) -> Outcome:
    """The pain is easing but not gone: a longer rest, and then they choose the next stretch or the end."""
    finish = Question(Ask.FINISH, words=scene.wording.say("question.next-or-finish"))
    return _rested(scene, ("pain.easing",), _after_the_last(scene) if scene.about(WayUp) else finish)


def careful(scene: Scene) -> Outcome:
    """The pain is still there, or unclear: a rest, the advice to see a doctor if it stays, and the end is offered."""
    finish = Question(Ask.FINISH, in_full=not scene.asks(Ask.FINISH))
    return _rested(scene, ("pain.stays", "pain.doctor"), _after_the_last(scene) if scene.about(WayUp) else finish)


def runs_down(scene: Scene) -> Outcome:
    """The pain runs down a leg, or it is numb: advises to move until it passes, and offers the end.

    If another stretch was left out today already, advises to see a doctor today, and closes.
    """
    if len(scene.person.tailoring.resting) > 1:
        return urgent(scene)
    finish = _after_the_last(scene) if scene.about(WayUp) else Question(Ask.FINISH)
    return _rested(scene, ("nerve.settle", "nerve.runs"), finish)


def _after_the_last(scene: Scene) -> Question:
    """The question after the last stretch: back to the routine that this one interrupted, the way up, or their wish."""
    practice, up = scene.practice, scene.about(WayUp)
    if practice is not None:
        name = scene.routine_of(practice).words[scene.wording.language].spoken
        return Question(Ask.GO_ON, words=scene.wording.say("question.back-to", routine=name))
    return up_or_wish(up) if up else Question(Ask.WISH)


def _rested(scene: Scene, keys: tuple[str, ...], question: Question) -> Outcome:
    """Lets them out of any hold, says these words, leaves quiet, and asks the question."""
    out, person = let_out(scene, to_talk=True)
    words = said(scene, [scene.wording.say(key) for key in keys], Role.RELEASE)
    quiet = scene.telling().calm(Role.REST, _RESTING_SECONDS)
    return listening(scene, (*out, *words, *quiet), question, person)
