"""Rules for limits: they name what exists, leave something to offer, have the ways they need, and speak plainly."""

from collections.abc import Iterable, Iterator, Mapping

from skill.content.language.spoken_rules import brief, plain
from skill.content.model import Posture, Routine, Stretch, Transition
from skill.content.model.limits import Limit
from skill.content.reading.faults import Complaint

OTHER_NAMES_AT_LEAST = 2
STRETCHES_OFFERED_AT_LEAST = 2
"""So many stretches of an offered routine must be left: one alone is no routine."""


def _spoken(limit: Limit) -> Iterator[Complaint]:
    yield from plain(limit.words, "words")
    yield from brief(limit.words, "words")


def _other_names(limit: Limit) -> Iterator[Complaint]:
    for language, words in limit.words.items():
        if len(words.also) < OTHER_NAMES_AT_LEAST:
            yield Complaint(f"words.{language}.also", f"at least {OTHER_NAMES_AT_LEAST} other names are needed")


def _lasting_is_known(limit: Limit) -> Iterator[Complaint]:
    for language, words in limit.words.items():
        for name in words.lasting:
            if name not in words.also:
                yield Complaint(f"words.{language}.lasting", f"{name!r} is none of the other names")


def _something_left_out(limit: Limit) -> Iterator[Complaint]:
    if not any(vars(limit.leaves_out).values()):
        yield Complaint("leaves_out", "leaves nothing out")


def _asked_on_the_back(limit: Limit) -> Iterator[Complaint]:
    """A limit that rules out lying on the back rules out the front too: people there roll over to be asked."""
    out = limit.leaves_out.postures
    if Posture.BACK in out and Posture.FRONT not in out:
        yield Complaint("leaves_out.postures", "whoever lies on the front is asked on the back: front is missing")


LIMIT_RULES = (_spoken, _other_names, _lasting_is_known, _something_left_out, _asked_on_the_back)
"""The rules for one limit by itself."""


def unknown_stretches(limit: Limit, stretches: Mapping[str, Stretch | None]) -> Iterator[Complaint]:
    """A complaint about every unknown stretch, and every `gentler` one that is left out or has no easier form."""
    for index, slug in enumerate(limit.leaves_out.stretches):
        if slug not in stretches:
            yield Complaint(f"leaves_out.stretches.{index}", f"there is no stretch {slug}")
    for index, slug in enumerate(limit.gentler):
        stretch = stretches.get(slug)
        if slug not in stretches:
            yield Complaint(f"gentler.{index}", f"there is no stretch {slug}")
        elif stretch is not None and limit.leaves_out.has(stretch):
            yield Complaint(f"gentler.{index}", f"{slug} is left out altogether")
        elif stretch is not None and any(words.easier is None for words in stretch.words.values()):
            yield Complaint(f"gentler.{index}", f"{slug} has no easier form")


def poor_offers(limit: Limit, routines: Mapping[str, Routine], stretches: Mapping[str, Stretch]) -> Iterator[Complaint]:
    """A complaint about every offered routine that does not exist, or that would keep too few stretches."""
    for index, slug in enumerate(limit.offers):
        if slug not in routines:
            yield Complaint(f"offers.{index}", f"there is no routine {slug}")
            continue
        steps = {step.stretch for step in routines[slug].steps if step.stretch in stretches}
        kept = [stretch for stretch in steps if not limit.leaves_out.has(stretches[stretch])]
        if len(kept) < STRETCHES_OFFERED_AT_LEAST:
            yield Complaint(f"offers.{index}", f"{len(kept)} stretches of {slug} would be left")


def missing_ways(limit: Limit, ways: Iterable[Transition]) -> Iterator[Complaint]:
    """A complaint about ways, if the limit has ways of its own.

    They must not pass postures that it leaves out, and must replace each usual way that does.
    """
    out = limit.leaves_out.postures
    for index, own in enumerate(limit.ways):
        if own.passes(out):
            yield Complaint(f"ways.{index}", f"goes through {', '.join(out)}")
    for way in ways if limit.ways else ():
        if way.passes(out) and way.end not in out and limit.way(way.start, way.end) is None:
            yield Complaint("ways", f"no way from {way.start} to {way.end}")


def unknown_limits(routine: Routine, limits: Mapping[str, Limit]) -> Iterator[Complaint]:
    """A complaint about every limit in `ways_without` that does not exist or has no ways of its own."""
    for index, slug in enumerate(routine.ways_without):
        if slug not in limits or not limits[slug].ways:
            yield Complaint(f"ways_without.{index}", f"there is no limit {slug} with ways of its own")
