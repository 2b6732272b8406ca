"""What answers a turn: what the open question makes of it, else the wish itself; and no question without an end."""

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
"""So often in a row may the same word have the same question put again."""
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
"""What whoever hurt has to say to be led on: where to. What only tells how they are leads nowhere."""
_YES_OR_NO = frozenset({Small.YES, Small.NO})
_MEANT = frozenset({Small.HELP, Small.PARDON, Small.WAIT})
"""Words that ask for help, for time, or for the question: they may be said as often as somebody likes.

A yes or a no that has nothing but the same question put again is no answer to it: "yes" to "finish, or go on?".
"""


def respond(scene: Scene, intent: str) -> Outcome:
    """The outcome of this turn; `intent` is what it counts as once its slots were looked through."""
    known = intent if intent in ANSWERS else FALLBACK
    row, asked = _row(scene, known), scene.question
    if row is None:
        return ANSWERS[known](scene)
    outcome = _meant(scene, row, known)
    if asked is not None and asked.kind in _AFTER_PAIN and _leads_unasked(row, outcome, known):
        outcome = _only_told(scene, asked, known)
    return row.at_last(scene) if asked is not None and _is_stuck(asked, outcome, known) else outcome


def _row(scene: Scene, intent: str) -> Row | None:
    """The row of the open question. To be asked first goes before it, unless they say whether to delete them."""
    asked = scene.question
    if scene.asks_first and (asked is None or SMALL_WORDS.get(intent) not in _YES_OR_NO):
        return QUESTIONS[Ask.FIRST]
    if scene.stopped and not _may_be_answered(asked, intent):
        return QUESTIONS[Ask.STOPPED]
    return QUESTIONS[asked.kind] if asked is not None else None


def _leads_unasked(row: Row, outcome: Outcome, intent: str) -> bool:
    """Whether somebody who hurts would be led on by a wish that asks for nothing of the kind."""
    if row.meaning(intent) is not None or intent in _WHERE_TO:
        return False
    return any(moment.role in HOLDING for moment in outcome.reply.timeline.moments)


def _only_told(scene: Scene, asked: Question, intent: str) -> Outcome:
    """What can be told or done by the way, for somebody who hurts, and the question that they have not answered."""
    done = ANSWERS[intent](replace(scene, passing=True))
    return ask(scene, done.aside, asked, done.person) if done.aside else asked_again(scene)


def _may_be_answered(asked: Question | None, intent: str) -> bool:
    """Whether, all being stopped, this answers the way up, or the word yes or no something else that may be asked."""
    if asked is None:
        return False
    if asked.kind in _GETTING_UP:
        return QUESTIONS[asked.kind].meaning(intent) is not None
    return SMALL_WORDS.get(intent) in _YES_OR_NO


def _meant(scene: Scene, row: Row, intent: str) -> Outcome:
    """What the words mean to this question; the wish that they really make; or what they say."""
    meaning = row.meaning(intent)
    meant = meaning(scene) if meaning else None
    if isinstance(meant, Turn):
        return ANSWERS[meant.intent](replace(scene, turn=meant, person=replace(scene.person, asked=None)))
    return meant if isinstance(meant, Outcome) else ANSWERS[intent](replace(scene, stays=row.stays))


def _is_stuck(asked: Question, outcome: Outcome, intent: str) -> bool:
    """Whether the same word has had the same question put again too often, and to no other use."""
    again, small = outcome.person.asked, SMALL_WORDS.get(intent)
    if again is None or not again.is_same(asked) or again.alike < _LIKE_WORDS or small in _MEANT:
        return False
    cues = [moment for moment in outcome.reply.timeline.moments if not moment.silent]
    return small is Small.MISHEARD or all(cue.role is Role.QUESTION for cue in cues)
