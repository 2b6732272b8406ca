"""Makes the bundle that AWS Lambda runs: our own files and the libraries they need, the same bytes each time."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements" / "lambda.txt"
BUNDLE = ROOT / "dist" / "gentle-back-lambda.zip"

PLATFORM = ("--platform", "manylinux2014_x86_64", "--implementation", "cp", "--python-version", "3.13")
"""The runtime and the processor that infra/template.yaml asks for."""

LARGEST_BUNDLE_BYTES = 50_000_000
"""What Lambda takes as one file."""

AT_HOME_ONLY = (
    "skill/alexa/requests.py",
    "skill/alexa/verification",
    "skill/device/",
    "skill/entrypoints/page/",
    "skill/entrypoints/saying.py",
    "skill/entrypoints/showing.py",
    "skill/entrypoints/talking.py",
    "skill/entrypoints/terminal.py",
    "skill/entrypoints/web",
    "skill/home.py",
    "skill/recognizer/",
)
"""Of our own files, those that need what a Lambda does not carry, or serve whoever has no Alexa."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""No zip knows an earlier time; the true times would make each bundle another."""


def main() -> None:
    """Fetch the wheels for Lambda's platform and pack them with the skill."""
    BUNDLE.parent.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        print("Fetching wheels for Lambda's platform; this takes some seconds.", flush=True)
        fetch(Path(folder))
        print("Packing.", flush=True)
        pack(Path(folder), BUNDLE)
    size = BUNDLE.stat().st_size
    print(f"{BUNDLE.relative_to(ROOT)}: {size / 1e6:.1f} MB of the {LARGEST_BUNDLE_BYTES / 1e6:.0f} that Lambda takes.")
    if size > LARGEST_BUNDLE_BYTES:
        sys.exit("That is too large.")


def fetch(folder: Path) -> None:
    """Unpack into the folder every locked wheel for Lambda's platform, whatever this machine is."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    wheels = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--no-compile", *PLATFORM]
    subprocess.run([*pip, *wheels, "--target", str(folder), "--requirement", str(LOCK)], check=True)


def pack(libraries: Path, bundle: Path) -> None:
    """Write the zip of a folder of libraries and our own files; equal files make equal bytes."""
    with ZipFile(bundle, "w", ZIP_DEFLATED) as archive:
        for name, path in sorted({**dict(_libraries(libraries)), **dict(_our_own())}.items()):
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made: else the rights below mean nothing
            entry.external_attr = (0o100755 if path.suffix == ".so" else 0o100644) << 16
            archive.writestr(entry, path.read_bytes())


def _our_own() -> Iterator[tuple[str, Path]]:
    yield "LICENSE", ROOT / "LICENSE"
    for folder in ("skill", "content"):
        for name, path in _files(ROOT / folder, ROOT):
            if not name.startswith(AT_HOME_ONLY):
                yield name, path


def _libraries(folder: Path) -> Iterator[tuple[str, Path]]:
    return ((name, path) for name, path in _files(folder, folder) if not _superfluous(name))


def _superfluous(name: str) -> bool:
    """Scripts, and the descriptions of some four hundred services of Amazon's that are not DynamoDB."""
    descriptions = "botocore/data/"
    of_a_service = name.startswith(descriptions) and "/" in name.removeprefix(descriptions)
    return name.startswith("bin/") or (of_a_service and not name.startswith(f"{descriptions}dynamodb/"))


def _files(folder: Path, root: Path) -> Iterator[tuple[str, Path]]:
    for path in folder.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith("."):
            yield path.relative_to(root).as_posix(), path


if __name__ == "__main__":
    main()
