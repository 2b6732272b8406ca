"""Loads the modules of a bundle from one file with all their bytecode: a start needs a thousand of them.

Finding, opening and closing a module's file takes as long as reading it. Only the code comes from here; the path of the
source and everything else about a module is as Python has it. Without such a file (everywhere but in a bundle), or with
one for another Python, modules are found as usual.
"""

import marshal
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

ROOT = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120  # pathlib takes longer to load than all of this
FILE = "skill/__pycache__/modules.bundle"
"""Layout: the magic number of the Python that compiled it, the length of the list, the list, and then all code."""
LENGTH_BYTES = 4

Kept = tuple[int, int, bool]
"""Offset and length of a module's code in bytes, and whether it is a package."""


class _Loader(SourceFileLoader):
    """Python's own loader, except that the code comes from the bundle."""

    def __init__(self, name: str, path: str, file: int, kept: Kept) -> None:
        super().__init__(name, path)
        self._file, self._kept = file, kept

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of this module, from the bundle; of any other, as Python finds it."""
        begins, size, _ = self._kept
        if fullname != self.name:
            return super().get_code(fullname)
        code: CodeType = marshal.loads(os.pread(self._file, size, begins))  # noqa: S302  # the bundle's own
        return code


class Finder:
    """A finder for `sys.meta_path`: finds the modules on the bundle's list."""

    def __init__(self, root: str, file: int, listed: Mapping[str, Kept]) -> None:
        self._root, self._file, self._listed = root, file, listed

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,  # noqa: ARG002  # what Python says to every finder
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """The spec of the module; None where it is not on the list."""
        kept = self._listed.get(name)
        if kept is None:
            return None
        folder = f"{self._root}/{name.replace('.', '/')}"
        place = f"{folder}/__init__.py" if kept[2] else f"{folder}.py"
        spec = ModuleSpec(name, _Loader(name, place, self._file, kept), origin=place, is_package=kept[2])
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(folder)
        return spec


def find_bundled(root: str) -> None:
    """Make Python find modules in the bundle in this folder, if there is one."""
    try:
        file = os.open(f"{root}/{FILE}", os.O_RDONLY)
    except OSError:
        return
    from importlib.util import MAGIC_NUMBER  # noqa: PLC0415  # at home nobody needs it

    if os.read(file, len(MAGIC_NUMBER)) != MAGIC_NUMBER:
        os.close(file)
        return
    size = int.from_bytes(os.read(file, LENGTH_BYTES), "little")
    sys.meta_path.insert(0, Finder(root, file, marshal.loads(os.read(file, size))))  # noqa: S302  # as above
