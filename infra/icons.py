"""Draws the skill's icons, a person on their back with one knee bent, as PNG files of any size."""

import struct
import zlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

SMALL, LARGE = 108, 512
"""The sizes in pixels that Amazon asks for."""

BACKGROUND, FLOOR, FIGURE = (46, 94, 92), (134, 178, 164), (250, 244, 230)

FLOOR_LINE = ((0.16, 0.685), (0.84, 0.685))
BODY = (
    ((0.335, 0.600), (0.560, 0.605)),  # the back, from neck to hips
    ((0.560, 0.605), (0.655, 0.395)),  # a thigh, up to the knee
    ((0.655, 0.395), (0.735, 0.610)),  # the shin, down to the foot
    ((0.735, 0.610), (0.790, 0.610)),
    ((0.370, 0.590), (0.500, 0.500)),  # an arm, towards the knee
    ((0.500, 0.500), (0.600, 0.455)),
)
"""Limbs from joint to joint, as parts of the picture's width and height, from the upper left corner."""
HEAD = ((0.245, 0.570), (0.245, 0.570))
LIMB, ROUND_OF_HEAD, LINE = 0.036, 0.062, 0.014
"""Half their thickness."""

Picture = NDArray[np.float64]
Joints = tuple[tuple[float, float], tuple[float, float]]


@cache
def icon(size: int) -> bytes:
    """The picture, so many pixels wide and high, as the bytes of a PNG file; the same every time."""
    picture = np.full((size, size, 3), BACKGROUND, dtype=np.float64)
    _draw(picture, FLOOR_LINE, LINE, FLOOR)
    for limb in BODY:
        _draw(picture, limb, LIMB, FIGURE)
    _draw(picture, HEAD, ROUND_OF_HEAD, FIGURE)
    return _png(picture.round().astype(np.uint8))


def _draw(picture: Picture, joints: Joints, thick: float, colour: tuple[int, int, int]) -> None:
    """A stroke with round ends; a pixel that its edge runs through is coloured by half."""
    size = picture.shape[0]
    y, x = (np.mgrid[0:size, 0:size] + 0.5) / size
    (from_x, from_y), (to_x, to_y) = joints
    long = (to_x - from_x) ** 2 + (to_y - from_y) ** 2
    along = ((x - from_x) * (to_x - from_x) + (y - from_y) * (to_y - from_y)) / long if long else 0 * x
    along = along.clip(0, 1)
    away = np.hypot(x - from_x - along * (to_x - from_x), y - from_y - along * (to_y - from_y))
    share = ((thick - away) * size + 0.5).clip(0, 1)[..., None]
    picture[:] = picture * (1 - share) + np.array(colour) * share


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """The file format: a header, the rows one after the other (each told to be plain), and an end."""
    height, width, _ = pixels.shape
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, held) for name, held in parts)


def _part(name: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))
