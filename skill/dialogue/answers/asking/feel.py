"""Tells what a stretch should feel like, in its own words."""

from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.answers.replying.which_one import of_stretch_spoken_of
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice


def _feel_in_any(scene: Scene) -> Outcome:
    """Tells what every stretch should feel like."""
    return tell_staying(scene, scene.wording.say("feel.any"))


@kept_practice_or(_feel_in_any)
def _feel_here(scene: Scene, practice: Practice) -> Outcome:
    """Tells what the stretch at their place should feel like, with its name unless they are in it."""
    return tell_staying(scene, *_felt(scene, scene.stretch_at(practice).slug))


@kept_practice_or(_feel_in_any)
def _feel_in_here(scene: Scene, practice: Practice) -> Outcome:
    """The same, with what it means to feel it elsewhere."""
    return _with_elsewhere(scene, scene.stretch_at(practice).slug)


def _feel_of(scene: Scene, stretch: str) -> Outcome:
    return tell_staying(scene, *_felt(scene, stretch))


def _with_elsewhere(scene: Scene, stretch: str) -> Outcome:
    return tell_staying(scene, *_felt(scene, stretch), scene.wording.say("feel.elsewhere"))


feel = of_stretch_spoken_of(_feel_of, _feel_here)
"""Said "where should I feel it": tells it of the stretch that was just described, else of the one under way."""
feel_in = of_stretch_spoken_of(_with_elsewhere, _feel_in_here)
"""Said "should I feel it in my neck": the same, with what it means to feel it elsewhere."""


def _felt(scene: Scene, slug: str) -> tuple[str, str]:
    words = scene.library.stretch(slug).words[scene.wording.language]
    return "" if scene.inside else scene.wording.say("feel.in", name=words.name), words.feel
