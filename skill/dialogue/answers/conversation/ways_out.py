"""Ways out of a question that is not answered: in other words, with help, later, and at last on, or to a kind end."""

from skill.content.model import Posture
from skill.dialogue.answers.replying.help import portion_words
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on
from skill.dialogue.guidance.question_words import Form, in_words
from skill.dialogue.guidance.speaking import ask, close, let_out, listening, said
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.offers.duration import DOWN
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reply import Close, Reply
from skill.replaced import replace
from skill.tailoring.fits.marking import mark_of
from skill.timeline import Role, Timeline
from skill.timeline.hold.ways import way

_WAITING_SECONDS = 15.0
_RESTING_SECONDS = 20.0
_ASKING_FOR_IT = frozenset(
    map(mark_of, ("PardonIntent", "ExplainIntent", "OtherWordsIntent", "AMAZON.RepeatIntent", "OnceMoreIntent")),
)
"""Whoever did not catch a question says any of these, one after the other."""


def asked_again(scene: Scene) -> Outcome:
    """The question once more, in other words."""
    return ask(scene, [], _open(scene))


def asked_in_full(scene: Scene) -> Outcome:
    """The whole question for somebody who did not catch it; asked for again, in short, and then what each answer does.

    Somebody who goes on asking hears all three by turns.
    """
    question = _open(scene)
    if scene.said_again and question.alike % 3 == 2:
        return ask(scene, [], replace(question, in_full=True, words=in_words(scene, question, Form.HELP)))
    if scene.said_again:
        return ask(scene, [], replace(question, in_full=question.alike % 3 == 0))
    asked_before = scene.question is not None and scene.question.by in _ASKING_FOR_IT
    return ask(scene, [], replace(question, in_full=not asked_before or question.times % 2 == 0))


def not_understood(scene: Scene) -> Outcome:
    """That it was not understood, and the question in other words; the second time after a rest, if they lie down."""
    question = _open(scene)
    if not scene.said_again or not scene.here:
        return ask(scene, [scene.wording.say("misheard.what")], question)
    out, person = let_out(scene, to_talk=True)
    rest = (*said(scene, [scene.wording.say("misheard.calm")]), *scene.telling().calm(Role.REST, _RESTING_SECONDS))
    return listening(scene, (*out, *rest), question, person)


def helped(scene: Scene) -> Outcome:
    """What can be answered; asked for again, the next portion of what else can be said."""
    question = _open(scene)
    if scene.said_again:
        return ask(scene, [portion_words(scene, question.alike - 1)], question)
    # Help names the ways to answer: a question that would name them too is put in full.
    question = question if question.times == 0 else replace(question, in_full=True)
    new_here = scene.asks(Ask.BEGIN) and scene.person.newcomer and not scene.person.met and not scene.here
    welcome = scene.wording.say("help.first") if new_here else ""
    return ask(scene, [welcome or in_words(scene, question, Form.HELP)], question)


def waited_for(scene: Scene) -> Outcome:
    """A quiet while, and then the question."""
    out, person = let_out(scene, to_talk=True)
    words = said(scene, [scene.wording.say("wait.idle")])
    return listening(scene, (*out, *words, *scene.telling().calm(Role.REST, _WAITING_SECONDS)), _open(scene), person)


def unless_guiding(scene: Scene) -> Outcome | None:
    """Words of going on mean the routine that is led, where one is; else they have to be put again."""
    return None if scene.guiding else asked_again(scene)


def goes_on_or_ends(scene: Scene) -> Outcome:
    """What is done with a question that nobody answers: on in the posture that they are in, or kindly to the end.

    Nobody is left lying there: whoever would have to change posture is told how to get up.
    """
    practice = scene.practice
    if practice is None or not scene.here:
        return close(scene, [scene.wording.say("misheard.third.kept" if practice else "misheard.third.idle")])
    if not scene.asks(Ask.FINISH) and scene.stretch_at(practice).posture is practice.posture:
        return go_on(scene, Opening((scene.wording.say("did.going-on"),)))
    return _talked_up(scene)


def _talked_up(scene: Scene) -> Outcome:
    """The way up from where they are, and the way back; those who are not down need no way."""
    out, person = let_out(scene, to_talk=True)
    start = person.practice.posture if person.practice else Posture.STANDING
    up = (*said(scene, [scene.wording.say("did.up-now")]), *way(start, Posture.STANDING, scene.telling()))
    kept = said(scene, [scene.wording.say("misheard.third.kept")], Role.END)
    reply = Reply(Timeline((*out, *(up if start in DOWN else ()), *kept)), Close())
    return Outcome(replace(person, asked=None), reply)


def _open(scene: Scene) -> Question:
    """The question that is open; where none is, what is asked first, or else what they would like."""
    usual = Ask.FIRST if scene.asks_first else Ask.STOPPED if scene.stopped else Ask.WISH
    return scene.question or Question(usual)
