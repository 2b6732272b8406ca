"""The modules of a bundle, all compiled, in one file: a start needs a thousand of them, and looks for none.

To look for a module, to open its file and to close it takes as long as to read it. Only its code comes from here; where
its source is, what lies beside it and whatever else somebody asks of a module is as Python has it. Where there is no
such file (everywhere but in a bundle), or it was compiled by another Python, all is found as usual.
"""

import marshal
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

ROOT = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120  # pathlib takes longer to load than all of this
FILE = "skill/__pycache__/modules.bundle"
"""In a bundle: the mark of the Python that compiled them, the length of the list, the list, and then their code."""
LENGTH_BYTES = 4

Kept = tuple[int, int, bool]
"""Where the code of a module begins, how many bytes it has, and whether it is a package."""


class _Loader(SourceFileLoader):
    """Python's own, but for where the code is read."""

    def __init__(self, name: str, path: str, file: int, kept: Kept) -> None:
        super().__init__(name, path)
        self._file, self._kept = file, kept

    def get_code(self, fullname: str) -> CodeType | None:
        """What was compiled; of any other name what Python finds."""
        begins, size, _ = self._kept
        if fullname != self.name:
            return super().get_code(fullname)
        code: CodeType = marshal.loads(os.pread(self._file, size, begins))  # noqa: S302  # the bundle's own
        return code


class Finder:
    """Finds what is on the list."""

    def __init__(self, root: str, file: int, listed: Mapping[str, Kept]) -> None:
        self._root, self._file, self._listed = root, file, listed

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,  # noqa: ARG002  # what Python says to every finder
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """How the module is loaded; None for one that is not here."""
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
    """From now on modules are found in the file of the bundle in this folder, if it has one."""
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
