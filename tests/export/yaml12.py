"""YAML as an editor reads it: the core schema of YAML 1.2, which VS Code's extension uses.

It makes numbers of `2014` and `1.10` and a boolean of `true`, but leaves `ja`, `NO`, `13:00` and
`2026-11-23` as text. Source: https://yaml.org/spec/1.2.2/#103-core-schema
"""

import re
from typing import Any

import yaml


class CoreLoader(yaml.SafeLoader):
    """Resolves plain scalars by the core schema, and by nothing else."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, form, begins in [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
        r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        list("-+0123456789."),
    ),
]:
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{form})$"), begins
    )


def _integer(loader: CoreLoader, node: yaml.ScalarNode) -> int:
    text = loader.construct_scalar(node)
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


CoreLoader.add_constructor("tag:yaml.org,2002:int", _integer)


def as_editor(text: str) -> Any:
    """What an editor that knows YAML 1.2 takes a file to hold."""
    return yaml.load(text, Loader=CoreLoader)
