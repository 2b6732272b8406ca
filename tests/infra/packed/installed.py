"""Lays out installed libraries in a folder of their own, as pip would put them there, without asking any network."""

import marshal
import re
import warnings
from collections.abc import Iterable
from importlib.machinery import SourceFileLoader
from importlib.metadata import distribution
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path

from infra.bundle import LOCK, ROOT

RUNTIME = ("awslambdaric", "simplejson", "snapshot-restore-py")
"""Amazon's runtime client and what it needs: in the cloud it is there already."""

_HEAD_BYTES = 16
_UNCHECKED = (0b01).to_bytes(4, "little")


def locked() -> dict[str, str]:
    """Every library of the bundle, with its version."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE))


def lay_out(names: Iterable[str], folder: Path, *, compiled: bool = False) -> None:
    """Link the files of these libraries into the folder; with what is compiled of them here, for good."""
    for name in names:
        library = distribution(name)
        for file in library.files or ():
            if ".." not in file.parts and "__pycache__" not in file.parts and not _one_of_hundreds(file.parts):
                link = folder / file
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(Path(str(library.locate_file(file))))
                if compiled and file.suffix == ".py":
                    _keep_compiled(link)


def keep_ours_compiled(folder: Path) -> None:
    """What Python compiles of our own modules, or has compiled since they were last changed."""
    for module in (folder / "skill").rglob("*.py"):
        source = str(ROOT / module.relative_to(folder))
        _keep(module, marshal.dumps(SourceFileLoader("ours", source).get_code("ours")))


def _keep_compiled(module: Path) -> None:
    """What pip compiled of a module, or what is compiled now."""
    here = Path(cache_from_source(str(module.resolve())))
    _keep(module, here.read_bytes()[_HEAD_BYTES:] if here.is_file() else _compiled(module))


def _keep(module: Path, body: bytes) -> None:
    """Beside the module, marked as what nobody compares with its source."""
    there = Path(cache_from_source(str(module)))
    there.parent.mkdir(exist_ok=True)
    there.write_bytes(MAGIC_NUMBER + _UNCHECKED + source_hash(module.read_bytes()) + body)


def _compiled(module: Path) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return marshal.dumps(compile(module.read_bytes(), str(module), "exec", dont_inherit=True))


def _one_of_hundreds(parts: tuple[str, ...]) -> bool:
    """Whether it describes a service of Amazon's: all that the bundle leaves out are left out alike; one is enough."""
    return parts[:2] == ("botocore", "data") and len(parts) > 3 and parts[2] not in ("dynamodb", "s3")
