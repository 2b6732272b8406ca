"""Answers a turn by what it means to the open question, else as a wish; and never asks the same without end."""

from skill.dialogue.answers.conversation.questions import QUESTIONS
from skill.dialogue.answers.conversation.row import SMALL_WORDS, Row, Small
from skill.dialogue.answers.conversation.ways_out import asked_again
from skill.dialogue.answers.table import ANSWERS, FALLBACK
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.turn import Turn
from skill.replaced import replace
from skill.timeline import HOLDING, Role

_LIKE_WORDS = 3
"""How often in a row the same word may lead to the same question."""
_GETTING_UP = frozenset({Ask.UP, Ask.GET_UP, Ask.STANDING, Ask.UP_YET})
_AFTER_PAIN = frozenset({Ask.SETTLED, Ask.FINISH})
_WHERE_TO = frozenset(
    {
        "AMAZON.NextIntent",
        "AMAZON.PreviousIntent",
        "AMAZON.ResumeIntent",
        "AMAZON.StartOverIntent",
        "EasierIntent",
        "GoBackIntent",
        "JumpToLastIntent",
        "JumpToNumberIntent",
        "JumpToStretchIntent",
        "ResumeRoutineIntent",
        "SkipStretchIntent",
        "StartMineIntent",
        "StartRoutineIntent",
        "StartStretchIntent",
        "StartUsualIntent",
        "SwapThisIntent",
    }
)
"""The wishes by which people who hurt are led on, because they say where to; to tell how they are leads nowhere."""
_YES_OR_NO = frozenset({Small.YES, Small.NO})
_MEANT = frozenset({Small.HELP, Small.PARDON, Small.WAIT})
"""Words that ask for help, for time, or to repeat the question: these may be said as often as somebody likes.

A "yes" or "no" that only leads to the same question again is no answer to it, such as "yes" to "finish, or go on?".
"""


def respond(scene: Scene, intent: str) -> Outcome:
    """The outcome of this turn; `intent` is the turn's, or that of an alarm in its slots."""
    known = intent if intent in ANSWERS else FALLBACK
    row, asked = _row(scene, known), scene.question
    if row is None:
        return ANSWERS[known](scene)
    outcome = _meant(scene, row, known)
    if asked is not None and asked.kind in _AFTER_PAIN and _leads_unasked(row, outcome, known):
        outcome = _only_told(scene, asked, known)
    return row.at_last(scene) if asked is not None and _is_stuck(asked, outcome, known) else outcome


def _row(scene: Scene, intent: str) -> Row | None:
    """The row for this turn: that of an emergency or a stop before that of the open question; None without any.

    A yes or no to another question that is open counts for that one, such as whether to delete everything.
    """
    asked = scene.question
    if scene.asks_first and (asked is None or SMALL_WORDS.get(intent) not in _YES_OR_NO):
        return QUESTIONS[Ask.FIRST]
    if scene.stopped and not _may_be_answered(asked, intent):
        return QUESTIONS[Ask.STOPPED]
    return QUESTIONS[asked.kind] if asked is not None else None


def _leads_unasked(row: Row, outcome: Outcome, intent: str) -> bool:
    """Whether a wish that does not ask to go on would lead somebody who hurts into a hold."""
    if row.meaning(intent) is not None or intent in _WHERE_TO:
        return False
    return any(moment.role in HOLDING for moment in outcome.reply.timeline.moments)


def _only_told(scene: Scene, asked: Question, intent: str) -> Outcome:
    """Tells or does what is possible in passing for somebody who hurts, and asks the open question again."""
    done = ANSWERS[intent](replace(scene, passing=True))
    return ask(scene, done.aside, asked, done.person) if done.aside else asked_again(scene)


def _may_be_answered(asked: Question | None, intent: str) -> bool:
    """Whether, after a stop, this may answer the open question: about the way up, or else by yes or no."""
    if asked is None:
        return False
    if asked.kind in _GETTING_UP:
        return QUESTIONS[asked.kind].meaning(intent) is not None
    return SMALL_WORDS.get(intent) in _YES_OR_NO


def _meant(scene: Scene, row: Row, intent: str) -> Outcome:
    """The answer by what the intent means to this question: an outcome, or another turn; else by the intent itself."""
    meaning = row.meaning(intent)
    meant = meaning(scene) if meaning else None
    if isinstance(meant, Turn):
        return ANSWERS[meant.intent](replace(scene, turn=meant, person=replace(scene.person, asked=None)))
    return meant if isinstance(meant, Outcome) else ANSWERS[intent](replace(scene, stays=row.stays))


def _is_stuck(asked: Question, outcome: Outcome, intent: str) -> bool:
    """Whether the same word has led to the same question too often, and to nothing else."""
    again, small = outcome.person.asked, SMALL_WORDS.get(intent)
    if again is None or not again.is_same(asked) or again.alike < _LIKE_WORDS or small in _MEANT:
        return False
    cues = [moment for moment in outcome.reply.timeline.moments if not moment.silent]
    return small is Small.MISHEARD or all(cue.role is Role.QUESTION for cue in cues)
