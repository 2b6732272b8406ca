"""Answers "surprise me": offers a routine for this hour and this person, with a short reason."""

from collections.abc import Iterator
from zlib import crc32

from skill.content.model import Routine
from skill.content.model.suits import Only
from skill.dialogue.answers.starting.offer import nearest_offered, offered
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.subject import Offer
from skill.dialogue.offers.suitability import gentle_only, minutes_of, whole
from skill.dialogue.offers.variety import done_lately, unlike_lately
from skill.dialogue.scene.completeness import share_left
from skill.dialogue.scene.local import early, evening
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.replaced import replace


def surprise(scene: Scene) -> Outcome:
    """Offers what suits now: in the morning nothing that bends deep, in the evening sleep, and nothing done lately.

    If they decline a surprise, and ask again, they get the next one.
    """
    why, routine = _next_reason(scene)
    if routine is None:
        return nearest_offered(scene, scene.wording.say("finding.surprise.suits"))
    words = scene.wording.say(
        f"finding.surprise.{why}", name=scene.name_of(routine.slug), minutes=minutes_of(scene, routine.slug)
    )
    return _remembered(offered(scene, [words], routine.slug))


def _remembered(outcome: Outcome) -> Outcome:
    """The outcome with the offer marked as a surprise."""
    asked = outcome.person.asked
    if asked is None or not isinstance(asked.subject, Offer):
        return outcome
    marked = replace(asked, subject=replace(asked.subject, surprise=True))
    return replace(outcome, person=replace(outcome.person, asked=marked))


def _next_reason(scene: Scene) -> tuple[str, Routine | None]:
    """The best routine with its reason, or the next after a declined surprise; None if nothing suits."""
    reasons: dict[str, tuple[str, Routine]] = {}
    for why, routine in _reasons(scene):
        reasons.setdefault(routine.slug, (why, routine))
    order, out = list(reasons), declined(scene)
    after = order.index(out.routine) + 1 if out and out.surprise and out.routine in order else 0
    unwanted = {out.routine if out else "", _kept(scene)}
    left = [slug for slug in (*order[after:], *order[:after]) if slug not in unwanted]
    return reasons[left[0]] if left else ("", None)


def _kept(scene: Scene) -> str:
    """The unfinished routine, which is no surprise; empty without one, or while it is led here."""
    return scene.practice.routine if scene.practice and not scene.here else ""


def _reasons(scene: Scene) -> Iterator[tuple[str, Routine]]:
    """Routines with the key of the reason for each, the best first; those done lately come last."""
    hour: Only | None = "morning" if early(scene) else "evening" if evening(scene) else None
    all_for_it = scene.library.tags.only_for(hour) if hour else ()
    made_for_it = [slug for slug in all_for_it if share_left(scene, slug) == 1]
    others = _in_turn(scene)
    # Every other day another one comes first, so that those made for this hour are not the only ones offered.
    order = (*made_for_it, *others) if _day(scene) % 2 else (*others[:1], *made_for_it, *others[1:])
    lately = done_lately(scene)
    for slug in unlike_lately(scene, iter(order)):
        why = "gentle" if gentle_only(scene) else "change"
        name = (hour or "") if slug in made_for_it else "again" if slug in lately else why
        yield name, scene.library.routine(slug)


def _in_turn(scene: Scene) -> tuple[str, ...]:
    """The slugs possible at this hour, in an order that begins one further each day."""
    slugs = sorted((routine.slug for routine in _possible(scene)), key=lambda slug: crc32(slug.encode()))
    first = _day(scene) % len(slugs) if slugs else 0
    return (*slugs[first:], *slugs[:first])


def _possible(scene: Scene) -> Iterator[Routine]:
    """Routines for any hour; in the morning none that bends deep, and strong ones only for people who know them."""
    calm_only, morning = gentle_only(scene) or evening(scene), early(scene)
    for routine in whole(scene):
        strong, deep = routine.slug in scene.library.tags.strong, routine.slug in scene.library.bending_deep
        suits_now = not (calm_only and strong) and not (morning and deep)
        if suits_now and routine.suits.only is None:
            yield routine


def _day(scene: Scene) -> int:
    return scene.day(scene.turn.epoch).toordinal()


def declined(scene: Scene) -> Offer | None:
    """The offer that is open, or was just declined; None without one."""
    return scene.about(Offer) if scene.asks(Ask.BEGIN, Ask.WISH) else None
