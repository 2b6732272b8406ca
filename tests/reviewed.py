"""The stretches and routines that were reviewed one by one: what is written out of them stays so when others come."""

from dataclasses import replace

from tests.library import LIBRARY

_STRETCHES = """
bridge cat-and-cow cat-cow chair-figure-four chair-twists childs-pose cobra downward-dog elevated-leg happy-baby
knee-press knee-rolls knee-to-chest lumbar-rotation modified-cobra pelvic-tilts piriformis prone-leg-lifts
quiet-rest seated-cat-cow seated-figure-four seated-side-tilt sphinx standing-forward-fold standing-side-tilt
standing-tall windshield-wipers
"""
_ROUTINES = """
arch-and-strengthen bedtime desk-published desk eight-stretches five-gentle-minutes five-stretches
four-stretches gentle-start hamstrings hips in-bed lower-back morning no-kneeling seven-stretches six-stretches
standing unhurried-twenty upper-back
"""
STRETCHES, ROUTINES = tuple(_STRETCHES.split()), tuple(_ROUTINES.split())

REVIEWED = replace(
    LIBRARY,
    stretches={slug: LIBRARY.stretch(slug) for slug in STRETCHES},
    routines={slug: LIBRARY.routine(slug) for slug in ROUTINES},
)
"""The library as it would be with these alone; what is composed of it is the same whatever else there is."""
