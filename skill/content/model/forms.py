"""A stretch in the form of a step: with its easier words, or in another posture."""

from skill.content.model.model import Step, Stretch
from skill.content.model.words import LaterWords, StretchWords


def as_told(stretch: Stretch, step: Step) -> Stretch:
    """The stretch with the words and posture that the step asks for, so that later code need not look at the step."""
    if step.form == "usual" and step.posture is None:
        return stretch
    words = {language: _easier(usual) if step.form == "easier" else usual for language, usual in stretch.words.items()}
    return stretch.but(words=words, posture=step.posture or stretch.posture)


def _easier(usual: StretchWords) -> StretchWords:
    """The words with the easier way in, without the later cues that describe the usual way in."""
    easier = usual.easier
    if easier is None:
        return usual
    later = LaterWords(release=usual.later.release)
    own = {"enter": easier.enter, "short": easier.short or usual.short, "again": None, "later": later}
    own["otherwise"] = easier.enter
    return usual.but(**own, note=easier.note or usual.note)
