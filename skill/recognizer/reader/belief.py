"""Whether a wish is believed by the weight of its words, and everything that this was decided by."""

from dataclasses import dataclass

from skill.recognizer.reader.likelihood import Likelihood
from skill.recognizer.reader.reader import Weighed
from skill.recognizer.sentences.sentences import Filled


@dataclass(frozen=True)
class Belief:
    """The wish that weighs most and the next one, how sure it is, how sure it must be, and what it lacks."""

    best: Weighed
    rival: Weighed
    sure: float
    needed: float
    likelihood: Likelihood = Likelihood()
    lacks: str = ""
    """Why it is not believed however sure it is: too few words, or nothing for a slot."""
    filled: tuple[Filled, ...] = ()

    def is_enough_by(self, more: float) -> bool:
        """Whether it is believed, and by so much surer than it has to be."""
        return not self.lacks and self.sure >= self.needed + more

    @property
    def is_enough(self) -> bool:
        """Whether the wish is believed."""
        return not self.lacks and self.sure >= self.needed

    def told(self) -> str:
        """In plain words, with the two best and their weights."""
        best, rival = (f"{one.meaning} {one.weight:.0f}" for one in (self.best, self.rival))
        told = f"{best} before {rival}, sure to {self.sure:.0f} of {self.needed:.0f} needed"
        evidence = f", with {self.likelihood.weight:+.0f} as it {self.likelihood.why}" if self.likelihood.why else ""
        return told + evidence + (f", but {self.lacks}" if self.lacks else "")
