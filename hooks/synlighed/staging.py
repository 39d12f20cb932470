"""A compiled site as a folder of Markdown pages and files, which any renderer reads."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

import yaml

from synlighed.sitepage import Site, SitePage

# Markdown ends a block of HTML at an empty line, so none may be left; inside <pre> they are text.
_EMPTY_LINES = re.compile(r"\n[ \t]*(?=\n)")
_PRE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)


def stage(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every page and file of a site, by its path in the folder."""
    for page in site.pages:
        yield page.uri, as_markdown(page).encode()
    for file in site.files:
        yield file.uri, file.content


def as_markdown(page: SitePage) -> str:
    """A page as Markdown: front matter, then its content as one block of HTML.

    Title and description are escaped: the themes of MkDocs set them as they are.
    """
    meta: dict[str, object] = {"title": escape(page.title)}
    if page.meta.get("description"):
        meta["description"] = escape(str(page.meta["description"]))
    if hidden := page.meta.get("hide"):
        meta["hide"] = list(hidden)  # type: ignore[arg-type]
    if page.meta.get("search") is False:
        meta["search"] = {"exclude": True}
    matter = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)
    parts = _PRE.split(page.body)
    parts[::2] = [_EMPTY_LINES.sub("", part) for part in parts[::2]]
    parts[1::2] = [_EMPTY_LINES.sub("&#10;", part) for part in parts[1::2]]
    return f"---\n{matter}---\n\n{''.join(parts).strip()}\n"


def write(files: Iterable[tuple[str, bytes]], folder: Path) -> int:
    """Writes files into a folder; gives how many there were.

    Raises:
        OSError: the folder cannot be written.
    """
    number = 0
    for uri, content in files:
        target = folder / uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        number += 1
    return number
