"""What the answer to the one question after pain leads to: on, a longer rest, or the careful side.

Only a clear yes goes on. Nothing of the answer is kept: the question says no more than that somebody rests.
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
    """Clearly over: on with the next stretch, gently; where that was the last, what comes then."""
    if scene.about(WayUp):
        return ask(scene, [scene.wording.say("pain.over")], _after_the_last(scene))
    return go_on(scene, Opening((scene.wording.say("pain.good"),)))


def easing_off(scene: Scene) -> Outcome:
    """On its way, but not gone: a longer rest, and then the next stretch or the end, as they like."""
    finish = Question(Ask.FINISH, words=scene.wording.say("question.next-or-finish"))
    return _rested(scene, ("pain.easing",), _after_the_last(scene) if scene.about(WayUp) else finish)


def careful(scene: Scene) -> Outcome:
    """Still there, or nobody is sure: a rest, a doctor if it stays, and the end offered before anything else."""
    finish = Question(Ask.FINISH, in_full=not scene.asks(Ask.FINISH))
    return _rested(scene, ("pain.stays", "pain.doctor"), _after_the_last(scene) if scene.about(WayUp) else finish)


def runs_down(scene: Scene) -> Outcome:
    """Down a leg, or numb: moved until it passes, and the end offered; where it was so before, a doctor today."""
    if len(scene.person.tailoring.resting) > 1:
        return urgent(scene)
    finish = _after_the_last(scene) if scene.about(WayUp) else Question(Ask.FINISH)
    return _rested(scene, ("nerve.settle", "nerve.runs"), finish)


def _after_the_last(scene: Scene) -> Question:
    """Nothing is left of what was led: back to what it was slipped into, up from the floor, or what they would like."""
    practice, up = scene.practice, scene.about(WayUp)
    if practice is not None:
        name = scene.routine_of(practice).words[scene.wording.language].spoken
        return Question(Ask.GO_ON, words=scene.wording.say("question.back-to", routine=name))
    return up_or_wish(up) if up else Question(Ask.WISH)


def _rested(scene: Scene, keys: tuple[str, ...], question: Question) -> Outcome:
    """Out of whatever they are in, these words, a quiet while, and the question."""
    out, person = let_out(scene, to_talk=True)
    words = said(scene, [scene.wording.say(key) for key in keys], Role.RELEASE)
    quiet = scene.telling().calm(Role.REST, _RESTING_SECONDS)
    return listening(scene, (*out, *words, *quiet), question, person)
