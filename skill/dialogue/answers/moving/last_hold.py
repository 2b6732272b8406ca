"""Leads one last hold for people who have no time for more, says goodbye, and stores the place after it."""

from itertools import islice, takewhile

from skill.dialogue.answers.moving.pause_and_stop import farewell, stop
from skill.dialogue.guidance.closing import Closing
from skill.dialogue.guidance.layout import Opening, walk_of
from skill.dialogue.guidance.leading import guided
from skill.dialogue.guidance.speaking import let_out, said
from skill.dialogue.offers.duration import rest_words
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reply import Close
from skill.practice import Practice
from skill.timeline import Head, Role, Timeline


def one_more_hold(scene: Scene, practice: Practice, seconds: float) -> Outcome:
    """Leads the hold that was interrupted, if it fits into these seconds; between two stretches ends at once."""
    if not scene.inside:
        return farewell(scene, "stop-in.no-more") if scene.remembers else stop(scene)
    out, _ = let_out(scene, to_talk=False)
    opening = Opening((scene.wording.say("stop-in.this-one"),))
    way_in, hold = islice(walk_of(scene, practice, opening).stages(), 2)
    only = takewhile(lambda moment: moment.role is not Role.NEXT, hold.moments)
    moments = (*out, *said(scene, opening.words, Role.INTRO), *way_in.moments, *only)
    told = Head(Timeline(moments), hold.posture, hold.then)
    if told.timeline.seconds > seconds:
        return stop(scene)
    last = rest_words(scene, hold.posture) if hold.then is None else scene.wording.say("stop.kept")
    return guided(scene, practice, told, Closing(said(scene, [last], Role.END), Close()))
