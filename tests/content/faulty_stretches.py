"""Mistakes in the figures and the shape of a stretch."""

from tests.content.faulty import Faulty

FAULTY_STRETCHES: tuple[Faulty, ...] = (
    Faulty("an unknown key", "stretches/bridge.toml", "areas ", 'colour = "red"\nareas ', ("colour: unknown key",)),
    Faulty(
        "a slug, which is the file's name",
        "stretches/bridge.toml",
        "areas ",
        'slug = "bridge"\nareas ',
        ("slug: unknown key",),
    ),
    Faulty("a key that is missing", "stretches/bridge.toml", 'posture = "back"\n', "", ("posture: missing",)),
    Faulty(
        "an unknown posture",
        "stretches/bridge.toml",
        '"back"',
        '"upside down"',
        ("posture: Input should be 'back', 'front', 'all fours', 'seated on the floor', 'chair', 'standing' or 'bed'",),
    ),
    Faulty(
        "a figure that is no whole number",
        "stretches/bridge.toml",
        "enter = 6",
        "enter = true",
        ("moving.enter: Input should be a valid integer",),
    ),
    Faulty(
        "a reach that falls",
        "stretches/bridge.toml",
        "usual = 18",
        "usual = 31",
        ("hold: shortest, usual and longest must rise, from above zero",),
    ),
    Faulty(
        "a dose of two lengths",
        "stretches/bridge.toml",
        "breaths = [3, 5]",
        "breaths = [3, 5]\nhold = [15, 25]",
        ("doses.0: give exactly one of hold, breaths or lasts, as one or two numbers",),
    ),
    Faulty(
        "a still stretch that lasts",
        "stretches/bridge.toml",
        "breaths = [3, 5]",
        "lasts = [18, 30]",
        ("doses.0: a moving stretch lasts, every other one holds",),
    ),
)
