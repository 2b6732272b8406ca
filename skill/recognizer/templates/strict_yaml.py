"""Reads a YAML file the way authors think it reads: the same key twice is a fault, not a silent loss."""

from collections import Counter
from functools import lru_cache
from pathlib import Path

import yaml

try:
    from yaml import CSafeLoader as FastestLoader
except ImportError:  # a PyYAML that was built without libyaml
    from yaml import SafeLoader as FastestLoader  # type: ignore[assignment]


_FILES_KEPT = 128
"""Those of a language twice over: the locales that speak it have all of them in common."""


class YamlFault(ValueError):
    """The file is no YAML, or says the same key twice."""


class _StrictLoader(FastestLoader):
    """PyYAML keeps the last of two equal keys and says nothing; this one complains. Builds plain values only."""


def _mapping(loader: FastestLoader, node: yaml.MappingNode) -> dict[object, object]:
    pairs = loader.construct_pairs(node, deep=True)
    keys = [str(key) for key, _ in pairs]
    if twice := sorted(key for key, times in Counter(keys).items() if times > 1):
        raise YamlFault(f"{', '.join(twice)}: written twice")
    return dict(pairs)


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_yaml(path: Path) -> object:
    """What the file says; an empty file says an empty mapping. Raises YamlFault, which does not name the file."""
    try:
        return _said(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        raise YamlFault(" ".join(str(fault).split())) from fault


@lru_cache(maxsize=_FILES_KEPT)
def _said(text: str) -> object:
    """What such a text says, for all who ask: nobody changes what was read."""
    content = yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - a safe one
    return {} if content is None else content
