"""Routines of our own put out of order, one rule at a time."""

from tests.content.rules.faulty import Faulty

FAULTY_ORDER: tuple[Faulty, ...] = (
    Faulty(
        "a hold before any movement",
        "routines/lower-back.toml",
        '    { stretch = "pelvic-tilts", hold = 7, repetitions = 5 },\n',
        "",
        ("steps.0: begins without movement",),
    ),
    Faulty(
        "a strong end",
        "routines/hips.toml",
        '    { stretch = "childs-pose", hold = 30, repetitions = 2 },\n',
        "",
        ("steps.5: a strong stretch may be neither first nor last",),
    ),
    Faulty(
        "three changes of posture",
        "routines/unhurried-twenty.toml",
        "]\n\n[words.en]",
        '    { stretch = "standing-side-tilt", hold = 10 },\n]\n\n[words.en]',
        ("steps: 3 changes of posture, and at most 2 are allowed",),
    ),
    Faulty(
        "down again",
        "routines/lower-back.toml",
        "]\n\n[words.en]",
        '    { stretch = "quiet-rest", hold = 30 },\n]\n\n[words.en]',
        ("steps: goes down again, from all fours to back",),
    ),
    Faulty(
        "left face down",
        "routines/no-kneeling.toml",
        '    { stretch = "quiet-rest", hold = 15 },\n',
        "",
        ("steps.5: a strong stretch may be neither first nor last", "steps.5: ends face down"),
    ),
    Faulty(
        "from a deep bend into an arch",
        "routines/hips.toml",
        '    { stretch = "windshield-wipers", lasts = 60 },\n',
        "",
        ("steps.4: less than 15 seconds between arching and deep bending",),
    ),
    Faulty(
        "arch after arch",
        "routines/arch-and-strengthen.toml",
        "repetitions = 5, rest_after = 10",
        "repetitions = 5, rest_after = 9",
        ("steps.2: needs 10 seconds of rest_after before the next arch",),
    ),
    Faulty(
        "two figure fours",
        "routines/lower-back.toml",
        '"cat-cow", breaths = 6',
        '"seated-figure-four", hold = 20',
        ("steps.5: a second figure four besides piriformis",),
    ),
    Faulty(
        "both knees at dawn",
        "routines/morning.toml",
        "together = false",
        "together = true",
        ("steps.2: bends deep straight after getting up",),
    ),
    Faulty(
        "head down, and down again",
        "routines/hamstrings.toml",
        '    { stretch = "childs-pose", hold = 20 },\n',
        "",
        ("steps.4: hangs the head straight after lying or another low head",),
    ),
    Faulty(
        "head down straight after lying",
        "routines/hamstrings.toml",
        '    { stretch = "cat-cow", breaths = 5 },\n'
        '    { stretch = "downward-dog", hold = 15, repetitions = 2, rest = 15 },\n'
        '    { stretch = "childs-pose", hold = 20 },\n',
        "",
        ("steps.2: hangs the head straight after lying or another low head",),
    ),
    Faulty(
        "more wiping to one side",
        "routines/lower-back.toml",
        "lasts = 60",
        "lasts = 66",
        ("steps.4: in 66 seconds one side has more than the other",),
    ),
    Faulty(
        "a foot that is lifted once more than the other",
        "routines/arch-and-strengthen.toml",
        '"prone-leg-lifts", hold = 5, repetitions = 3,',
        '"prone-leg-lifts", hold = 5, repetitions = 3, form = "easier",',
        ("steps.3: the sides take turns, and 3 is odd",),
    ),
    Faulty(
        "too much of one stretch",
        "routines/hips.toml",
        '"piriformis", hold = 20, repetitions = 2',
        '"piriformis", hold = 30, repetitions = 3',
        ("steps.2: 90 seconds of piriformis, and at most 60 are allowed a day",),
    ),
    Faulty(
        "too much of one stretch in two steps",
        "routines/standing.toml",
        '"standing-side-tilt", hold = 10, repetitions = 2',
        '"standing-side-tilt", hold = 10, repetitions = 5',
        ("steps.3: 70 seconds of standing-side-tilt, and at most 60 are allowed a day",),
    ),
    Faulty(
        "off the bed",
        "routines/in-bed.toml",
        '"windshield-wipers", lasts = 36',
        '"happy-baby", lasts = 15',
        ("steps.3.stretch: happy-baby is not for a bed",),
    ),
)
