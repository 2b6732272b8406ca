"""Reads a YAML file the way authors think it reads: the same key twice is a fault, not a silent loss."""

from pathlib import Path

import yaml

try:
    from yaml import CSafeLoader as FastestLoader
except ImportError:  # a PyYAML that was built without libyaml
    from yaml import SafeLoader as FastestLoader  # type: ignore[assignment]


class YamlFault(ValueError):
    """The file is no YAML, or says the same key twice."""


class _StrictLoader(FastestLoader):
    """PyYAML keeps the last of two equal keys and says nothing; this one complains. Builds plain values only."""


def _mapping(loader: FastestLoader, node: yaml.MappingNode) -> dict[object, object]:
    pairs = loader.construct_pairs(node, deep=True)
    keys = [str(key) for key, _ in pairs]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise YamlFault(f"{', '.join(twice)}: written twice")
    return dict(pairs)


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_yaml(path: Path) -> object:
    """What the file says; an empty file says an empty mapping. Raises YamlFault, which does not name the file."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_StrictLoader)  # noqa: S506 - a safe one
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        raise YamlFault(" ".join(str(fault).split())) from fault
    return {} if content is None else content
