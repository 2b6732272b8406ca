"""Gives help, and answers what was not understood: never ends before the third time, never leads to a new posture."""

from skill.dialogue.answers.replying.open_question import open_question, ready_question, without_question
from skill.dialogue.answers.replying.staying import on_with_it
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Listing, Portion, Rest
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.replaced import replace

_PORTIONS = ("idle", "find", "keep", "fit")

_PORTIONS_PAUSED = ("dose", "moving", "words")

_PORTIONS_GUIDING = ("guiding", *_PORTIONS_PAUSED)


def help_me(scene: Scene) -> Outcome:
    """Tells what people can say here, and asks the open question; with nothing under way, in portions."""
    if scene.guiding:
        return more_help(scene)
    if scene.here:
        return ask(scene, [scene.wording.say("help.paused")], open_question(scene))
    if scene.person.newcomer and not scene.person.met and not scene.said_again:
        return ask(scene, [scene.wording.say("help.first")], open_question(scene))
    return help_from(scene, 0)


def help_from(scene: Scene, portion: int) -> Outcome:
    """Tells one portion of what people can say with nothing under way, and asks whether to hear more."""
    words = [scene.wording.say(f"help.{_PORTIONS[portion]}")]
    if portion + 1 == len(_PORTIONS):
        # The question whether to hear more is answered: if it stayed open, this portion would come for ever.
        return ask(scene, words, open_question(without_question(scene)))
    return ask(scene, words, Question(Ask.MORE, Portion(Listing.HELP, portion + 1)))


def more_help(scene: Scene) -> Outcome:
    """Tells the next portion while guiding; after the last one the first again."""
    rest = scene.about(Rest)
    return _while_guiding(scene, rest.helped % len(_PORTIONS_GUIDING) if rest else 0)


def portion_words(scene: Scene, number: int) -> str:
    """The words of one portion, by its number modulo the number of portions, for people who ask again and again."""
    portions = _PORTIONS_GUIDING if scene.guiding else _PORTIONS_PAUSED if scene.here else _PORTIONS
    return scene.wording.say(f"help.{portions[number % len(portions)]}")


def _while_guiding(scene: Scene, portion: int) -> Outcome:
    """Tells one portion of what people can say in a routine, and asks "Ready?", which remembers the portion."""
    key = "ready" if scene.waiting and not portion else _PORTIONS_GUIDING[portion]
    rest = replace(scene.about(Rest) or Rest(), finished=scene.waiting, helped=portion + 1)
    return ask(scene, [scene.wording.say(f"help.{key}")], Question(Ask.READY, rest))


def not_for_us(scene: Scene) -> Outcome:
    """Said "ignore that", or something to another person: goes on as if nothing had been said."""
    if scene.waiting:
        return ask(scene, [], ready_question(scene))
    if scene.guiding:
        return on_with_it(scene, ())
    return ask(scene, [], open_question(scene))


def misheard(scene: Scene) -> Outcome:
    """Nothing was understood, with no question open: while guiding goes on from the same place, else asks."""
    words = scene.wording.say("misheard.what")
    if scene.guiding:
        return on_with_it(scene, (words,))
    return ask(scene, [words], open_question(scene))
