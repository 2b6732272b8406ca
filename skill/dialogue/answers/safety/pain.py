"""Answers pain, signs of a nerve, and cramps: out of the stretch at once, rest, and no more of it for the day."""

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
    """The words once the person is out, the seconds of quiet, and the words about the stretch that is left out."""

    words: str
    seconds: float
    leaving: str
    signs: bool = False
    """Whether they are told which other signs would matter."""


def _reason_for_coming(scene: Scene) -> Outcome:
    """With nothing led here: offers the softest routine; people who are about to get up only rest."""
    if scene.asks(Ask.GET_UP, Ask.SIDE_LEFT):
        return _resting_already(scene)
    begin = Question(Ask.BEGIN, Offer(scene.library.tags.softest), words=scene.wording.say("question.begin-it"))
    if said_again(scene, begin):
        return close(scene, [scene.wording.say("pain.again")])
    return ask(scene, [scene.wording.say("pain.reason"), waiting_words(scene)], begin)


@practice_here_or(_reason_for_coming)
def pain(scene: Scene, practice: Practice) -> Outcome:
    """While guiding: out, rest, and that stretch is left out today; otherwise it is why they came."""
    leave_it = scene.wording.say("pain.leave-it")
    return _left(scene, practice, _Aftermath(scene.wording.say("pain.rest"), _REST_SECONDS, leave_it, signs=True))


def _resting_already(scene: Scene) -> Outcome:
    """There is no stretch to leave out: a rest; said again, advises to see a doctor, and then tells whom to call."""
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
    """Whether the same words led to this same question the time before."""
    return scene.said_again and question.is_same(scene.question)


def _before_anything(scene: Scene) -> Outcome:
    """With nothing under way: tells whom to ask first, and offers nothing; said again, ends for today."""
    if scene.asks(Ask.GET_UP, Ask.SIDE_LEFT):
        return _resting_already(scene)
    wish = Question(Ask.WISH)
    if said_again(scene, wish):
        return urgent(scene)
    return ask(scene, [scene.wording.say("nerve.reason", whom=whom_to_call(scene))], wish)


@practice_here_or(_before_anything)
def nerve_sign(scene: Scene, practice: Practice) -> Outcome:
    """Out, and that stretch is left out today; if one was left out today already, a doctor has to be asked first."""
    if scene.person.tailoring.resting:
        return urgent(scene)
    settling = scene.wording.say("nerve.settle")
    return _left(scene, practice, _Aftermath(settling, _SETTLING_SECONDS, scene.wording.say("nerve.leave-it")))


def _cramp_by_itself(scene: Scene) -> Outcome:
    """With nothing led here: tells what helps against any cramp, and leaves time for it."""
    words = said(scene, [scene.wording.say("nerve.cramp")], Role.REST)
    quiet = scene.telling().calm(Role.REST, _SETTLING_SECONDS)
    return listening(scene, (*words, *quiet), open_question(scene), scene.person)


@practice_here_or(_cramp_by_itself)
def cramp(scene: Scene, practice: Practice) -> Outcome:
    """A muscle cramps, which is no sign of a nerve: out, what helps, and that stretch is left out today."""
    slug = what_hurts(scene, practice)
    known = scene.library.stretch(slug).words[scene.wording.language].cramp if slug else None
    helps = known or scene.wording.say("nerve.cramp")
    return _left(scene, practice, _Aftermath(helps, _SETTLING_SECONDS, scene.wording.say("nerve.leave-it")))


def _left(scene: Scene, practice: Practice, rest: _Aftermath) -> Outcome:
    """Out, quiet, and one question; the stretch rests until tomorrow, its gentler form as well."""
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
    """It was the last stretch: asks all the same whether it has eased, before the way up or the interrupted routine."""
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
    """The words on what to watch for; if another stretch hurt today already, the advice to see a doctor."""
    second = any(other != stretch for other in scene.person.tailoring.resting)
    return scene.wording.say("pain.doctor" if second else "pain.numb")


def _is_the_same_pain(scene: Scene, stretch: str) -> bool:
    """Whether it is the pain that was asked about before: they are in no hold, and that stretch is left out already."""
    if scene.inside:
        return False
    resting = scene.person.tailoring.resting
    return scene.asks(Ask.FINISH) or (stretch in resting if stretch else bool(resting))
