"""Prepares a guiding reply: its walk, its budget, and what has to be stored of it for the next turn."""

from dataclasses import dataclass

from skill.dialogue.offers.announcement import said_down
from skill.dialogue.scene.completeness import as_good_as_whole
from skill.dialogue.scene.scene import Scene
from skill.limits import LISTENING_SECONDS
from skill.ports.reply import Close, Listen, Reply
from skill.practice import Practice, Sent
from skill.timeline import Announced, Budget, Flow, Head, Inside, Point, Timeline, Walk, last, marks
from skill.timeline.hold.ways import arrival


@dataclass(frozen=True)
class Opening:
    """How the routine goes on: the `words` before it, which may name the place, and a stretch `explained` in full.

    The person may be `inside` the stretch at the place. If they were just `taught` it, they lie as needed, and hear
    only the way in; if they have followed the setup cues `arranged`, only the other ones. If they are `cautioned`, the
    words say who should ask a doctor first, and they are asked before anything begins. If they come `back`, they have
    not just heard where the routine is done.
    """

    words: tuple[str, ...] = ()
    names_place: bool = False
    explained: str = ""
    inside: Inside = Inside()
    taught: bool = False
    arranged: tuple[str, ...] = ()
    cautioned: bool = False
    back: bool = False


def walk_of(scene: Scene, practice: Practice, opening: Opening) -> Walk:
    """The walk from the practice's place, where the person may be in the middle of a stretch."""
    announced = Announced(
        named=opening.names_place or opening.taught or bool(opening.arranged),
        arranged=opening.arranged,
        introduced=opening.taught or (scene.inside_of(practice) and not opening.explained),
        noted=practice.noted,
        cautioned=opening.cautioned,
        back=opening.back,
    )
    return Walk(
        scene.routine_of(practice),
        scene.telling(opening.explained),
        practice.place,
        practice.posture,
        announced,
        opening.inside,
        on_the_way=was_told_the_way(scene, practice),
        heard_out=scene.where is not None and scene.where.over,
        down=said_down(scene),
        asks_on_arrival=flow_of(scene, practice).asks_on_arrival,
        resumes=practice.kept,
        shortened=not as_good_as_whole(scene, practice),
    )


def was_told_the_way(scene: Scene, practice: Practice) -> bool:
    """Whether somebody is on the way to the stretch, and has heard enough of how to get there."""
    where, there, telling = scene.where, scene.stretch_at(practice).posture, scene.telling()
    way = telling.way(practice.posture, there)
    if where is None or way is None or arrival(practice.posture, there, telling) is None:
        return scene.on_the_way_in(practice)
    return scene.on_the_way_in(practice) and where.way_seconds <= way.usual / 2


def budget_of(scene: Scene, practice: Practice, before: Timeline) -> Budget:
    """How much the reply may carry, after what is said `before`."""
    return Budget(flow_of(scene, practice), before.seconds)


def flow_of(scene: Scene, practice: Practice) -> Flow:
    """The person's flow; no questions where the routine asks none."""
    return Flow.UNASKED if scene.routine_of(practice).asks_nothing else scene.person.flow


def what_is_sent(scene: Scene, told: Head, reply: Reply) -> Sent:
    """What is stored of the reply for the next turn; `told` is the reply without its question."""
    rate = scene.pace.rate
    ends = last(reply.timeline, rate)
    return Sent(
        at=scene.turn.epoch,
        marks=marks(reply.timeline, rate),
        arrives=last(told.timeline, rate),
        ends=ends,
        given_up=_given_up(reply, ends, rate),
        posture=told.posture,
        then=told.then,
        closes=isinstance(reply.microphone, Close),
    )


def _given_up(reply: Reply, ends: Point, rate: float) -> Point:
    """The point at which Alexa gives up on an answer: after the reply, the reprompt, and two open microphones."""
    again = last(reply.microphone.reprompt, rate) if isinstance(reply.microphone, Listen) else Point()
    return ends + again + Point(silence=2 * LISTENING_SECONDS)
