"""How a stretch is done: told, then offered; in the middle of a routine told, then the routine goes on."""

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
    """Tell the stretch that was named; ask back when the name is unknown or means several."""
    return tell_how(scene, stretch)


def _no_picture(scene: Scene) -> Outcome:
    """With no stretch under way: there is none, and how to ask about one."""
    words = [scene.wording.say(_picture_key(scene)), scene.wording.say("detail.ask")]
    return ask(scene, words, open_question(scene))


@kept_practice_or(_no_picture)
def _picture_of_this(scene: Scene, practice: Practice) -> Outcome:
    """Of the stretch under way there is none: it is told again."""
    return told_in_full(scene, practice, scene.wording.say(_picture_key(scene)))


@of_one("stretch", unnamed=_picture_of_this)
def picture(scene: Scene, stretch: str) -> Outcome:
    """Said "show me a picture of the bridge": there is none by voice, and the stretch is told instead."""
    practice = scene.practice
    if scene.guiding and practice is not None and scene.stretch_at(practice).slug == stretch:
        return _picture_of_this(scene)
    return tell_how(scene, stretch, scene.wording.say(_picture_key(scene)))


def _picture_key(scene: Scene) -> str:
    """Where the pictures are: on a screen, or nowhere."""
    return "detail.on-screen" if scene.turn.screen else "detail.no-picture"


def tell_how(scene: Scene, slug: str, *before: str) -> Outcome:
    """The way in, what is felt and what to mind; then back to the routine, or an offer to try it."""
    stretch = scene.library.stretch(slug)
    words = (*before, *description(scene, stretch))
    if scene.guiding:
        return tell_at_length(scene, *words)
    idle = replace(scene.person, asked=None)
    return ask(scene, words, Question(Ask.TRY, OneStretch(slug), words=scene.wording.say("question.try")), idle)
