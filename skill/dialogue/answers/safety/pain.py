"""Pain, or a nerve that complains: out of the stretch at once, rest, and that stretch is left for the day."""

from dataclasses import dataclass

from skill.dialogue.answers.replying.about_practice import practice_here_or
from skill.dialogue.answers.replying.open_question import open_question
from skill.dialogue.answers.safety.after_pain import careful
from skill.dialogue.answers.safety.emergency import urgent
from skill.dialogue.answers.safety.stuck import stuck
from skill.dialogue.guidance.closing import interrupted_by, up_or_wish
from skill.dialogue.guidance.crediting import having_finished
from skill.dialogue.guidance.leading import finish
from skill.dialogue.guidance.speaking import ask, close, let_out, listening, said
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer, Rest, SideLeft
from skill.dialogue.offers.todays_programme import waiting_words
from skill.dialogue.scene.local import whom_to_call
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.setting_aside import going_on_with, resting, what_hurts
from skill.dialogue.scene.undo import with_nothing_to_take_back
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline import Moment, Role

_REST_SECONDS = 8.0
_SETTLING_SECONDS = 20.0


@dataclass(frozen=True)
class _Aftermath:
    """What is said once the person is out, the quiet after it, and what is said of the stretch that is left."""

    words: str
    seconds: float
    leaving: str
    signs: bool = False
    """Whether they are told what else would matter."""


def _reason_for_coming(scene: Scene) -> Outcome:
    """With nothing led here: what is best for it is offered; somebody who is on the way up already only rests."""
    if scene.asks(Ask.GET_UP, Ask.SIDE_LEFT):
        return _resting_already(scene)
    begin = Question(Ask.BEGIN, Offer(scene.library.tags.softest), words=scene.wording.say("question.begin-it"))
    if said_again(scene, begin):
        return close(scene, [scene.wording.say("pain.again")])
    return ask(scene, [scene.wording.say("pain.reason"), waiting_words(scene)], begin)


@practice_here_or(_reason_for_coming)
def pain(scene: Scene, practice: Practice) -> Outcome:
    """While guiding: out, rest, and that stretch is left for today; otherwise it is the reason for coming."""
    leave_it = scene.wording.say("pain.leave-it")
    return _left(scene, practice, _Aftermath(scene.wording.say("pain.rest"), _REST_SECONDS, leave_it, signs=True))


def _resting_already(scene: Scene) -> Outcome:
    """Nothing is left that hurts: a rest, a doctor for whoever says it again, and then somebody to call."""
    left = scene.about(SideLeft)
    question = up_or_wish(left) if left else scene.question or Question(Ask.WISH)
    if question.alike > 1:
        return stuck(scene)
    again = said_again(scene, question)
    words = said(
        scene, [scene.wording.say("pain.rest"), scene.wording.say("pain.doctor") if again else ""], Role.RELEASE
    )
    return listening(scene, (*words, Moment(Role.REST, _REST_SECONDS)), question, scene.person)


def said_again(scene: Scene, question: Question) -> bool:
    """Whether this same word had this question put the time before."""
    return scene.said_again and question.is_same(scene.question)


def _before_anything(scene: Scene) -> Outcome:
    """Said with nothing under way: whom to ask first, and nothing is offered; said again, no more for today."""
    if scene.asks(Ask.GET_UP, Ask.SIDE_LEFT):
        return _resting_already(scene)
    wish = Question(Ask.WISH)
    if said_again(scene, wish):
        return urgent(scene)
    return ask(scene, [scene.wording.say("nerve.reason", whom=whom_to_call(scene))], wish)


@practice_here_or(_before_anything)
def nerve_sign(scene: Scene, practice: Practice) -> Outcome:
    """Out, and that stretch is left for today; where one was left today already, a doctor is asked first."""
    if scene.person.tailoring.resting:
        return urgent(scene)
    settling = scene.wording.say("nerve.settle")
    return _left(scene, practice, _Aftermath(settling, _SETTLING_SECONDS, scene.wording.say("nerve.leave-it")))


def _cramp_by_itself(scene: Scene) -> Outcome:
    """With nothing led here: what helps against any cramp, and a while for it."""
    words = said(scene, [scene.wording.say("nerve.cramp")], Role.REST)
    quiet = scene.telling().calm(Role.REST, _SETTLING_SECONDS)
    return listening(scene, (*words, *quiet), open_question(scene), scene.person)


@practice_here_or(_cramp_by_itself)
def cramp(scene: Scene, practice: Practice) -> Outcome:
    """A muscle cramps: out, what helps against it, and that stretch is left for today; it is no nerve."""
    slug = what_hurts(scene, practice)
    known = scene.library.stretch(slug).words[scene.wording.language].cramp if slug else None
    helps = known or scene.wording.say("nerve.cramp")
    return _left(scene, practice, _Aftermath(helps, _SETTLING_SECONDS, scene.wording.say("nerve.leave-it")))


def _left(scene: Scene, practice: Practice, rest: _Aftermath) -> Outcome:
    """Out, quiet, and one question; what it was in rests until tomorrow, never in its gentler form instead."""
    out, let_out_person = let_out(scene, to_talk=True)
    person = with_nothing_to_take_back(let_out_person)
    quiet = scene.telling().calm(Role.REST, rest.seconds)
    moments = (*out, *said(scene, [rest.words], Role.RELEASE), *quiet)
    stretch = what_hurts(scene, practice)
    if _is_the_same_pain(scene, stretch):
        return _resting_already(scene) if scene.asks(Ask.FINISH) else careful(scene)
    asked = Question(Ask.SETTLED, Rest(finished=True), in_full=True)
    if not stretch:
        return listening(scene, moments, asked, person)
    moments = (*moments, *said(scene, [rest.leaving, _to_mind(scene, stretch) if rest.signs else ""]))
    tailoring = resting(scene, stretch)
    left = going_on_with(scene, person, tailoring, past=stretch)
    if left is None:
        return _at_the_end(scene, moments, replace(person, tailoring=tailoring))
    return listening(scene, moments, asked, left)


def _at_the_end(scene: Scene, moments: tuple[Moment, ...], person: Person) -> Outcome:
    """It was the last: whether it has eased is asked all the same, before they are talked up or led back."""
    practice = person.practice
    if practice is None:
        return finish(scene, moments, person)
    done = (having_finished(scene, person, practice) if practice.held else person).without_practice()
    other = interrupted_by(person, practice)
    if other is not None:
        done = done.with_practice(replace(other, posture=practice.posture))
    asked = Question(Ask.SETTLED, scene.way_up(practice.posture, practice), in_full=True)
    return listening(scene, moments, asked, done)


def _to_mind(scene: Scene, stretch: str) -> str:
    """What should be told of it; where another stretch hurt today already, whom to speak to."""
    second = any(other != stretch for other in scene.person.tailoring.resting)
    return scene.wording.say("pain.doctor" if second else "pain.numb")


def _is_the_same_pain(scene: Scene, stretch: str) -> bool:
    """Whether it is the one asked about before: out of a hold, and nothing was stretched since that is not left."""
    if scene.inside:
        return False
    resting = scene.person.tailoring.resting
    return scene.asks(Ask.FINISH) or (stretch in resting if stretch else bool(resting))
