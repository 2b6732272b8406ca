"""Replaces the placeholder for a level of warning in samples by the phrases of that level; slots are kept."""

from collections.abc import Iterable, Iterator, Mapping


def written_out(samples: Iterable[str], phrases: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Each sample, or if it has a placeholder, one sample for each phrase."""
    for sample in samples:
        level = next((level for level in phrases if f"{{{level}}}" in sample), None)
        if level is None:
            yield sample
        else:
            yield from (sample.replace(f"{{{level}}}", phrase) for phrase in phrases[level])
