"""Reads the labels of the page in each language."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from skill.content.library_from_files import CONTENT_FOLDER
from skill.content.model.labels import Labels
from skill.content.reading.faults import ContentFaults, Fault
from skill.content.reading.folder import files_in
from skill.content.reading.lines import line_of
from skill.content.reading.reading import Unusable, shaped, table_of

SHELF = "page/"


def read_labels(languages: tuple[str, ...], folder: Path = CONTENT_FOLDER) -> Mapping[str, Labels]:
    """The labels by language, or `ContentFaults` with every fault of every file."""
    files = files_in(folder)
    labels: dict[str, Labels] = {}
    faults: list[Fault] = []
    for language in languages:
        name = f"{SHELF}{language}.toml"
        try:
            labels[language] = shaped(Labels, table_of(files[name]))
        except KeyError:
            faults.append(Fault(name, "", "missing"))
        except Unusable as refused:
            faults += _with_lines(name, files[name].decode("utf-8", "replace"), refused)
    if faults:
        raise ContentFaults(tuple(faults))
    return MappingProxyType(labels)


def _with_lines(name: str, text: str, refused: Unusable) -> Iterator[Fault]:
    for complaint in refused.complaints:
        yield Fault(name, complaint.path, complaint.text, line_of(text, complaint.path))
