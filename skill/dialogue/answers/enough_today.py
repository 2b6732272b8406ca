"""No more of a stretch today: said, and another one offered, or on with what comes next."""

from skill.dialogue.answers.telling_where import tell
from skill.dialogue.enough import another
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import Asked, ask


def enough_words(scene: Scene, slug: str) -> str:
    """That today has had its most of this stretch."""
    return scene.wording.say("enough.today", name=scene.name_of(slug))


def enough_of(scene: Scene, slug: str) -> Outcome:
    """For somebody who wants it on its own: while guiding on with that, else another one is offered."""
    words, other = enough_words(scene, slug), another(scene, slug)
    if scene.guiding or not other:
        return tell(scene, words)
    question = scene.wording.say("enough.another", name=scene.name_of(other))
    return ask(scene, [words], Asked("try", question, (other,)))
