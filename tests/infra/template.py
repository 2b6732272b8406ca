"""Reads the template of the cloud, its short forms such as `!Ref` written out as CloudFormation writes them."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

PATH = Path(__file__).parents[2] / "infra" / "template.yaml"

Json = dict[str, Any]


class _Loader(yaml.SafeLoader):
    """Knows the tags of CloudFormation."""


def _long_form(loader: yaml.SafeLoader, name: str, node: yaml.Node) -> Json:
    value: Any
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        raise yaml.YAMLError(f"a mapping under !{name}")
    if name == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {name if name == "Ref" else f"Fn::{name}": value}


_Loader.add_multi_constructor("!", _long_form)


def read_template() -> Json:
    """The whole template, of which whoever asks may change what they like."""
    return deepcopy(_template())


@cache
def _template() -> Json:
    template: Json = yaml.load(PATH.read_text(encoding="utf-8"), _Loader)
    return template


def resource(name: str) -> Json:
    """One resource."""
    found: Json = read_template()["Resources"][name]
    return found


def table_shape() -> Json:
    """What CreateTable takes of the table's definition: the rest is set by CloudFormation afterwards."""
    properties = resource("People")["Properties"]
    return {name: properties[name] for name in ("AttributeDefinitions", "KeySchema", "BillingMode")}
