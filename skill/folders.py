"""Where what people write lies: beside the program, in a checkout and a bundle; within it, where it was installed."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

CHECKOUT = ROOT if (ROOT / "pyproject.toml").is_file() else None
"""The project's folder, where the program runs in it; None for a copy that was installed or packed."""


def folder_of(part: str, root: Path = ROOT) -> Path:
    """The folder of what people write that has this name; a wheel carries it within the program (pyproject.toml)."""
    carried = root / "skill" / "written" / part
    return carried if carried.is_dir() else root / part
