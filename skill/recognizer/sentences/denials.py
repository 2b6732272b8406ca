"""Detects that nothing is wrong: words that would be an alarm if they were not denied."""

from skill.content.language.warnings import Warnings


class Denials:
    """Compares the warnings of a language with the same without negations: what alarms only the latter was denied."""

    def __init__(self, warnings: Warnings) -> None:
        self._warnings = warnings
        self._deaf_to_no = warnings.but(negations=(), negators=())

    def says_all_is_well(self, words: str) -> bool:
        """Whether every warning in these words is denied; a pain named as the reason for coming is not."""
        return (
            self._warnings.level_in(words) is None
            and self._deaf_to_no.level_in(words) is not None
            and not self._deaf_to_no.is_reason_for_coming(words)
        )
