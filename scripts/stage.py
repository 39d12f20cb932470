#!/usr/bin/env python3
"""Writes the compiled pages and files, with the prose of `docs/`, for another renderer."""

import inside  # noqa: I001 - must come first
import sys
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

from arguments import Arguments
from configuration import site_url
from synlighed import environment, prose, serving
from synlighed.addresses import Addresses, hidden_addresses
from synlighed.catalogue import Catalogue, with_board, with_pages
from synlighed.cataloguing import compile_catalogue
from synlighed.edition import narrow
from synlighed.load import load
from synlighed.memory import making_what_is_kept
from synlighed.model import discover
from synlighed.pages.freshness import word_by_hand
from synlighed.pages.here import Here
from synlighed.problems import as_text
from synlighed.search.engine import engine_files
from synlighed.site import Settings, compile_site
from synlighed.staging import stage, write
from synlighed.status.board import Board
from synlighed.vendored import VendoredError, licenses, vendored
from synlighed.watching import watched_in

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
    edition = environment.edition()
    with making_what_is_kept():
        loaded = load(folder, discover(), shown_as=shown_as)
        pages = environment.pages_by_hand(DOCS)
        by_hand = tuple(map(prose.address_of, pages))
        today = environment.today()
        whole, problems = compile_catalogue(loaded, today, by_hand=by_hand)
    if whole is None:
        sys.stderr.write(as_text(problems))
        return 1
    catalogue = narrow(whole, edition, today)
    try:
        settings = Settings(site_url(edition))
        shown, hidden = prose.pages_of(pages, edition), prose.hidden_texts(pages, edition)
        catalogue = with_pages(catalogue, shown, hidden)
        # What works now is for the site that is published to tell.
        board = Board(environment.now().astimezone(UTC), watched_in(catalogue, settings))
        catalogue = with_board(catalogue, board)
        texts = list(_prose(catalogue, hidden_addresses(whole, catalogue)))
        site = compile_site(catalogue, settings)
        example = (serving.URI, serving.NOT_YET.encode())
        engine = [(file.uri, file.content) for file in engine_files({**vendored(), **licenses()})]
        number = write([*stage(site), *engine, example], out)
        write(texts, out)
    except (prose.ProseError, VendoredError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"Der kan ikke skrives i {out}: {error.strerror or error}.\n")
        return 1
    print(f"Skrev {number} sider og filer fra data, og {len(texts)} fra docs/, i {out}")
    return 0


def _prose(catalogue: Catalogue, hidden: set[str]) -> Iterator[tuple[str, bytes]]:
    """What is written by hand, as the edition holds it; what begins with a dot is no part of it."""
    addresses = Addresses(catalogue)
    files = {
        file.relative_to(DOCS).as_posix(): file.read_bytes()
        for file in sorted(DOCS.rglob("*"))
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(DOCS).parts)
    }
    pages = {uri: text.decode() for uri, text in files.items() if uri.endswith(".md")}
    shown = prose.shown(pages, files.keys() - pages.keys(), catalogue.edition)
    for uri in files.keys() - shown:
        hidden |= {uri, uri.removesuffix("index.md").removesuffix(".md")}
    for uri in sorted(shown):
        if uri not in pages:
            yield uri, files[uri]
            continue
        text = prose.narrowed(uri, pages[uri], hidden)
        word = word_by_hand(Here(catalogue, addresses, prose.address_of(uri)))
        yield uri, (prose.below_heading(text, word) if word else text).encode()


def _mistake_in_call(out: Path) -> str:
    """What is wrong with the folder to write in, in a sentence; empty when nothing is."""
    if out.exists() and not out.is_dir():
        return f"{out} er ikke en mappe: vælg en anden."
    if out.exists() and any(out.iterdir()):
        return f"Mappen {out} er ikke tom: vælg en ny, eller tøm den først."
    if out.resolve().is_relative_to(DOCS):
        return f"Mappen {out} ville blive kopieret ind i sig selv. Vælg en mappe uden for docs/."
    return ""


if __name__ == "__main__":
    inside.run(main)
