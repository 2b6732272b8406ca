"""Makes everything that is compiled from content and templates: cached for this machine, or sealed for a bundle.

Set-up calls it with nothing, so that nobody waits later; the bundle names a folder, and perhaps the locales.
"""

import sys
from pathlib import Path

from skill.assembly import name_of, the_figures, the_library, what_reads
from skill.compiled import seal


def main() -> None:
    """The folder first, then the locales."""
    folder, locales = Path(sys.argv[1]) if sys.argv[1:] else None, sys.argv[2:]
    library = the_library()
    made = {"library": library, "figures": the_figures()}
    made |= {name_of("reader", one): what_reads(one) for one in locales or (*library.locales, *library.languages)}
    if folder:
        for name, content in made.items():
            seal(name, content, folder)


if __name__ == "__main__":
    main()
