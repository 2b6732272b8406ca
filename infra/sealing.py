"""Keeps in a folder, for good, what is made of content and templates: for the locales that are named, or for all."""

import sys
from pathlib import Path

from skill.assembly import name_of, the_figures, the_library, what_reads
from skill.compiled import seal


def main() -> None:
    """The folder first, then the locales."""
    folder, locales = Path(sys.argv[1]), sys.argv[2:]
    library = the_library()
    seal("library", library, folder)
    seal("figures", the_figures(), folder)
    for locale in locales or (*library.locales, *library.languages):
        seal(name_of("reader", locale), what_reads(locale), folder)


if __name__ == "__main__":
    main()
