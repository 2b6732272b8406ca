"""Tells a stretch in full: its way in again, in it, before it or at rest; or all of it, for a stretch by its name."""

from skill.content.model import Dose, Stretch
from skill.dialogue.answers.replying.staying import can_stay, stay
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.timeline import Role, Side
from skill.timeline.hold.entering import entry
from skill.timeline.hold.units import sides_of


def told_in_full(scene: Scene, practice: Practice, *before: str) -> Outcome:
    """Says these words and the way in; at rest also the name and how to lie; in a hold only the cues into it."""
    if can_stay(scene):
        return stay(scene, (*before, *_way_in(scene, practice)))
    stretch = scene.stretch_at(practice)
    if scene.guiding and not scene.waiting:
        return go_on(scene, Opening(before, explained=stretch.slug), practice.place)
    telling, side = scene.telling(), scene.unit_at(practice, practice.place).place.side
    words = telling.words_of(stretch)
    named = scene.wording.say("how-to.name", name=words.name)
    setup = (telling.with_side(cue, side) for cue in words.setup)
    return tell(scene, *before, named, *setup, *_way_in(scene, practice))


def _way_in(scene: Scene, practice: Practice) -> tuple[str, ...]:
    """The sentences that lead into the hold at this place, for its side and form."""
    unit = scene.unit_at(practice, practice.place)
    moments = entry(unit, scene.telling(unit.stretch.slug), anew=True)
    return tuple(moment.words for moment in moments if moment.role is Role.ENTER and not moment.silent)


def cues_of(scene: Scene, practice: Practice) -> tuple[str, ...]:
    """All cues of the stretch at this place: how to lie, the way in, the hold, and what to mind."""
    telling, side = scene.telling(), scene.unit_at(practice, practice.place).place.side
    words = telling.words_of(scene.stretch_at(practice))
    setup, during = ([telling.with_side(cue, side) for cue in cues] for cues in (words.setup, words.during))
    return (*setup, *_way_in(scene, practice), *during, words.mistakes)


def description(scene: Scene, stretch: Stretch) -> tuple[str, ...]:
    """The stretch in sentences, for its first side, its name and posture first."""
    telling = scene.telling()
    words = telling.words_of(stretch)
    side: Side | None = sides_of(stretch, Dose(hold_seconds=stretch.hold.usual))[0]
    parts = [cue for part in stretch.parts for cue in words.parts[part].enter]
    cues = (*words.setup, *words.enter, *parts, words.feel, words.mistakes)
    key = "how-to.name" if telling.is_named_by(stretch.posture, words.name) else "how-to.in"
    opening = scene.wording.say(key, name=words.name, posture=telling.posture(stretch.posture))
    return (opening, *(telling.with_side(cue, side) for cue in cues))
