"""How well people are understood, over sentences that were judged."""

from tests.understanding import judged, measured
from tests.understanding.curve import curve, pace
from tests.understanding.sentences import report


def main() -> None:
    """Print what every set of sentences came to."""
    print("\n".join([*report(), *measured.report(), *judged.report(), *curve(), *pace()]))
