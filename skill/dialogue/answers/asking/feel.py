"""What a stretch should feel like, in its own words."""

from skill.dialogue.answers.replying.about_practice import kept_practice_or, with_kept_practice
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice


def _feel_in_any(scene: Scene) -> Outcome:
    """What every stretch should feel like."""
    return tell_staying(scene, scene.wording.say("feel.any"))


@kept_practice_or(_feel_in_any)
def feel(scene: Scene, practice: Practice) -> Outcome:
    """Of the stretch that the person is in, or by its name of the one that their place is at; without any, of all."""
    return tell_staying(scene, *_felt(scene, practice))


@with_kept_practice
def feel_in(scene: Scene, practice: Practice) -> Outcome:
    """Said "should I feel it in my neck": the same, and what it means to feel it elsewhere."""
    return tell_staying(scene, *_felt(scene, practice), scene.wording.say("feel.elsewhere"))


def _felt(scene: Scene, practice: Practice) -> tuple[str, str]:
    words = scene.stretch_at(practice).words[scene.wording.language]
    return "" if scene.inside else scene.wording.say("feel.in", name=words.name), words.feel
