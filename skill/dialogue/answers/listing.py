"""What there is to choose from, in portions small enough to be kept in mind."""

from collections.abc import Mapping, Sequence

from skill.content.model import Routine, Stretch
from skill.dialogue.answers.idle import nothing_under_way
from skill.dialogue.person import Question
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import Asked, ask
from skill.limits import LIST_PORTION


def list_routines(scene: Scene) -> Outcome:
    """The first routines, and whether to hear more."""
    return _portion(scene, "routines", 0)


def list_stretches(scene: Scene) -> Outcome:
    """The first stretches, and whether to hear more."""
    return _portion(scene, "stretches", 0)


def more(scene: Scene) -> Outcome:
    """The next portion of what was being listed."""
    asked = scene.person.asked or Question("")
    if asked.kind != "more":
        return nothing_under_way(scene) if scene.practice is None else list_stretches(scene)
    kind, offset = asked.about
    return _portion(scene, kind, int(offset))


def _portion(scene: Scene, kind: str, offset: int) -> Outcome:
    names = _names(scene, kind)
    portion, rest = names[offset : offset + LIST_PORTION], names[offset + LIST_PORTION :]
    key = f"list.{kind}" if not offset else "list.more"
    words = scene.wording.say(key, count=scene.wording.number(len(names)), names=scene.wording.listing(portion))
    if rest:
        about = (kind, str(offset + LIST_PORTION))
        return ask(scene, [words], Asked("more", scene.wording.say("question.more"), about))
    return ask(scene, [words], Asked("wish", scene.wording.say("question.which-one")))


def _names(scene: Scene, kind: str) -> Sequence[str]:
    things: Mapping[str, Routine] | Mapping[str, Stretch] = (
        scene.library.routines if kind == "routines" else scene.library.stretches
    )
    return [thing.words[scene.wording.language].name for thing in things.values()]
