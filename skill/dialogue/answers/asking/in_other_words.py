"""Answers "I don't understand": tells the way into the stretch in other words, by which part touches what."""

from skill.dialogue.answers.asking.in_detail import how_to_ask
from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.staying import is_entering
from skill.dialogue.answers.replying.telling import tell, tell_staying
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import lead
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.timeline import Inside
from skill.timeline.hold.units import Unit


@kept_practice_or(how_to_ask)
def in_other_words(scene: Scene, practice: Practice) -> Outcome:
    """In the stretch the hold goes on; on the way in there is time to get there; at rest its name comes first."""
    unit = scene.unit_at(practice, practice.place)
    words = _otherwise(scene, unit)
    if is_entering(scene):
        return lead(scene, practice, Opening(words, inside=Inside(settles=True)))
    if scene.guiding and not scene.waiting:
        return tell_staying(scene, *words)
    return tell(scene, scene.wording.say("how-to.name", name=scene.name_of(unit.stretch.slug)), *words)


def _otherwise(scene: Scene, unit: Unit) -> tuple[str, ...]:
    """The stretch in other words, for its side; for both sides at once the moves that lead there."""
    telling = scene.telling()
    words = telling.words_of(unit.stretch)
    told = words.both.enter if unit.both and words.both else words.otherwise
    return tuple(telling.with_side(sentence, unit.place.side) for sentence in told)
