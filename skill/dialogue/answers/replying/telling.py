"""Tells what was asked, and goes on: with the hold, or with the question that fits."""

from skill.dialogue.answers.replying.open_question import open_question, ready_question, still_open
from skill.dialogue.answers.replying.staying import on_with_it
from skill.dialogue.guidance.doubt import may_ask
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on
from skill.dialogue.guidance.speaking import ask, close
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Rest
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reply import Reply
from skill.replaced import replace

_BEFORE_GOING_ON = frozenset({Ask.SETTLED, Ask.FINISH})
"""Questions that have to be answered before anything is led."""


def carry_on(scene: Scene, words: str) -> Outcome:
    """Say these words; then go on from the place while guiding, close if they are leaving, or ask the open question.

    If a question was open while guiding, "Ready?" comes before anything begins.
    """
    if scene.passing:
        return _in_passing(scene, words)
    if scene.leaving:
        return close(scene, [words])
    doubted = scene.practice is not None and may_ask(scene, scene.practice)
    if scene.guiding and scene.question is not None and not doubted:
        return ask(scene, [words], _ready_at_rest(scene))
    if scene.guiding:
        return go_on(scene, Opening((words,)))
    return ask(scene, [words], open_question(scene))


def _ready_at_rest(scene: Scene) -> Question:
    """The question "Ready?" for somebody who is out of the hold since they were asked something."""
    asked, practice = ready_question(scene), scene.practice
    rest = scene.about(Rest) or Rest()
    finished = scene.waiting or (practice is not None and scene.unit_at(practice, practice.place).first)
    return replace(asked, subject=replace(rest, finished=finished))


def tell(scene: Scene, *words: str, names_place: bool = False) -> Outcome:
    """Say these words; then go straight on while guiding, or ask the open question.

    After pain nobody is led on before they say whether it eases, nor out of a quiet that they asked for.
    """
    if scene.passing:
        return _in_passing(scene, *words)
    asked = _first_to_be_answered(scene)
    if asked is not None:
        return ask(scene, words, asked)
    if _at_rest(scene):
        return ask(scene, words, ready_question(scene))
    if scene.guiding:
        return go_on(scene, Opening(words, names_place))
    return ask(scene, words, open_question(scene))


def _at_rest(scene: Scene) -> bool:
    """Whether "Ready?" is open, after a reply or during quiet, in which they may still be on the way down."""
    return scene.waiting or (scene.guiding and scene.asks(Ask.READY))


def tell_staying(scene: Scene, *words: str, names_place: bool = False) -> Outcome:
    """The same, but a hold under way goes on, and does not get longer for the question in it."""
    if scene.guiding and not _at_rest(scene) and not scene.passing:
        return on_with_it(scene, words, names_place=names_place)
    return tell(scene, *words, names_place=names_place)


def tell_at_length(scene: Scene, *words: str) -> Outcome:
    """As `tell`, for many words: while guiding ends with the words that it goes on where they were."""
    leads = scene.guiding and not _at_rest(scene) and not scene.passing and _first_to_be_answered(scene) is None
    return tell(scene, *words, *((scene.wording.say("did.back-to-it"),) if leads else ()))


def _first_to_be_answered(scene: Scene) -> Question | None:
    """The open question, if it has to be answered before anything is led; else None."""
    asked = still_open(scene)
    return asked if asked is not None and asked.kind in _BEFORE_GOING_ON else None


def _in_passing(scene: Scene, *words: str) -> Outcome:
    """The outcome of a wish done in passing, with these words for the reply to the other wish."""
    return Outcome(scene.person, Reply(), aside=tuple(filter(None, words)))
