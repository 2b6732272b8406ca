"""The curve of understood against strangers taken, at a row of thresholds, and how long an answer takes; printed."""

from collections.abc import Iterator
from statistics import median
from time import perf_counter

from skill.assembly import the_library
from skill.recognizer.model import templates_of
from skill.recognizer.reader.weights import read_weights
from skill.recognizer.recognizer import WEIGHTS, Recognizer
from skill.recognizer.templates.templates import TEMPLATES_FOLDER
from tests.understanding.unseen_sentences import HALVES, figures, unseen

CAUTIONS = (-100.0, -40.0, -20.0, -10.0, 0.0, 10.0, 20.0, 40.0)
"""Put to how sure each wish must be by its costs, a hundred being surely; nought is what is shipped."""
TIMES = 7


def curve() -> Iterator[str]:
    """A line for every threshold and half."""
    library = the_library()
    templates = templates_of(library, "en-US")
    yield "understood against strangers taken, by how much surer than shipped a wish must be:"
    for caution in CAUTIONS:
        recognizer = Recognizer(templates, library, caution=caution)
        yield f"  {caution:+4.0f}: " + "; ".join(_point(half, recognizer) for half in HALVES)


def pace() -> Iterator[str]:
    """How long the weights take to be read, and a sentence that no template is to be understood."""
    path = TEMPLATES_FOLDER / "en" / WEIGHTS
    reading = [_seconds(lambda: read_weights(path)) for _ in range(TIMES)]
    yield f"weights: {path.stat().st_size / 1e6:.2f} MB, read in {median(reading) * 1000:.1f} ms"
    library = the_library()
    recognizer = Recognizer(templates_of(library, "en-US"), library)
    recognizer.understand("colourless green ideas sleep furiously")
    said = [(one.words, one.known) for one in unseen("open")]
    taken = sorted(_seconds(lambda one=one: recognizer.understand(*one)) for one in said)
    at_most = taken[int(0.95 * len(taken))]
    yield f"an answer: {median(taken) * 1000:.1f} ms, 95 of 100 within {at_most * 1000:.1f} ms, of {len(taken)}"


def _point(half: str, recognizer: Recognizer) -> str:
    counted = figures(half, recognizer)
    understood, wrong = counted["wish", "understood"], counted["wish", "wrong"]
    of = {sort: sum(number for (one, _), number in counted.items() if one == sort) for sort in ("wish", "stranger")}
    taken = f"{counted['stranger', 'taken']} of {of['stranger']} strangers taken"
    return f"{half} {understood} of {of['wish']} understood, {wrong} wrong, {taken}"


def _seconds(work: object) -> float:
    assert callable(work)
    began = perf_counter()
    work()
    return perf_counter() - began


if __name__ == "__main__":
    print("\n".join([*pace(), *curve()]))
