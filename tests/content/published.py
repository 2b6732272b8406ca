"""What the five articles say, restated by hand: the content files are held against this, never the other way round."""

from typing import Literal, NamedTuple

Figures = tuple[int, ...]


class Published(NamedTuple):
    """One stretch in one article.

    `length` counts in `unit`: seconds of a hold, breaths, or seconds of the whole movement; one number is an open end.
    `own` names what the article does not give, so that the figures are ours. `name` is the article's name, or where it
    has none, what we call it.
    """

    source: str
    order: int
    name: str
    slug: str
    unit: Literal["hold", "breaths", "lasts"]
    length: Figures
    repetitions: tuple[int, int] = (1, 1)
    first: str | None = None
    own: tuple[str, ...] = ()


PUBLISHED = (
    Published("A", 1, "sphinx", "sphinx", "hold", (10, 10), (5, 5)),
    Published("A", 2, "prone leg lifts", "prone-leg-lifts", "hold", (5, 5), (5, 5)),
    Published("A", 3, "knee to chest stretch", "knee-to-chest", "hold", (5, 5), (5, 5), "right", own=("hold",)),
    Published("A", 4, "happy baby rock", "happy-baby", "lasts", (15, 15)),
    Published("A", 5, "seated figure four stretch", "seated-figure-four", "hold", (20, 20), (1, 1), "right"),
    Published("A", 6, "upright standing tilt", "standing-side-tilt", "hold", (10, 10), (5, 5), "right"),
    Published("A", 7, "cat and cow", "cat-and-cow", "hold", (10, 10), (5, 5)),
    Published("A", 8, "restful pose", "childs-pose", "hold", (20, 20), (3, 3)),
    Published("B", 1, "child's pose", "childs-pose", "hold", (30, 30), (4, 5)),
    Published("B", 2, "knee to chest stretch", "knee-to-chest", "hold", (20, 20)),
    Published("B", 3, "elevated leg stretch", "elevated-leg", "hold", (20, 20)),
    Published("B", 4, "lumbar rotation with flexed knees", "lumbar-rotation", "hold", (20, 20)),
    Published("B", 5, "modified cobra", "modified-cobra", "hold", (10, 10), (4, 5)),
    Published("B", 6, "piriformis muscle stretch", "piriformis", "hold", (20, 20)),
    Published("C", 1, "knee to chest stretch", "knee-to-chest", "hold", (15, 15), (1, 1), "right", own=("hold",)),
    Published("C", 2, "cat pose", "cat-cow", "breaths", (6, 6), own=("hold", "repetitions")),
    Published("C", 3, "cow pose", "cat-cow", "breaths", (6, 6), own=("hold", "repetitions")),
    Published("C", 4, "downward facing dog", "downward-dog", "breaths", (2, 3)),
    Published("C", 5, "bridge pose", "bridge", "breaths", (3, 5)),
    Published("C", 6, "child's pose", "childs-pose", "hold", (60,)),
    Published("C", 7, "standing forward fold", "standing-forward-fold", "hold", (15, 15), own=("hold", "repetitions")),
    Published("D", 1, "knee press", "knee-press", "hold", (15, 20), (1, 1), "left"),
    Published("D", 2, "knee rolls", "knee-rolls", "hold", (10, 10)),
    Published("D", 3, "pelvic tilts", "pelvic-tilts", "hold", (7, 7), (5, 10)),
    Published("D", 4, "chair twists", "chair-twists", "hold", (7, 10), (2, 3), "right"),
    Published("E", 1, "child's pose", "childs-pose", "hold", (30, 60)),
    Published("E", 2, "cat-cow stretch", "cat-cow", "breaths", (5, 10)),
    Published("E", 3, "downward facing dog", "downward-dog", "hold", (30, 60)),
    Published("E", 4, "cobra pose", "cobra", "breaths", (5, 10)),
    Published("E", 5, "windshield wiper", "windshield-wipers", "lasts", (60, 60), (1, 1), "right"),
)

OTHER_NAMES = {
    "sphinx": ("press-up on the elbows", "prone press-up"),
    "knee-rolls": ("lower back rotation",),
    "standing-side-tilt": ("standing side tilt",),
    "childs-pose": ("child's pose", "restful pose"),
}
"""What the articles, or our reading of them, call a stretch besides."""
