"""The samples of a template as they are said: phrases of pain written in, slots kept."""

from collections.abc import Iterable, Iterator

from skill.recognizer.expansion import PAIN


def written_out(samples: Iterable[str], phrases_of_pain: tuple[str, ...]) -> Iterator[str]:
    """Each sample once, or once for each phrase of pain where it has a place for one."""
    for sample in samples:
        if f"{{{PAIN}}}" in sample:
            yield from (sample.replace(f"{{{PAIN}}}", phrase) for phrase in phrases_of_pain)
        else:
            yield sample
