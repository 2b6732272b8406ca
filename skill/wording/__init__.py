"""Numbers, sides, times and filled phrases as words of a language."""

from skill.wording.wording import Wording

__all__ = ["Wording"]
