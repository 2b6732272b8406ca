"""The reader's decision about a sentence: its likeliest wish, whether that is believed, and all figures behind it."""

from dataclasses import dataclass

from skill.recognizer.reader.likelihood import Likelihood
from skill.recognizer.reader.reader import Weighed
from skill.recognizer.sentences.sentences import Filled


@dataclass(frozen=True)
class Belief:
    """The best wish and its rival, how sure the best is and must be, what evidence adds, and what it lacks."""

    best: Weighed
    rival: Weighed
    sure: float
    needed: float
    likelihood: Likelihood = Likelihood()
    lacks: str = ""
    """Why it is not believed however sure it is, such as too few words or an empty slot; else empty."""
    filled: tuple[Filled, ...] = ()

    def is_enough_by(self, more: float) -> bool:
        """Whether the wish is believed even if it must be surer by `more`."""
        return not self.lacks and self.sure >= self.needed + more

    @property
    def is_enough(self) -> bool:
        """Whether the wish is believed."""
        return not self.lacks and self.sure >= self.needed

    def told(self) -> str:
        """The decision in one plain line, with the two best wishes and their weights."""
        best, rival = (f"{one.meaning} {one.weight:.0f}" for one in (self.best, self.rival))
        told = f"{best} before {rival}, sure to {self.sure:.0f} of {self.needed:.0f} needed"
        evidence = f", with {self.likelihood.weight:+.0f} as it {self.likelihood.why}" if self.likelihood.why else ""
        return told + evidence + (f", but {self.lacks}" if self.lacks else "")
