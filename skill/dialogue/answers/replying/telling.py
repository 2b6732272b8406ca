"""What was asked is told, and then it goes on: back to the hold, or to the question that fits."""

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
"""What has to be answered before anything is led."""


def carry_on(scene: Scene, words: str) -> Outcome:
    """Say it; whoever was being led is led on from their place, who is leaving leaves, everybody else is asked.

    What was settled while a question was open moves nobody: they are asked "Ready?" before anything begins.
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
    """Asks "Ready?" of somebody who has been out of every hold since they were asked something."""
    asked, practice = ready_question(scene), scene.practice
    rest = scene.about(Rest) or Rest()
    finished = scene.waiting or (practice is not None and scene.unit_at(practice, practice.place).first)
    return replace(asked, subject=replace(rest, finished=finished))


def tell(scene: Scene, *words: str, names_place: bool = False) -> Outcome:
    """Said, and then straight on while guiding; otherwise followed by the question that is open.

    Nobody is led on from a pain before they have said whether it eases, nor out of the quiet that they asked for.
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
    """Whether "Ready?" is open: after a reply, or in the quiet of somebody who may still be on the way down."""
    return scene.waiting or (scene.guiding and scene.asks(Ask.READY))


def tell_staying(scene: Scene, *words: str, names_place: bool = False) -> Outcome:
    """The same for a question that harms no hold: nobody has to hold longer for having asked it."""
    if scene.guiding and not _at_rest(scene) and not scene.passing:
        return on_with_it(scene, words, names_place=names_place)
    return tell(scene, *words, names_place=names_place)


def tell_at_length(scene: Scene, *words: str) -> Outcome:
    """The same where so much is said that whoever is led on by it has to hear that it goes on where they were."""
    leads = scene.guiding and not _at_rest(scene) and not scene.passing and _first_to_be_answered(scene) is None
    return tell(scene, *words, *((scene.wording.say("did.back-to-it"),) if leads else ()))


def _first_to_be_answered(scene: Scene) -> Question | None:
    """The open question that has to be answered before anything is led."""
    asked = still_open(scene)
    return asked if asked is not None and asked.kind in _BEFORE_GOING_ON else None


def _in_passing(scene: Scene, *words: str) -> Outcome:
    """It is done, and these words are all that is said of it: the other wish decides how it goes on."""
    return Outcome(scene.person, Reply(), aside=tuple(filter(None, words)))
