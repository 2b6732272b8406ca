"""What is reckoned of a draft is nearly what the timeline tells of it, for all kinds of people and orders."""

from collections import Counter
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

MOST_STEPS = 7
FLOOR = (Posture.BACK, Posture.ALL_FOURS, Posture.STANDING)
NEARLY_SECONDS_A_STEP = 6.0
"""A name that is told where there is no silence for it; a posture that somebody is in already."""

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


def scales_of(person: Listener) -> Scales:
    return Scales(LIBRARY, person.tailoring, person.seconds, person)


def growing(scales: Scales, random: Random, *, on_bed: bool) -> Iterator[Draft]:
    """Drafts of more and more stretches, in no order that a body would like, each in some dose."""
    postures = (Posture.BED,) if on_bed else FLOOR
    slugs = random.sample(STRETCHES, len(STRETCHES))
    possible = [scales.choice(slug, turn, postures, on_bed=on_bed) for turn, slug in enumerate(slugs)]
    choices: list[Choice] = [choice for choice in possible if choice is not None][:MOST_STEPS]
    draft = Draft()
    for choice in choices:
        draft = draft.with_entry(Entry(choice))
        yield Draft(tuple(Entry(one.choice, random.randrange(len(one.choice.rungs))) for one in draft.entries))


@pytest.mark.parametrize("on_bed", [False, True], ids=["on the floor", "in bed"])
@pytest.mark.parametrize("name", PEOPLE)
def test_what_is_reckoned_of_a_draft_is_nearly_what_the_timeline_tells(name: str, on_bed: bool) -> None:
    person = PEOPLE[name]
    for draft in growing(scales_of(person), Random(name), on_bed=on_bed):
        scales = scales_of(person)
        reckoned, seconds = scales.seconds(draft), scales.laid_out(draft)
        nearly = NEARLY_SECONDS_A_STEP * len(draft.entries)
        assert abs(reckoned - seconds) <= nearly, f"{draft.steps} last {seconds}, {reckoned} were reckoned"


@pytest.mark.parametrize("name", PEOPLE)
def test_what_was_laid_out_is_certain_and_corrects_what_goes_through_the_same_postures(name: str) -> None:
    scales = scales_of(PEOPLE[name])
    (draft, *_) = growing(scales, Random(name), on_bed=True)
    (entry,) = draft.entries
    seconds = scales.laid_out(draft)
    assert scales.is_laid_out(draft)
    assert scales.seconds(draft) == seconds
    raised = draft.raised(entry, len(entry.choice.rungs) - 1)
    assert scales.seconds(raised) == pytest.approx(scales.laid_out(raised), abs=2.0)


def test_each_part_is_told_once_however_many_drafts_are_reckoned(monkeypatch: pytest.MonkeyPatch) -> None:
    person, told = Listener(frozenset()), Counter[str]()
    scales = scales_of(person)
    choice = scales.choice("knee-to-chest", 0, (Posture.BACK,), on_bed=False)
    assert choice is not None
    alone = person.alone
    monkeypatch.setattr(person, "alone", lambda routine: (told.update([routine.steps[0].stretch]), alone(routine))[1])
    seconds = scales.on_each_rung(choice)
    assert scales.on_each_rung(choice) == seconds
    assert told["knee-to-chest"] == len({rung.repetitions for rung in choice.rungs})
    assert seconds == sorted(seconds)
