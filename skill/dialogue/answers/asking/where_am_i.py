"""Tells how long is left, what comes next and where they are, from the place; then the hold under way goes on."""

from skill.dialogue.answers.asking.how_many_left import offered_or_all_done
from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.help import help_me
from skill.dialogue.answers.replying.staying import can_stay, stay
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.answers.starting.offer import all_offered_again
from skill.dialogue.guidance.names import place_words
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneOf
from skill.dialogue.offers.duration import seconds_left
from skill.dialogue.scene.coming_back import begun_again
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.upcoming import still_ahead
from skill.practice import Practice


def time_left(scene: Scene) -> Outcome:
    """Tells the minutes that are left, with talk and moves, and in a hold its seconds; or those of what is offered."""
    return all_offered_again(scene) or _left_of_it(scene)


@kept_practice_or(offered_or_all_done)
def _left_of_it(scene: Scene, practice: Practice) -> Outcome:
    minutes = scene.wording.minutes(seconds_left(scene, begun_again(scene, practice)))
    if can_stay(scene):
        return stay(scene, (), minutes=minutes)
    return tell_staying(scene, scene.wording.say("told.time-left", minutes=minutes))


@kept_practice_or(offered_or_all_done)
def what_next(scene: Scene, practice: Practice) -> Outcome:
    """Tells the stretches that come after this one, at most two."""
    ahead = still_ahead(scene, practice)
    names = _names_after(scene, practice, ahead)
    if not names:
        return tell_staying(scene, scene.wording.say("told.last-one"))
    key = f"told.{'next' if ahead or not scene.guiding else 'after'}-{'two' if len(names) > 1 else 'one'}"
    words = scene.wording.say(key, name=names[0], then=names[-1])
    back = scene.wording.say("did.back-to-it") if scene.inside and not can_stay(scene) else ""
    return tell_staying(scene, *filter(None, (words, back)))


@kept_practice_or(help_me)
def where_am_i(scene: Scene, practice: Practice) -> Outcome:
    """Tells the stretch, the side and the repetition; without a practice, what this skill is."""
    key = "told.ahead" if still_ahead(scene, practice) else "told.where"
    place = scene.wording.say(key, place=place_words(scene, practice))
    # Alexa's model may be older than the content, and name a stretch that no longer exists.
    known = (slug for slug in scene.turn.slot("stretch").ids if slug in scene.library.stretches)
    supposed = [slug for slug in known if slug != scene.stretch_at(practice).slug]
    if len(supposed) == 1 and not scene.guiding:
        return _there_or_at(scene, place, (scene.stretch_at(practice).slug, *supposed))
    return tell_staying(scene, place, names_place=not scene.on_the_way)


def _there_or_at(scene: Scene, place: str, names: tuple[str, ...]) -> Outcome:
    """They thought that they were at another stretch: tells the place, and asks which of the two they want."""
    words = scene.wording.say("ask.which-of", names=scene.wording.listing([*map(scene.name_of, names)], "or"))
    return ask(scene, [place], Question(Ask.WHICH, OneOf(names, "JumpToStretchIntent", "stretch"), words=words))


def _names_after(scene: Scene, practice: Practice, ahead: bool) -> list[str]:
    routine = scene.routine_of(practice)
    index = routine.index_of(practice.place.step) or 0
    after = index if ahead else index + 1
    return [scene.name_of(step.stretch) for step in routine.steps[after : after + 2]]
