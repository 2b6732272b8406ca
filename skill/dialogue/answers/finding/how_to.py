"""Tells how a stretch is done; then offers it, or goes on with the routine under way."""

from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.in_full import description, told_in_full
from skill.dialogue.answers.replying.open_question import open_question
from skill.dialogue.answers.replying.telling import tell_at_length
from skill.dialogue.answers.replying.which_one import of_one, of_one_stretch
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneStretch
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.replaced import replace


@of_one_stretch
def how_to(scene: Scene, stretch: str) -> Outcome:
    """Tells how the named stretch is done; asks back if the name is unknown or ambiguous."""
    return tell_how(scene, stretch)


def _no_picture(scene: Scene) -> Outcome:
    """With no stretch under way: tells where pictures are, and how to ask about a stretch."""
    words = [scene.wording.say(_picture_key(scene)), scene.wording.say("detail.ask")]
    return ask(scene, words, open_question(scene))


@kept_practice_or(_no_picture)
def _picture_of_this(scene: Scene, practice: Practice) -> Outcome:
    """Tells where pictures are, and the stretch under way once more."""
    return told_in_full(scene, practice, scene.wording.say(_picture_key(scene)))


@of_one("stretch", unnamed=_picture_of_this)
def picture(scene: Scene, stretch: str) -> Outcome:
    """Said "show me a picture of the bridge": tells where pictures are, and describes the stretch."""
    practice = scene.practice
    if scene.guiding and practice is not None and scene.stretch_at(practice).slug == stretch:
        return _picture_of_this(scene)
    return tell_how(scene, stretch, scene.wording.say(_picture_key(scene)))


def _picture_key(scene: Scene) -> str:
    """The key of the words on pictures: on the screen, or none without one."""
    return "detail.on-screen" if scene.turn.screen else "detail.no-picture"


def tell_how(scene: Scene, slug: str, *before: str) -> Outcome:
    """Tells the way in, what to feel and what to mind; then goes on with the routine, or offers to try it."""
    stretch = scene.library.stretch(slug)
    words = (*before, *description(scene, stretch))
    if scene.guiding:
        return tell_at_length(scene, *words)
    idle = replace(scene.person, asked=None)
    return ask(scene, words, Question(Ask.TRY, OneStretch(slug), words=scene.wording.say("question.try")), idle)
