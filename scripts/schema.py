#!/usr/bin/env python3
"""Writes the JSON Schemas of the data files to `data/schema/`, where editors look for them."""

import inside  # noqa: I001 - must come first
import sys

from arguments import Arguments
from synlighed import environment
from synlighed.export.schema import data_schemas
from synlighed.load import load
from synlighed.load.placing import SCHEMAS
from synlighed.model import discover


def main() -> int:
    arguments = Arguments("Skriver skemaerne i data/schema/, som VS Code hjælper redaktører med.")
    arguments.parse_args()
    folder, shown_as = environment.data_folder(inside.ROOT)
    model = discover()
    site = load(folder, model, shown_as=shown_as).site
    if site is None:
        sys.stderr.write("site.yml kan ikke læses: kør scripts/check.py, og ret den først.\n")
        return 1
    (folder / SCHEMAS).mkdir(exist_ok=True)
    for name, content in data_schemas(model, site).items():
        (folder / SCHEMAS / name).write_bytes(content)
        print(f"{shown_as}/{SCHEMAS}/{name}")
    return 0


if __name__ == "__main__":
    inside.run(main)
