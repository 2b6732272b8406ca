"""The bounds by which most drafts are weighed hold for every stretch, dose and person, in any order of stretches."""

from collections.abc import Iterator
from random import Random

import pytest

from skill.content.model import Posture
from skill.tailoring.composing.drafting import Choice, Draft, Entry
from skill.tailoring.composing.weighing import Scales
from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.marking import mark_of
from skill.tailoring.tailoring import Tailoring
from skill.timeline.manner import Amount, Manner
from tests.library import EVERYTHING, LIBRARY
from tests.reviewed import STRETCHES
from tests.tailoring.composing.test_composing import Listener

FURTHER_AND_NEARER = (120.0, 60.0, 30.0, 10.0, 3.0, 1.0, 0.2)
"""Seconds beside what a draft lasts, the furthest first: the nearer, the more of it has to be laid out."""
MOST_STEPS = 7

PEOPLE = {
    "a newcomer": Listener(frozenset()),
    "with a slow voice": Listener(EVERYTHING, 1.4),
    "with a fast voice": Listener(EVERYTHING, 0.7),
    "who breathes slowly": Listener(EVERYTHING, tailoring=Tailoring(manner=Manner(breath_seconds=7))),
    "who breathes quickly": Listener(EVERYTHING, tailoring=Tailoring(manner=Manner(breath_seconds=5))),
    "who wants all words": Listener(EVERYTHING, tailoring=Tailoring(manner=Manner(Amount.MORE, in_breaths=True))),
    "who wants only counting": Listener(EVERYTHING, tailoring=Tailoring(manner=Manner(Amount.COUNTING))),
    "whose left side is tighter": Listener(EVERYTHING, tailoring=Tailoring(worse="left")),
    "whose right side rests": Listener(EVERYTHING, tailoring=Tailoring(spared="right")),
    "with fits": Listener(
        EVERYTHING,
        tailoring=Tailoring((Fit(mark_of("knee-to-chest"), hold=5), Fit(mark_of("childs-pose"), repetitions=1))),
    ),
}


def growing(scales: Scales, random: Random, *, on_bed: bool) -> Iterator[Draft]:
    """Drafts of more and more stretches, in no order that a body would like, each in some dose."""
    postures = (Posture.BED,) if on_bed else tuple(Posture)
    slugs = random.sample(STRETCHES, len(STRETCHES))
    possible = [scales.choice(slug, turn, postures, on_bed=on_bed) for turn, slug in enumerate(slugs)]
    choices: list[Choice] = [choice for choice in possible if choice is not None][:MOST_STEPS]
    draft = Draft()
    for choice in choices:
        draft = draft.with_entry(Entry(choice))
        yield Draft(tuple(Entry(one.choice, random.randrange(len(one.choice.rungs))) for one in draft.entries))


@pytest.mark.parametrize("on_bed", [False, True], ids=["anywhere", "in bed"])
@pytest.mark.parametrize("name", PEOPLE)
def test_what_bounds_tell_of_a_draft_is_what_the_timeline_tells(name: str, on_bed: bool) -> None:
    person, random = PEOPLE[name], Random(name)
    by_bounds = Scales(LIBRARY, person.tailoring, person.seconds)
    laid_out = Scales(LIBRARY, person.tailoring, person.seconds)
    for draft in growing(by_bounds, random, on_bed=on_bed):
        seconds = laid_out.seconds(draft)
        for beside in FURTHER_AND_NEARER:
            told = by_bounds.fits(draft, seconds + beside), by_bounds.fits(draft, seconds - beside)
            assert told == (True, False), f"{draft.steps} last {seconds}: {beside} beside"
