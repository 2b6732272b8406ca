"""Every routine rendered whole, and measured: silences, holds, left against right, its length, how loud each cue is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from statistics import median

from skill.assembly import the_library
from skill.entrypoints.sheets.figures import Figures
from skill.entrypoints.sheets.rehearsal import Rehearsal, rehearsals
from skill.limits import ANSWERING_SECONDS, START_LATENCY_SECONDS
from skill.settings import speech_folder
from skill.sound.sound import Sound, joined
from skill.timeline import HOLDING, Moment, Place, Timeline
from skill.voice.kept_speech import KeptSpeech
from skill.voice.rendering import RATE, Rendering
from tests.listen.gaps import loud_frames, quiet_around, spoken_db
from tests.listen.progress import watched
from tests.listen.speakers import the_voices

SAMPLE = ("five-gentle-minutes", "lower-back")
_MINUTE = 60.0


@dataclass(frozen=True)
class Reply:
    """One reply as it was sent, and the sound that was made of each moment."""

    moments: tuple[Moment, ...]
    sounds: tuple[Sound, ...]

    @property
    def seconds(self) -> float:
        """How long it is heard."""
        return sum(sound.seconds for sound in self.sounds)


def main(*, sample: bool) -> None:
    """Print a line for each routine."""
    voice = next(iter(the_voices().values()))
    rendering = Rendering(voice, kept=KeptSpeech(speech_folder()))
    print(f"Rendered by {voice.name}, as somebody hears it who knows it.\n\n| {' | '.join(_HEADINGS)} |")
    print("|---" * len(_HEADINGS) + "|")
    for slug in watched(SAMPLE if sample else list(the_library().routines), "routines"):
        _, later = rehearsals(the_library(), slug)
        print(
            f"| {' | '.join(_cells(slug, later, [rendered(one, rendering) for one in _replies(later)]))} |", flush=True
        )


def rendered(moments: tuple[Moment, ...], rendering: Rendering) -> Reply:
    """A reply as a device would play it."""
    return Reply(moments, tuple(rendering.moments(Timeline(moments))))


def silences(reply: Reply) -> Iterator[tuple[float, float]]:
    """Each silence between words: its seconds as they were sent, and as they are heard.

    Not those in which a hold ends: what is left of the hold they take, and the hold is measured.
    """
    loud = loud_frames(joined(reply.sounds, RATE))
    starts = list(accumulate((sound.seconds for sound in reply.sounds), initial=0.0))
    numbered = list(enumerate(reply.moments))
    for quiet, run in groupby(numbered, key=lambda one: one[1].silent and not one[1].sound):
        some = list(run)
        first, last = some[0][0], some[-1][0]
        if quiet and first > 0 and last < len(numbered) - 1 and not _ends_a_hold([*some, numbered[last + 1]]):
            sent = sum(moment.seconds for _, moment in some)
            yield round(sent, 2), quiet_around(loud, (starts[first] + starts[last + 1]) / 2)


def _ends_a_hold(numbered: Sequence[tuple[int, Moment]]) -> bool:
    places = [moment.place if moment.role in HOLDING else None for _, moment in numbered]
    return any(held is not None and held != following for held, following in pairwise(places))


def holds(reply: Reply) -> Iterator[tuple[Place, float, float]]:
    """Each hold with its place: its seconds as they were sent, from "Hold." on, and as they are heard."""
    pairs = zip(reply.moments, reply.sounds, strict=True)
    for held, run in groupby(pairs, key=lambda one: one[0].place if one[0].role in HOLDING else None):
        if held is not None:
            some = list(run)
            yield held, sum(one.seconds for one, _ in some), sum(sound.seconds for _, sound in some)


def unequal_seconds(held: Iterable[tuple[Place, float, float]]) -> float:
    """By how much a hold on one side differs from the same on the other, at most, where both were sent alike."""
    sides: dict[tuple[str, int, str | None, float], list[float]] = {}
    for place, sent, heard in held:
        if place.side is not None:
            sides.setdefault((place.step, place.repetition, place.part, sent), []).append(heard)
    return max((max(both) - min(both) for both in sides.values()), default=0.0)


_HEADINGS = (
    "routine",
    "silences",
    "off, the median",
    "at most",
    "holds",
    "off at most",
    "on average",
    "left against right",
    "minutes said",
    "minutes heard",
    "cues, loudest against softest",
)


def _cells(slug: str, told: Rehearsal, replies: Sequence[Reply]) -> tuple[str, ...]:
    quiet = [pair for reply in replies for pair in silences(reply)]
    apart = [abs(heard - sent) for sent, heard in quiet] or [0.0]
    held = [one for reply in replies for one in holds(reply)]
    off = [heard - sent for _, sent, heard in held]
    pairs = [pair for one in replies for pair in zip(one.moments, one.sounds, strict=True)]
    cues = [spoken_db(sound) for moment, sound in pairs if moment.words]
    minutes = sum(one.seconds + START_LATENCY_SECONDS + ANSWERING_SECONDS for one in replies) / _MINUTE
    return (
        slug,
        str(len(quiet)),
        f"{median(apart):.3f} s",
        f"{max(apart):.3f} s",
        str(len(held)),
        f"{max(map(abs, off), default=0.0):.2f} s",
        f"{sum(off) / max(1, len(off)):+.2f} s",
        f"{unequal_seconds(held):.2f} s",
        str(Figures(told.moments, 0.0).minutes_said),
        f"{minutes:.1f}",
        f"{max(cues) - min(cues):.1f} dB",
    )


def _replies(told: Rehearsal) -> Iterator[tuple[Moment, ...]]:
    return (reply.timeline.moments for reply in told.replies if reply.timeline.moments)
