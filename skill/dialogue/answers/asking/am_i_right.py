"""Answers "am I doing it right?" with two or three checks, each a yes-or-no question, and help for each no."""

from skill.content.model import Kind
from skill.content.model.words import CheckWords
from skill.dialogue.answers.asking.in_detail import how_to_ask
from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.staying import still_to_hold
from skill.dialogue.answers.replying.telling import tell, tell_staying
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import lead
from skill.dialogue.guidance.question_words import Form, check_of, in_words
from skill.dialogue.guidance.speaking import listening, said
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Checking
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.limits import LEAST_REST_SECONDS
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline import Inside, Moment, Role
from skill.timeline.hold.units import Unit
from skill.timeline.hold.ways import CLOSED_MICROPHONE

_TO_CORRECT_SECONDS = 6.0
"""The quiet after a correction, before the next check."""

_TOLD_IN_A_STRETCH = 2
"""How many checks are told in a stretch: nobody can mind more while they hold."""


@kept_practice_or(how_to_ask)
def am_i_right(scene: Scene, practice: Practice) -> Outcome:
    """Asks the first check, if they can answer it in the stretch; else tells what to mind."""
    unit = scene.unit_at(practice, practice.place)
    if not _can_be_asked(scene, unit):
        return _told(scene, unit)
    return _asked(scene, practice, Checking(left=_left_seconds(scene, unit)))


def next_check(scene: Scene) -> Outcome:
    """Yes: asks the next check; after the last one goes on with the hold."""
    return _after(scene, "", "check.good")


def corrected(scene: Scene) -> Outcome:
    """No, or not sure: tells what helps, and leaves time for it."""
    practice, checking = scene.practice, scene.about(Checking)
    if practice is None or checking is None:
        return hold_on(scene)
    unit, telling = scene.unit_at(practice, practice.place), scene.telling()
    check = check_of(unit, telling, checking.told)
    return _after(scene, telling.with_side(check.correct, unit.place.side), "check.corrected")


def check_again(scene: Scene) -> Outcome:
    """Asks the same check once more, in other words, while they stay in the stretch."""
    question = scene.question
    if question is None or scene.practice is None:
        return am_i_right(scene)
    return listening(scene, (), question, scene.person)


def help_with_a_check(scene: Scene) -> Outcome:
    """Tells which answers there are, and asks the same check once more."""
    question = scene.question
    if question is None or scene.practice is None:
        return am_i_right(scene)
    return listening(scene, said(scene, [in_words(scene, question, Form.HELP)]), question, scene.person)


def hold_on(scene: Scene) -> Outcome:
    """Goes on with the hold, or what is left of it."""
    return _held(scene)


def _can_be_asked(scene: Scene, unit: Unit) -> bool:
    """Whether they are in the stretch, or on the way in, and can talk there: not face down, nor in a strong one."""
    where = scene.where
    if where is None or where.over or where.doubtful or not (scene.guiding and scene.inside):
        return False
    stretch = unit.stretch
    return stretch.can_answer and stretch.kind is not Kind.STRONG and stretch.posture not in CLOSED_MICROPHONE


def _left_seconds(scene: Scene, unit: Unit) -> int:
    """Seconds of the hold that are left, a few at least; 0 if it has not begun, and is still to be held in full."""
    left = scene.where.left_seconds if scene.where else 0.0
    return 0 if left > unit.hold_seconds else max(LEAST_REST_SECONDS, round(still_to_hold(scene)))


def _told(scene: Scene, unit: Unit) -> Outcome:
    """Tells the checks with what helps, for people to ask themselves: in a stretch two of them, elsewhere all."""
    told = [_in_words(scene, unit, check) for check in scene.telling().words_of(unit.stretch).checks]
    if scene.guiding and not scene.waiting:
        return tell_staying(scene, *told[:_TOLD_IN_A_STRETCH])
    name = scene.telling().words_of(unit.stretch).name
    return tell(scene, scene.wording.say("detail.mind", name=name), *told)


def _in_words(scene: Scene, unit: Unit, check: CheckWords) -> str:
    telling, side = scene.telling(), unit.place.side
    ask, correct = telling.with_side(check.ask, side), telling.with_side(check.correct, side)
    return scene.wording.say("check.told", ask=ask, correct=correct)


def _asked(scene: Scene, practice: Practice, checking: Checking, correction: str = "") -> Outcome:
    """Asks a check while they stay in the stretch; a correction of the one before comes first, with time for it."""
    person = scene.person.with_practice(replace(practice, torn=practice.place))
    quiet = (Moment(Role.REST, _TO_CORRECT_SECONDS),) if correction else ()
    return listening(scene, (*said(scene, [correction]), *quiet), Question(Ask.CHECK, checking), person)


def _after(scene: Scene, correction: str, last: str) -> Outcome:
    """Asks the next check; after the last one says the words with this key, and goes on."""
    practice, checking = scene.practice, scene.about(Checking)
    if practice is None or checking is None:
        return hold_on(scene)
    following = replace(checking, told=checking.told + 1)
    if following.told < len(scene.telling().words_of(scene.stretch_at(practice)).checks):
        return _asked(scene, practice, following, correction)
    return _held(scene, correction, scene.wording.say(last))


def _held(scene: Scene, *words: str) -> Outcome:
    """Leads what is left of the hold, or all of it if it had not begun; raises LookupError without a practice."""
    practice, checking = scene.practice, scene.about(Checking)
    if practice is None:
        raise LookupError("no practice to go on with")
    left = checking.left if checking else LEAST_REST_SECONDS
    more = scene.wording.say("hold.more", number=scene.wording.number(left)) if left else ""
    return lead(scene, practice, Opening((*words, more), inside=Inside(left, arrived=not left)))
