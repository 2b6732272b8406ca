"""Where the content's files lie: beside the program, in a checkout and a bundle; within it, in an installed wheel."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

CHECKOUT = None if (ROOT / "skill" / "written").is_dir() else ROOT
"""The project's folder; None for an installed wheel, which has all it needs within."""


def folder_of(part: str, root: Path = ROOT) -> Path:
    """The folder of this name ("content", "interaction_model"); a wheel has it in `skill/written` (pyproject.toml)."""
    carried = root / "skill" / "written" / part
    return carried if carried.is_dir() else root / part
