"""What there is to choose from, in portions small enough to be kept in mind."""

from collections.abc import Sequence

from skill.content.model import Kind, Routine
from skill.dialogue.answers.replying.open_question import open_question
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Listing, Portion
from skill.dialogue.offers.suitability import usual_routine
from skill.dialogue.scene.completeness import enough_left
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.limits import LIST_PORTION

_LISTS = (Listing.ROUTINES, Listing.STRETCHES)
"""What may be begun by its place in the list."""


def list_routines(scene: Scene) -> Outcome:
    """The first routines, and whether to hear more."""
    return list_from(scene, Listing.ROUTINES, 0)


def list_stretches(scene: Scene) -> Outcome:
    """The first stretches, and whether to hear more."""
    return list_from(scene, Listing.STRETCHES, 0)


def heard_last(scene: Scene) -> Sequence[str]:
    """The slugs of the portion that was just told, where the open question belongs to such a list."""
    portion = scene.about(Portion)
    if portion is None or portion.listing not in _LISTS:
        return ()
    return _listed(scene, portion.listing)[max(0, portion.told - LIST_PORTION) : portion.told]


def list_from(scene: Scene, kind: Listing, offset: int) -> Outcome:
    """One portion of a list, and whether to hear more or which one to begin."""
    names = [scene.name_of(slug) for slug in _listed(scene, kind)]
    if not names:
        return ask(scene, [scene.wording.say("finding.nothing-there")], open_question(scene))
    offset = offset if offset < len(names) else 0  # What was to come may have been left out since.
    portion, rest = names[offset : offset + LIST_PORTION], names[offset + LIST_PORTION :]
    key = f"list.{kind}" if not offset else "list.more"
    words = scene.wording.say(key, count=scene.wording.number(len(names)), names=scene.wording.listing(portion))
    told = Portion(kind, offset + LIST_PORTION)
    if rest:
        return ask(scene, [words], Question(Ask.MORE, told))
    return ask(scene, [words], Question(Ask.WISH, told, words=scene.wording.say("question.which-one")))


def _listed(scene: Scene, kind: Listing) -> Sequence[str]:
    """The slugs in the order in which they are told, without what is left out for this person."""
    if kind is Listing.STRETCHES:
        out = scene.person.tailoring.told.left_out(scene.library)
        return [slug for slug in scene.library.stretches if slug not in out]
    suiting = [routine for slug, routine in scene.library.routines.items() if enough_left(scene, slug)]
    return [one.slug for one in sorted(suiting, key=lambda routine: _gentlest_first(scene, routine))]


def _gentlest_first(scene: Scene, routine: Routine) -> tuple[bool, bool, int]:
    """The default one, then our own before the published ones, those with fewer strong stretches first."""
    strong = sum(scene.library.stretch(step.stretch).kind is Kind.STRONG for step in routine.steps)
    return (routine.slug != usual_routine(scene), routine.source != "house", strong)
