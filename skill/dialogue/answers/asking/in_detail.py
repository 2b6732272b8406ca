"""The details of a stretch: where arms and legs belong in it, how to breathe, and what people often get wrong."""

from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.in_full import told_in_full
from skill.dialogue.answers.replying.open_question import open_question
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.answers.replying.which_one import of_one
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneStretch
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice

_BODY_WORDS = frozenset(
    {"pelvis", "tailbone", "spine", "shoulder-blades", "sitting-bones", "hip-bones", "breastbone", "glutes"}
)


def how_to_ask(scene: Scene) -> Outcome:
    """For a question about a stretch when there is none: by its name."""
    return ask(scene, [scene.wording.say("detail.ask")], open_question(scene))


@kept_practice_or(how_to_ask)
def body_part(scene: Scene, practice: Practice) -> Outcome:
    """Said "where should my elbows be": the way into the stretch under way; with none, how to ask for one."""
    return told_in_full(scene, practice)


def body_word(scene: Scene) -> Outcome:
    """Said "what is my pelvis": where it is, by touch; of what nobody knows, how to ask."""
    said = next(iter(scene.turn.slot("bodyword").ids), "")
    if said not in _BODY_WORDS:
        return body_part(scene)
    return tell_staying(scene, scene.wording.say(f"body.{said}"))


def how_to_breathe(scene: Scene) -> Outcome:
    """Said "should I breathe in or out": the same for every stretch, and the hold goes on."""
    return tell_staying(scene, scene.wording.say("detail.breathe"))


@kept_practice_or(how_to_ask)
def _mistakes_here(scene: Scene, practice: Practice) -> Outcome:
    """The same of the stretch under way; with none, how to ask."""
    return tell_staying(scene, *_mistakes(scene, scene.stretch_at(practice).slug))


@of_one("stretch", unnamed=_mistakes_here)
def mistakes(scene: Scene, stretch: str) -> Outcome:
    """Said "what do people get wrong in the bridge": told, then on, or an offer to do it."""
    words = _mistakes(scene, stretch)
    if scene.here:
        return tell_staying(scene, *words)
    return ask(scene, words, Question(Ask.TRY, OneStretch(stretch), words=scene.wording.say("question.try")))


def _mistakes(scene: Scene, slug: str) -> tuple[str, str]:
    """What to mind in a stretch, as its author says it."""
    words = scene.library.stretch(slug).words[scene.wording.language]
    return scene.wording.say("detail.mind", name=words.name), words.mistakes
