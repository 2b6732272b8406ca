"""Tells how often a day something should be done: what the articles say, and the most for a day."""

from collections.abc import Iterator

from skill.content.model import Stretch
from skill.content.rules.daily_rules import most_a_day_seconds
from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.answers.replying.which_one import of_one, of_one_routine
from skill.dialogue.answers.starting.offer import on_offer
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice


def _of_any(scene: Scene) -> Outcome:
    """Answers about the routine on offer, or without one about stretching in general."""
    return _tell_of_routine(scene, on_offer(scene))


@kept_practice_or(_of_any)
def _of_this(scene: Scene, practice: Practice) -> Outcome:
    """Answers about the stretch that they are at."""
    return tell_staying(scene, *_of_stretch(scene, scene.stretch_at(practice)))


@of_one("stretch", unnamed=_of_this)
def how_often(scene: Scene, stretch: str) -> Outcome:
    """Said "how often a day should I do the knee rolls"; without a name, answers about this one."""
    return tell_staying(scene, *_of_stretch(scene, scene.library.stretch(stretch)))


@of_one_routine
def how_often_routine(scene: Scene, routine: str) -> Outcome:
    """Said "how often should I do the morning routine": answers about the routine that was named."""
    return _tell_of_routine(scene, routine)


def _of_stretch(scene: Scene, stretch: Stretch) -> Iterator[str]:
    """The words of its article, or that none says anything, and the most that a day may have of it."""
    words = stretch.words[scene.wording.language]
    yield scene.wording.say("often.name", name=words.name) if words.when else ""
    yield words.when or scene.wording.say("often.stretch", name=words.name)
    most = most_a_day_seconds(stretch)
    if most is not None:
        key = "often.most" if stretch.sides == "none" else "often.most-a-side"
        yield scene.wording.say(key, length=scene.wording.seconds(most))


def _tell_of_routine(scene: Scene, slug: str) -> Outcome:
    """Tells when the routine is for, or the advice of a little every day; and what articles say of its stretches."""
    routine = scene.library.routines.get(slug)
    words = routine.words[scene.wording.language] if routine else None
    said = [words.when if words and words.when else scene.wording.say("often.routine")]
    steps = dict.fromkeys(step.stretch for step in routine.steps) if routine else {}
    for name, when in ((scene.name_of(one), _when(scene, one)) for one in steps):
        said += [scene.wording.say("often.name", name=name), when] if when else []
    return tell_staying(scene, *said)


def _when(scene: Scene, slug: str) -> str:
    return scene.library.stretch(slug).words[scene.wording.language].when or ""
