"""Help, and what is said when nothing was understood: never an end before the third time, never a new posture."""

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
    """What can be said here, and a question at the end; with nothing under way a portion at a time."""
    if scene.guiding:
        return more_help(scene)
    if scene.here:
        return ask(scene, [scene.wording.say("help.paused")], open_question(scene))
    if scene.person.newcomer and not scene.person.met and not scene.said_again:
        return ask(scene, [scene.wording.say("help.first")], open_question(scene))
    return help_from(scene, 0)


def help_from(scene: Scene, portion: int) -> Outcome:
    """One portion of what can be said while nothing is under way, and whether to hear more."""
    words = [scene.wording.say(f"help.{_PORTIONS[portion]}")]
    if portion + 1 == len(_PORTIONS):
        # Whether they want more is answered: asked again, it would have this portion for ever.
        return ask(scene, words, open_question(without_question(scene)))
    return ask(scene, words, Question(Ask.MORE, Portion(Listing.HELP, portion + 1)))


def more_help(scene: Scene) -> Outcome:
    """The next portion for somebody who is being guided; after the last one the first again."""
    rest = scene.about(Rest)
    return _while_guiding(scene, rest.helped % len(_PORTIONS_GUIDING) if rest else 0)


def portion_words(scene: Scene, number: int) -> str:
    """One portion of what else can be said, in turn, for somebody who asks for help again and again."""
    portions = _PORTIONS_GUIDING if scene.guiding else _PORTIONS_PAUSED if scene.here else _PORTIONS
    return scene.wording.say(f"help.{portions[number % len(portions)]}")


def _while_guiding(scene: Scene, portion: int) -> Outcome:
    """One portion of what can be said in a routine, and "Ready?", which remembers the portion."""
    key = "ready" if scene.waiting and not portion else _PORTIONS_GUIDING[portion]
    rest = replace(scene.about(Rest) or Rest(), finished=scene.waiting, helped=portion + 1)
    return ask(scene, [scene.wording.say(f"help.{key}")], Question(Ask.READY, rest))


def not_for_us(scene: Scene) -> Outcome:
    """Said "ignore that", or to somebody else in the room: on as if nothing had been said."""
    if scene.waiting:
        return ask(scene, [], ready_question(scene))
    if scene.guiding:
        return on_with_it(scene, ())
    return ask(scene, [], open_question(scene))


def misheard(scene: Scene) -> Outcome:
    """Not understood, with no question open: on from the same place while guiding, else what they would like."""
    words = scene.wording.say("misheard.what")
    if scene.guiding:
        return on_with_it(scene, (words,))
    return ask(scene, [words], open_question(scene))
