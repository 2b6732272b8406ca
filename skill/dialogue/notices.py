"""Notices: what a person has to be told once before anything else, and the reply with them in front."""

from dataclasses import replace

from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import said
from skill.limits import PRACTICES_KEPT
from skill.practice import Sent
from skill.timeline import Mark, Point, Role, Timeline, last


def with_notices(scene: Scene, outcome: Outcome, notices: tuple[str, ...]) -> Outcome:
    """The outcome with the sentences of these phrase keys said first; the marks of its reply move along."""
    if not notices or not outcome.reply.timeline.moments:
        return outcome
    words = Timeline(said(scene, [scene.wording.say(key) for key in notices], Role.INTRO))
    reply = replace(outcome.reply, timeline=words + outcome.reply.timeline)
    practice = outcome.person.practice
    if practice is None or practice.sent is None or practice.sent.at != scene.turn.epoch:
        return replace(outcome, reply=reply)
    later = replace(practice, sent=_later(practice.sent, last(words)))
    return replace(outcome, person=outcome.person.with_practice(later, PRACTICES_KEPT), reply=reply)


def _later(sent: Sent, by: Point) -> Sent:
    marks = tuple(Mark(mark.place, mark.begins + by, mark.ends + by) for mark in sent.marks)
    return replace(sent, marks=marks, arrives=sent.arrives + by, ends=sent.ends + by, given_up=sent.given_up + by)
