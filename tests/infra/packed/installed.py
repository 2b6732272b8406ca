"""Lays out installed libraries in a folder of their own, as pip would put them there, without asking any network."""

import re
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from infra.bundle import LOCK

RUNTIME = ("awslambdaric", "simplejson", "snapshot-restore-py")
"""Amazon's runtime client and what it needs: in the cloud it is there already."""


def locked() -> dict[str, str]:
    """Every library of the bundle, with its version."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE))


def lay_out(names: Iterable[str], folder: Path) -> None:
    """Link the files of these libraries into the folder."""
    for name in names:
        library = distribution(name)
        for file in library.files or ():
            if ".." not in file.parts and "__pycache__" not in file.parts and not _one_of_hundreds(file.parts):
                link = folder / file
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(Path(str(library.locate_file(file))))


def _one_of_hundreds(parts: tuple[str, ...]) -> bool:
    """Whether it describes a service of Amazon's: all that the bundle leaves out are left out alike; one is enough."""
    return parts[:2] == ("botocore", "data") and len(parts) > 3 and parts[2] not in ("dynamodb", "s3")
