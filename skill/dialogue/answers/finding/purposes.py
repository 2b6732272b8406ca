"""Tells what a stretch is meant to stretch; then goes on with the routine, or offers to do it."""

from skill.dialogue.answers.finding.routine_described import tell_of
from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.open_question import nothing_under_way
from skill.dialogue.answers.replying.telling import tell, tell_at_length
from skill.dialogue.answers.replying.which_one import of_one
from skill.dialogue.answers.starting.offer import on_offer
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneStretch
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.this_stretch import just_done
from skill.practice import Practice


def _what_the_offer_is_for(scene: Scene) -> Outcome:
    """Tells of the routine on offer, else of the stretch that was done last."""
    if on_offer(scene):
        return tell_of(scene, on_offer(scene))
    done = just_done(scene, None)
    return tell(scene, *_meant_for(scene, done.stretch.slug)) if done else nothing_under_way(scene)


@kept_practice_or(_what_the_offer_is_for)
def _what_is_this_for(scene: Scene, practice: Practice) -> Outcome:
    """Said "what is this one for": tells of the stretch that the person is at."""
    return tell_what_for(scene, scene.stretch_at(practice).slug)


@of_one("stretch", unnamed=_what_is_this_for)
def what_for(scene: Scene, stretch: str) -> Outcome:
    """Said "what is the bridge good for"; without a name, tells of this one."""
    return tell_what_for(scene, stretch)


def tell_what_for(scene: Scene, slug: str) -> Outcome:
    """Tells what it is meant to stretch, and when, but promises no effect."""
    words = _meant_for(scene, slug)
    if scene.here:
        return tell_at_length(scene, *words)
    return ask(scene, words, Question(Ask.TRY, OneStretch(slug), words=scene.wording.say("question.try")))


def _meant_for(scene: Scene, slug: str) -> tuple[str, ...]:
    words = scene.library.stretch(slug).words[scene.wording.language]
    return (words.why, *filter(None, (words.when,)))
