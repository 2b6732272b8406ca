"""Answers "is this safe for me?": the skill cannot judge that, but tells which people should take care."""

from skill.content.model import Stretch
from skill.dialogue.answers.replying.about_practice import practice_here_or
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.replying.which_one import of_one
from skill.dialogue.offers.announcement import SCREENING
from skill.dialogue.scene.local import adviser
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.replaced import replace

_NAMED_AT_ONCE = 3


def _in_general(scene: Scene) -> Outcome:
    """With no stretch under way: the advice that also comes before the first routine, which then need not repeat it."""
    heard = replace(scene, person=scene.person.having_heard(SCREENING))
    return tell(heard, _nobody_here_can_judge(scene), scene.wording.say("once.screening"))


@practice_here_or(_in_general)
def _for_me(scene: Scene, practice: Practice) -> Outcome:
    """Answers about the stretch under way."""
    return _told(scene, scene.stretch_at(practice), scene.wording.say("suits.skip"))


@of_one("stretch", unnamed=_for_me)
def safe_for_me(scene: Scene, stretch: str) -> Outcome:
    """Answers about the stretch that was named, or else the one under way."""
    return tell_for_me(scene, stretch)


def tell_for_me(scene: Scene, slug: str) -> Outcome:
    """Tells which people should take care with this stretch."""
    return _told(scene, scene.library.stretch(slug))


def _told(scene: Scene, stretch: Stretch, *after: str) -> Outcome:
    words = (_nobody_here_can_judge(scene), scene.wording.say("suits.tell"))
    return tell(scene, *words, *who_takes_care(scene, stretch), *after)


def _nobody_here_can_judge(scene: Scene) -> str:
    return scene.wording.say("suits.judge", adviser=adviser(scene))


def who_takes_care(scene: Scene, stretch: Stretch) -> tuple[str, ...]:
    """The people who should take care with a stretch, a few at a time."""
    name = scene.name_of(stretch.slug)
    if not stretch.careful:
        return (scene.wording.say("suits.nobody", name=name),)
    who = [scene.wording.say(f"careful.{one}") for one in stretch.careful]
    portions = [who[start : start + _NAMED_AT_ONCE] for start in range(0, len(who), _NAMED_AT_ONCE)]
    keys = ["suits.who", *["suits.also"] * len(portions)]
    return tuple(
        scene.wording.say(key, name=name, who=scene.wording.listing(portion, "or"))
        for key, portion in zip(keys, portions, strict=False)
    )
