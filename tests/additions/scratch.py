"""A copy of the project, in which something is added by the steps that the documents tell, and nothing else."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.entrypoints.terminal import ENVIRONMENT, ROOT

PARTS = ("skill", "content", "interaction_model", "infra", "tests", "docs", "requirements")
FILES = (
    "pyproject.toml",
    "LICENSE",
    "NOTICE",
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "Makefile",
    ".gitignore",
)
_LEFT = shutil.ignore_patterns("__pycache__", "node_modules")

Done = subprocess.CompletedProcess[str]


def copied(place: Path) -> Path:
    """The project in another place."""
    for part in PARTS:
        shutil.copytree(ROOT / part, place / part, symlinks=True, ignore=_LEFT)
    for file in FILES:
        shutil.copyfile(ROOT / file, place / file)
    return place


def run_in(place: Path, *arguments: str, seconds: int = 120, **environment: str) -> Done:
    """Python with these arguments, in the copy; what it starts is the copy too, wherever it is installed from."""
    command = [sys.executable, *arguments]
    return subprocess.run(
        command,
        cwd=place,
        env=ENVIRONMENT | {"PYTHONPATH": str(place)} | environment,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )


def goes_well_in(place: Path, *arguments: str, seconds: int = 120, **environment: str) -> None:
    """These tests of the copy go well."""
    done = run_in(place, "-m", "pytest", "-p", "no:cacheprovider", *arguments, seconds=seconds, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
