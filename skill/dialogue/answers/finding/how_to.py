"""How a stretch is done: told, then offered; in the middle of a routine told, then the routine goes on."""

from dataclasses import replace

from skill.content.model import Dose, Stretch
from skill.dialogue.answers.replying.which_one import of_one_stretch
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneStretch
from skill.dialogue.scene.scene import Outcome, Scene
from skill.timeline import Side
from skill.timeline.hold.units import sides_of


@of_one_stretch
def how_to(scene: Scene, stretch: str) -> Outcome:
    """Tell the stretch that was named; ask back when the name is unknown or means several."""
    return tell_how(scene, stretch)


def tell_how(scene: Scene, slug: str) -> Outcome:
    """The way in, what is felt and what to mind; then back to the routine, or an offer to try it."""
    stretch = scene.library.stretch(slug)
    words = description(scene, stretch)
    if scene.guiding:
        return go_on(scene, Opening((*words, scene.wording.say("did.back-to-it"))))
    idle = replace(scene.person, asked=None)
    return ask(scene, words, Question(Ask.TRY, OneStretch(slug), words=scene.wording.say("question.try")), idle)


def description(scene: Scene, stretch: Stretch) -> tuple[str, ...]:
    """The stretch in sentences, on its first side."""
    telling = scene.telling()
    words = telling.words_of(stretch)
    side: Side | None = sides_of(stretch, Dose(hold_seconds=stretch.hold.usual))[0]
    parts = [cue for part in stretch.parts for cue in words.parts[part].enter]
    cues = (*words.setup, *words.enter, *parts, words.feel, words.mistakes)
    return (scene.wording.say("how-to.name", name=words.name), *(telling.with_side(cue, side) for cue in cues))
