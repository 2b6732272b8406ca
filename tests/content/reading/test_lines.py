"""Every fault is told with the line in which it stands, whatever the file looks like."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from skill.content.language.tongues import other_tongue
from skill.content.reading.lines import line_of
from tests.cases.each_of import each_of

CONTENT = Path(__file__).parents[3] / "content"
TEXT = '''\
# A file of all sorts.
posture = "back"
hold    = { shortest = 5, usual = 10 }
steps = [
    { stretch = "bridge", hold = 18 },
    { stretch = "cobra", hold = 10 },
]
many = [
    "one",
    "two", "three",
]
long = """
First.

Last.
"""

[[doses]]
source = "A"

[[doses]]
source = "B"

[words.en]
"a.b" = "Dotted."
also = ["one"]
'''


@each_of(
    ("path", "line"),
    [
        ("posture", 2),
        ("hold.usual", 3),
        ("steps", 4),
        ("steps.0.hold", 5),
        ("steps.1", 6),
        ("steps.1.stretch", 6),
        ("many.0", 9),
        ("many.2", 10),
        ("long", 12),
        ("doses.0.source", 19),
        ("doses.1", 21),
        ("doses.1.source", 22),
        ("words.en.a.b", 25),
        ("words.en.also.0", 26),
        ("words.en.missing", 24),
        ("steps.7.hold", 4),
        ("nowhere", None),
        ("", None),
    ],
)
def test_a_line_is_found_by_the_path_of_what_stands_in_it(path: str, line: int | None) -> None:
    assert line_of(TEXT, path) == line


def leaves(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in inner:
        yield from leaves(value, f"{path}.{key}".removeprefix("."))
    if isinstance(node, str):
        yield path, node


def test_every_text_of_a_stretch_and_a_routine_is_found_in_its_line() -> None:
    for name in ("stretches/pelvic-tilts.toml", "stretches/knee-rolls.toml", "routines/bedtime.toml"):
        text = (CONTENT / name).read_text("utf-8")
        lines = text.splitlines()
        found = {path: (line_of(text, path), value) for path, value in leaves(tomllib.loads(text))}
        assert len(found) > 20
        assert [path for path, (line, value) in found.items() if line is None or value not in lines[line - 1]] == []


def test_what_is_no_toml_has_no_lines() -> None:
    assert line_of("posture = back\n", "posture") is None


@each_of(
    ("text", "language"),
    [
        ("Heben Sie das Becken langsam.", "German"),
        ("Legen Sie sich auf den Rücken.", "German"),
        ("Knie zur Brust.", "German"),
        ("Beide Knie langsam beugen.", "German"),
        ("Allongez-vous sur le dos.", "French"),
        ("Pliez les genoux, les pieds à plat.", "French"),
        ("Acuéstate sobre la espalda.", "Spanish"),
        ("Piega le ginocchia, piano.", "Italian"),
        ("Ga op je rug liggen.", "Dutch"),
        ("Lie on your back, knees bent.", None),
        ("Chin in.", None),
        ("In, and up.", None),
        ("Child's pose.", None),
    ],
)
def test_another_language_is_noticed_by_its_small_words(text: str, language: str | None) -> None:
    assert other_tongue(text) == language
