"""What answers a turn: what the open question makes of it, else the wish itself; and no question without an end."""

from skill.dialogue.answers.conversation.questions import QUESTIONS
from skill.dialogue.answers.conversation.row import SMALL_WORDS, Row, Small
from skill.dialogue.answers.table import ANSWERS, FALLBACK
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.turn import Turn
from skill.replaced import replace
from skill.timeline import Role

_LIKE_WORDS = 3
"""So often in a row may the same word have the same question put again."""
_YES_OR_NO = frozenset({Small.YES, Small.NO})
_MEANT = frozenset({Small.YES, Small.NO, Small.HELP, Small.PARDON, Small.WAIT})
"""Words that answer, or ask for help, for time, or for the question: they may be said as often as somebody likes."""


def respond(scene: Scene, intent: str) -> Outcome:
    """The outcome of this turn; `intent` is what it counts as once its slots were looked through."""
    known = intent if intent in ANSWERS else FALLBACK
    row, asked = _row(scene, known), scene.question
    if row is None:
        return ANSWERS[known](scene)
    outcome = _meant(scene, row, known)
    return row.at_last(scene) if asked is not None and _is_stuck(asked, outcome, known) else outcome


def _row(scene: Scene, intent: str) -> Row | None:
    """The row of the open question. Who is to be asked first is asked that, unless they say whether to delete them."""
    asked = scene.question
    if scene.asks_first and (asked is None or SMALL_WORDS.get(intent) not in _YES_OR_NO):
        return QUESTIONS[Ask.FIRST]
    return QUESTIONS[asked.kind] if asked is not None else None


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
