"""Lists routines and stretches, in portions that are small enough to remember."""

from collections.abc import Sequence

from skill.dialogue.answers.replying.open_question import open_question
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Listing, Portion
from skill.dialogue.scene.completeness import enough_left
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.limits import LIST_PORTION

_LISTS = (Listing.ROUTINES, Listing.STRETCHES)
"""Lists of which an item may be begun by its position."""


def list_routines(scene: Scene) -> Outcome:
    """Tells the first routines, and asks whether to hear more."""
    return list_from(scene, Listing.ROUTINES, 0)


def list_stretches(scene: Scene) -> Outcome:
    """Tells the first stretches, and asks whether to hear more."""
    return list_from(scene, Listing.STRETCHES, 0)


def heard_last(scene: Scene) -> Sequence[str]:
    """The slugs of the portion that was just told; empty if the open question is not about such a list."""
    portion = scene.about(Portion)
    if portion is None or portion.listing not in _LISTS:
        return ()
    return _listed(scene, portion.listing)[max(0, portion.told - LIST_PORTION) : portion.told]


def list_from(scene: Scene, kind: Listing, offset: int) -> Outcome:
    """Tells one portion of a list, and asks whether to hear more, or which one to begin."""
    slugs = _listed(scene, kind)
    if not slugs:
        return ask(scene, [scene.wording.say("finding.nothing-there")], open_question(scene))
    offset = offset if offset < len(slugs) else 0  # What was to come may have been left out since.
    portion, rest = slugs[offset : offset + LIST_PORTION], slugs[offset + LIST_PORTION :]
    names = [scene.name_of(slug) for slug in portion]
    key = f"list.{kind}" if not offset else "list.more"
    words = scene.wording.say(key, count=scene.wording.number(len(slugs)), names=scene.wording.listing(names))
    told = Portion(kind, offset + LIST_PORTION)
    if rest:
        return ask(scene, [words], Question(Ask.MORE, told))
    return ask(scene, [words], Question(Ask.WISH, told, words=scene.wording.say("question.which-one")))


def _listed(scene: Scene, kind: Listing) -> Sequence[str]:
    """The slugs in the order of the list, without those left out for this person."""
    if kind is Listing.STRETCHES:
        out = scene.person.tailoring.told.left_out(scene.library)
        return [slug for slug in scene.library.stretches if slug not in out]
    return [slug for slug in scene.library.tags.gentlest_first if enough_left(scene, slug)]
