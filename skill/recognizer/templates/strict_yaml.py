"""Reads YAML strictly: the same key twice in a mapping is a fault, where PyYAML silently loses the first."""

from collections import Counter
from functools import lru_cache
from pathlib import Path

import yaml

try:
    from yaml import CSafeLoader as FastestLoader
except ImportError:  # a PyYAML that was built without libyaml
    from yaml import SafeLoader as FastestLoader  # type: ignore[assignment]


_FILES_KEPT = 128
"""More than the files of a language, which its locales have in common."""


class YamlFault(ValueError):
    """The file is not valid YAML, or has the same key twice."""


class _StrictLoader(FastestLoader):
    """A loader of plain values that raises YamlFault for two equal keys, of which PyYAML would keep the last."""


def _mapping(loader: FastestLoader, node: yaml.MappingNode) -> dict[object, object]:
    pairs = loader.construct_pairs(node, deep=True)
    keys = [str(key) for key, _ in pairs]
    if twice := sorted(key for key, times in Counter(keys).items() if times > 1):
        raise YamlFault(f"{', '.join(twice)}: written twice")
    return dict(pairs)


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_yaml(path: Path) -> object:
    """The content of the file, or {} for an empty one. Raises OSError, and YamlFault, which does not name the file."""
    try:
        return _said(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        raise YamlFault(" ".join(str(fault).split())) from fault


@lru_cache(maxsize=_FILES_KEPT)
def _said(text: str) -> object:
    """The content of this text, cached: callers must not change it."""
    content = yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - a safe one
    return {} if content is None else content
