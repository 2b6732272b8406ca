"""Mistakes in the figures and the shape of a stretch."""

from tests.content.rules.faulty import Faulty

POSTURES = "back, front, all fours, seated on the floor, chair, standing or bed"
KEYS = (
    "posture, needs, class, form, sides, areas, hold, repetitions, moving, parts, half_breath_seconds, cycle, "
    "easier_in_turn, both, careful, bends, can_answer, head_low, family, a_day, doses or words"
)
"""What may stand in a stretch."""

FAULTY_STRETCHES: tuple[Faulty, ...] = (
    Faulty(
        "an unknown key",
        "stretches/bridge.toml",
        "areas ",
        'colour = "red"\nareas ',
        (f"colour: unknown key; what may stand here is {KEYS}",),
    ),
    Faulty(
        "a slug, which is the file's name",
        "stretches/bridge.toml",
        "areas ",
        'slug = "bridge"\nareas ',
        ("slug: unknown key",),
    ),
    Faulty(
        "a key that is missing",
        "stretches/bridge.toml",
        'posture = "back"\n',
        "",
        (f"posture: missing; what belongs here is {POSTURES}",),
    ),
    Faulty(
        "a rocking with a right more than lefts",
        "stretches/happy-baby.toml",
        "shortest = 15",
        "shortest = 12",
        ("hold.shortest: in 12 seconds one side has more than the other",),
    ),
    Faulty(
        "turns of an easier form that cannot be shared",
        "stretches/prone-leg-lifts.toml",
        "fewest = 2",
        "fewest = 3",
        ("repetitions.fewest: must be even, where the sides take turns",),
    ),
    Faulty(
        "an easier form in turn that there is not",
        "stretches/knee-rolls.toml",
        'class   = "movement"',
        'class   = "movement"\neasier_in_turn = true',
        (
            "easier_in_turn: is for an easier form of what has no sides otherwise",
            "repetitions.fewest: must be even, where the sides take turns",
        ),
    ),
    Faulty(
        "an unknown posture",
        "stretches/bridge.toml",
        '"back"',
        '"upside down"',
        (f'posture: "upside down" may not stand here; what may is {POSTURES}',),
    ),
    Faulty(
        "a figure that is no whole number",
        "stretches/bridge.toml",
        "enter = 6",
        "enter = true",
        ("moving.enter: true may not stand here; what may is a whole number from 0 to 600",),
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
