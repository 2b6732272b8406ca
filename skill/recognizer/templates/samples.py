"""The samples of a template as they are said: the phrases of a level of warning written in, slots kept."""

from collections.abc import Iterable, Iterator, Mapping


def written_out(samples: Iterable[str], phrases: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Each sample once, or once for each phrase of the level that it has a place for."""
    for sample in samples:
        level = next((level for level in phrases if f"{{{level}}}" in sample), None)
        if level is None:
            yield sample
        else:
            yield from (sample.replace(f"{{{level}}}", phrase) for phrase in phrases[level])
