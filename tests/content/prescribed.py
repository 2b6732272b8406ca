"""What our own routines ask for, restated by hand: stretch, seconds of a hold or of the whole movement, repetitions."""

Steps = list[tuple[str, int, int]]

PRESCRIBED: dict[str, Steps] = {
    "lower-back": [
        ("pelvic-tilts", 7, 5),
        ("knee-to-chest", 20, 1),
        ("knee-rolls", 10, 1),
        ("piriformis", 20, 1),
        ("windshield-wipers", 60, 1),
        ("cat-cow", 36, 1),
        ("childs-pose", 30, 2),
    ],
    "gentle-start": [
        ("pelvic-tilts", 3, 3),
        ("knee-rolls", 5, 2),
        ("knee-to-chest", 15, 1),
        ("windshield-wipers", 36, 1),
        ("quiet-rest", 30, 1),
    ],
    "five-gentle-minutes": [
        ("pelvic-tilts", 7, 2),
        ("knee-to-chest", 20, 1),
        ("knee-rolls", 15, 1),
    ],
    "morning": [
        ("pelvic-tilts", 7, 3),
        ("knee-rolls", 10, 2),
        ("knee-press", 15, 1),
        ("cat-cow", 36, 1),
        ("standing-side-tilt", 10, 2),
    ],
    "bedtime": [
        ("knee-rolls", 10, 1),
        ("knee-press", 20, 1),
        ("lumbar-rotation", 20, 1),
        ("windshield-wipers", 60, 1),
        ("quiet-rest", 60, 1),
    ],
    "in-bed": [
        ("pelvic-tilts", 7, 3),
        ("knee-press", 15, 1),
        ("knee-rolls", 10, 2),
        ("windshield-wipers", 36, 1),
        ("elevated-leg", 20, 1),
    ],
    "desk": [
        ("seated-cat-cow", 30, 1),
        ("seated-side-tilt", 10, 2),
        ("chair-twists", 7, 2),
        ("chair-figure-four", 15, 1),
    ],
    "desk-published": [
        ("chair-twists", 7, 3),
        ("standing-forward-fold", 10, 1),
        ("standing-side-tilt", 10, 2),
    ],
    "standing": [
        ("standing-side-tilt", 10, 2),
        ("standing-forward-fold", 10, 1),
        ("standing-forward-fold", 15, 1),
        ("standing-side-tilt", 10, 2),
        ("standing-tall", 20, 1),
    ],
    "hips": [
        ("knee-rolls", 10, 1),
        ("knee-to-chest", 20, 1),
        ("piriformis", 20, 2),
        ("happy-baby", 15, 1),
        ("windshield-wipers", 60, 1),
        ("bridge", 18, 1),
        ("childs-pose", 30, 2),
    ],
    "hamstrings": [
        ("knee-rolls", 10, 1),
        ("knee-to-chest", 20, 2),
        ("cat-cow", 30, 1),
        ("downward-dog", 15, 2),
        ("childs-pose", 20, 1),
        ("standing-forward-fold", 15, 2),
        ("standing-side-tilt", 5, 1),
    ],
    "no-kneeling": [
        ("pelvic-tilts", 7, 5),
        ("knee-to-chest", 20, 1),
        ("lumbar-rotation", 20, 1),
        ("piriformis", 20, 1),
        ("bridge", 18, 1),
        ("sphinx", 10, 3),
        ("quiet-rest", 15, 1),
    ],
    "upper-back": [
        ("cat-and-cow", 10, 3),
        ("childs-pose", 30, 2),
        ("standing-side-tilt", 10, 3),
    ],
    "arch-and-strengthen": [
        ("pelvic-tilts", 7, 3),
        ("bridge", 18, 2),
        ("sphinx", 10, 5),
        ("prone-leg-lifts", 5, 3),
        ("modified-cobra", 10, 2),
        ("childs-pose", 20, 1),
    ],
    "unhurried-twenty": [
        ("pelvic-tilts", 7, 5),
        ("knee-to-chest", 20, 2),
        ("knee-rolls", 10, 3),
        ("piriformis", 20, 2),
        ("bridge", 18, 1),
        ("windshield-wipers", 60, 1),
        ("sphinx", 10, 4),
        ("cat-and-cow", 10, 4),
        ("childs-pose", 30, 3),
    ],
}

MINUTES = {
    "lower-back": 10.8,
    "gentle-start": 5.3,
    "five-gentle-minutes": 4.6,
    "morning": 8.2,
    "bedtime": 7.1,
    "in-bed": 7.8,
    "desk": 5.8,
    "desk-published": 5.3,
    "standing": 5.0,
    "hips": 9.6,
    "hamstrings": 9.1,
    "no-kneeling": 9.1,
    "upper-back": 6.8,
    "arch-and-strengthen": 8.3,
    "unhurried-twenty": 19.1,
    "eight-stretches": 19.5,
    "six-stretches": 15.8,
    "seven-stretches": 8.1,
    "four-stretches": 8.1,
    "five-stretches": 5.9,
}
"""Minutes of each routine as it was planned, for somebody who knows its stretches."""

ADDED_MINUTES = {
    "five-gentle-minutes": -1.5,  # the wipers and one tilt, so that five minutes are those until one stands again
    "hips": 0.8,  # knee rolls, so that movement comes first
    "hamstrings": 0.8,  # the same
    "no-kneeling": 0.8,  # rolling onto the back and resting, which the plan names but does not count
    "standing": 0.5,  # two breaths of standing tall, likewise
}
"""What was added to the plan, or is in it without having been counted."""
