"""Reads the bytes of the content folder, and makes a version of them."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from skill.content.reading.faults import ContentFaults, Fault

Files = Mapping[str, bytes]
"""What is in each file, by its name relative to the folder."""


def files_in(folder: Path) -> Files:
    """Every file by its name relative to the folder; raises `ContentFaults` when there is nothing to read."""
    if not folder.is_dir():
        raise ContentFaults((Fault(str(folder), "", "no such folder"),))
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]
    if not paths:
        raise ContentFaults((Fault(str(folder), "", "an empty folder"),))
    try:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    except OSError as error:
        raise ContentFaults((Fault(str(error.filename), "", str(error.strerror)),)) from error


def version_of(files: Files) -> str:
    """Eight hexadecimal digits that change with every name and every byte, whatever order the disk lists files in."""
    digest = hashlib.sha256()
    for name in sorted(files):
        content = files[name]
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:8]
