"""Mistakes in routines, in the ways between postures and in the warning words."""

from tests.content.rules.faulty import Faulty

FAULTY_ROUTINES: tuple[Faulty, ...] = (
    Faulty("no language", "routines/lower-back.toml", "[words.en]", "[words.fr]", ("words.en: missing",)),
    Faulty(
        "a step of an unknown stretch",
        "routines/lower-back.toml",
        '"piriformis"',
        '"headstand"',
        ("steps.3.stretch: no stretch is called 'headstand'",),
    ),
    Faulty(
        "a hold out of reach",
        "routines/lower-back.toml",
        "hold = 20",
        "hold = 31",
        ("steps.1.hold: 31 seconds is outside 5 to 30",),
    ),
    Faulty(
        "too many repetitions",
        "routines/lower-back.toml",
        "repetitions = 5",
        "repetitions = 16",
        ("steps.0.repetitions: 16 is more than 15",),
    ),
    Faulty(
        "two lengths",
        "routines/lower-back.toml",
        "lasts = 60",
        "lasts = 60, hold = 60",
        ("steps.4: give exactly one of hold, breaths or lasts",),
    ),
    Faulty(
        "a moving stretch held",
        "routines/lower-back.toml",
        "lasts = 60",
        "hold = 60",
        ("steps.4.hold: windshield-wipers is moving: only moving stretches last, the others hold",),
    ),
    Faulty(
        "both knees left open",
        "routines/lower-back.toml",
        '"piriformis"',
        '"knee-press"',
        ("steps.3.together: say it exactly where the stretch is for each side, then both",),
    ),
    Faulty(
        "a published dose that is not",
        "routines/eight-stretches.toml",
        '{ stretch = "sphinx" }',
        '{ stretch = "cobra" }',
        ("steps.0.dose: cobra has no dose from A",),
    ),
    Faulty(
        "a published dose with figures of its own",
        "routines/eight-stretches.toml",
        '{ stretch = "sphinx" }',
        '{ stretch = "sphinx", hold = 10 }',
        ("steps.0: a published dose takes no figures of its own",),
    ),
    Faulty(
        "a routine's name twice",
        "routines/lower-back.toml",
        '"low back"',
        '"easy start"',
        ("words.en.also.1: 'easy start' is already a name in routines/gentle-start.toml",),
    ),
    Faulty(
        "a placeholder in a routine",
        "routines/lower-back.toml",
        "with room to lie long.",
        "with {room} to lie long.",
        ("words.en.before.0: takes no placeholder",),
    ),
    Faulty(
        "a move of thirteen words",
        "transitions.toml",
        "Rest there for a breath.",
        "Rest there for a breath, and another breath, and then for one more.",
        ("transitions.0.words.en.1: 13 words, and at most 12 are allowed in a move",),
    ),
    Faulty(
        "five moves",
        "transitions.toml",
        '"Rest there for a breath.",',
        '"Rest.", "Rest.", "Rest.",',
        ("transitions.0.words.en: 5 moves, and at most 4 are allowed",),
    ),
    Faulty(
        "a hurried way that is slower",
        "transitions.toml",
        "quick = 20",
        "quick = 31",
        ("transitions.0.usual: quick, usual and slow must rise",),
    ),
    Faulty(
        "a way told twice, another not at all",
        "transitions.toml",
        'end   = "all fours"',
        'end   = "front"',
        (
            "transitions.2: back to front is told already",
            "transitions: no way from back to all fours",
        ),
    ),
    Faulty(
        "a warning in capitals",
        "warnings/en.toml",
        '"numb between my legs"',
        '"Numb between my legs!"',
        (
            (
                'emergency.0: "Numb between my legs!" may not stand here; '
                "what may is words in small letters, with single spaces"
            ),
        ),
    ),
)
