"""Tells details of a stretch: where arms and legs belong, how to breathe, and what people often get wrong."""

from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.in_full import cues_of, description, told_in_full
from skill.dialogue.answers.replying.open_question import open_question
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.answers.replying.which_one import of_one, of_stretch_spoken_of
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneStretch
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice

_MOST_CUES, _BACK = 2, "back"
"""The most cues told of a part of the body, and the part whose word mostly means another thing: "sit back"."""
_BODY_WORDS = frozenset(
    {"pelvis", "tailbone", "spine", "shoulder-blades", "sitting-bones", "hip-bones", "breastbone", "glutes"}
)


def how_to_ask(scene: Scene) -> Outcome:
    """With no stretch under way: tells how to ask about one, by its name."""
    return ask(scene, [scene.wording.say("detail.ask")], open_question(scene))


@kept_practice_or(how_to_ask)
def _part_here(scene: Scene, practice: Practice) -> Outcome:
    """Tells the cues of that part in the stretch under way; if there are none, the whole way in."""
    said = _of_the_part(scene, cues_of(scene, practice))
    return tell_staying(scene, *said) if said else told_in_full(scene, practice)


def _part_of(scene: Scene, stretch: str) -> Outcome:
    """The same for the stretch that was just described."""
    told = description(scene, scene.library.stretch(stretch))
    return tell_staying(scene, *(_of_the_part(scene, told[1:]) or told))


body_part = of_stretch_spoken_of(_part_of, _part_here)
"""Said "where should my elbows be": tells what the stretch says of them, and goes on with the hold."""


def _of_the_part(scene: Scene, cues: tuple[str, ...]) -> tuple[str, ...]:
    """The first of these cues that have the word that was said for the part of the body; empty without one."""
    slot = scene.turn.slot("part")
    part = "".join(slot.said.lower().split()[-1:]).removesuffix("s")
    if not part or _BACK in slot.ids:
        return ()
    return tuple(cue for cue in cues if any(word.startswith(part) for word in cue.lower().split()))[:_MOST_CUES]


def body_word(scene: Scene) -> Outcome:
    """Said "what is my pelvis": tells where to feel it by touch; an unknown word is taken for a part of the body."""
    said = next(iter(scene.turn.slot("bodyword").ids), "")
    if said not in _BODY_WORDS:
        return body_part(scene)
    return tell_staying(scene, scene.wording.say(f"body.{said}"))


def how_to_breathe(scene: Scene) -> Outcome:
    """Said "should I breathe in or out": tells the same for every stretch, and the hold goes on."""
    return tell_staying(scene, scene.wording.say("detail.breathe"))


@kept_practice_or(how_to_ask)
def _mistakes_here(scene: Scene, practice: Practice) -> Outcome:
    """Tells the mistakes in the stretch under way."""
    return tell_staying(scene, *_mistakes(scene, scene.stretch_at(practice).slug))


@of_one("stretch", unnamed=_mistakes_here)
def mistakes(scene: Scene, stretch: str) -> Outcome:
    """Said "what do people get wrong in the bridge": tells it, then goes on, or offers to do it."""
    words = _mistakes(scene, stretch)
    if scene.here:
        return tell_staying(scene, *words)
    return ask(scene, words, Question(Ask.TRY, OneStretch(stretch), words=scene.wording.say("question.try")))


def _mistakes(scene: Scene, slug: str) -> tuple[str, str]:
    """The words on what to mind in a stretch."""
    words = scene.library.stretch(slug).words[scene.wording.language]
    return scene.wording.say("detail.mind", name=words.name), words.mistakes
