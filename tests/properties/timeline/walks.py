"""Any way to tell a routine: which, from where, to whom, at which pace; and which holds are in what is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from skill.content.model import Posture
from skill.pace import Pace
from skill.timeline import HOLDING, Announced, Budget, Flow, Head, Moment, Place, Role, Telling, Timeline, Walk, head
from skill.timeline.hold.units import Unit
from skill.timeline.manner import Manner
from skill.timeline.notes import noted_until, notes_due
from skill.wording import Wording
from tests.library import LIBRARY, PLACES, PLANS, units

POSTURES = st.sampled_from(Posture)
NAMES = st.sampled_from(sorted(PLANS))
KNOWN = st.frozensets(st.sampled_from(sorted(LIBRARY.stretches))) | st.just(frozenset(LIBRARY.stretches))


@dataclass(frozen=True)
class Case:
    """One telling of one routine in few words, so that a failing one can be read."""

    plan: str
    start: Place
    posture: Posture
    met: frozenset[str] = frozenset()
    newcomer: bool = False
    rate: float = 1.0
    seed: str = ""
    named: bool = False
    introduced: bool = False
    on_the_way: bool = False
    flow: Flow = Flow.USUAL
    before_seconds: int = 0
    manner: Manner = Manner()

    @property
    def budget(self) -> Budget:
        """What a reply may carry after the words before it."""
        return Budget(self.flow, self.before_seconds)

    @property
    def walk(self) -> Walk:
        telling = Telling(
            Wording(LIBRARY, "en", self.seed), Pace(self.rate), self.met, self.newcomer, manner=self.manner
        )
        return Walk(
            PLANS[self.plan],
            telling,
            start=self.start,
            posture=self.posture,
            announced=Announced(self.named, self.introduced),
            on_the_way=self.on_the_way,
            asks_on_arrival=self.flow.asks_on_arrival,
        )

    @property
    def holds(self) -> dict[Place, Unit]:
        """The holds that are to be told, in order."""
        return {unit.place: unit for unit in units(PLANS[self.plan])[PLACES[self.plan].index(self.start) :]}


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A routine, or one stretch alone, from any of its holds, for a body in any posture, told to anybody."""
    plan = draw(NAMES)
    return Case(
        plan,
        start=draw(st.sampled_from(PLACES[plan])),
        posture=draw(POSTURES),
        met=draw(KNOWN),
        newcomer=draw(st.booleans()),
        rate=draw(st.integers(min_value=70, max_value=130)) / 100,
        seed=draw(st.text(max_size=3)),
        named=draw(st.booleans()),
        introduced=draw(st.booleans()),
        on_the_way=draw(st.booleans()),
        flow=draw(st.sampled_from(Flow)),
        before_seconds=draw(st.integers(min_value=0, max_value=45)),
        manner=Manner(counts_down=draw(st.booleans()), chimes=draw(st.booleans()), in_breaths=draw(st.booleans())),
    )


def told(walk: Walk) -> Timeline:
    """All of a walk."""
    return Timeline(tuple(moment for stage in walk.stages() for moment in stage.moments))


def heads(case: Case) -> Iterator[Head]:
    """Reply after reply, each from where the one before says, in the posture in which it left the body."""
    place: Place | None = case.start
    walk = case.walk
    while place is not None:
        reply = head(replace(walk, start=place), case.budget)
        yield reply
        place, walk = reply.then, asked(walk, reply)


def asked(walk: Walk, reply: Head) -> Walk:
    """The walk of somebody who heard this reply to its end, with who takes care, and answers its question."""
    due = notes_due(walk.routine, reply.then, walk.telling, walk.announced.noted) if reply.then else ()
    noted = noted_until(walk.routine, reply.then, walk.telling) if due and reply.then else walk.announced.noted
    return replace(walk, posture=reply.posture, announced=Announced(noted=noted), on_the_way=False, heard_out=True)


def held(moments: Iterable[Moment]) -> list[tuple[Place, float]]:
    """Each hold with its seconds, as it is heard: one that is torn appears more than once."""
    found: list[tuple[Place, float]] = []
    before: Moment | None = None
    for moment in moments:
        if moment.role in HOLDING and moment.place is not None:
            goes_on = before is not None and before.role in HOLDING and before.place == moment.place
            seconds = found.pop()[1] if goes_on else 0.0
            found.append((moment.place, round(seconds + moment.seconds, 1)))
        before = moment
    return found


def places(moments: Iterable[Moment]) -> tuple[Place, ...]:
    """The holds that are heard, in order."""
    return tuple(place for place, _ in held(moments))


def said(moments: Iterable[Moment], role: Role) -> tuple[str, ...]:
    """The words of one role, in order."""
    return tuple(moment.words for moment in moments if moment.role is role and moment.words)
