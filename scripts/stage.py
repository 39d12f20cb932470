#!/usr/bin/env python3
"""Writes the compiled pages and files, with the prose of `docs/`, for another renderer."""

import inside  # noqa: I001 - must come first
import shutil
import sys
from pathlib import Path

import yaml
from arguments import Arguments
from synlighed import environment
from synlighed.catalogue import compile_catalogue
from synlighed.load import load
from synlighed.memory import making_what_is_kept
from synlighed.model import discover
from synlighed.problems import as_text
from synlighed.site import Settings, compile_site
from synlighed.staging import write

DOCS = inside.ROOT / "docs"


def main() -> int:
    arguments = Arguments("Skriver alle sider og filer i en mappe, som et andet program kan bygge.")
    arguments.add_argument("--out", required=True, metavar="MAPPE", help="hvor de skal skrives")
    out = Path(arguments.parse_args().out)
    wrong = _mistake_in_call(out)
    if wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    folder, shown_as = environment.data_folder(inside.ROOT)
    with making_what_is_kept():
        loaded = load(folder, discover(), shown_as=shown_as)
        catalogue, problems = compile_catalogue(loaded, environment.today())
    if catalogue is None:
        sys.stderr.write(as_text(problems))
        return 1
    site = compile_site(catalogue, Settings(_site_url()))
    try:
        shutil.copytree(DOCS, out, dirs_exist_ok=True)
        number = write(site, out)
    except OSError as error:
        sys.stderr.write(f"Der kan ikke skrives i {out}: {error.strerror or error}.\n")
        return 1
    print(f"Skrev {number} sider og filer fra data, og siderne fra docs/, i {out}")
    return 0


def _mistake_in_call(out: Path) -> str:
    """What is wrong with the folder to write in, in a sentence; empty when nothing is."""
    if out.exists() and not out.is_dir():
        return f"{out} er ikke en mappe: vælg en anden."
    if out.exists() and any(out.iterdir()):
        return f"Mappen {out} er ikke tom: vælg en ny, eller tøm den først."
    if out.resolve().is_relative_to(DOCS):
        return f"Mappen {out} ville blive kopieret ind i sig selv. Vælg en mappe uden for docs/."
    return ""


def _site_url() -> str:
    """The address in mkdocs.yml, read without the tags that only MkDocs understands."""
    text = (inside.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    plain = yaml.compose(text, Loader=yaml.CSafeLoader)
    found = {key.value: value.value for key, value in plain.value} if plain else {}
    return str(found.get("site_url", "")).rstrip("/") + "/"


if __name__ == "__main__":
    inside.run(main)
