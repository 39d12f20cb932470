"""Pages of a small catalogue, compiled and read as a browser reads them."""

import re
from functools import cache

from synlighed.catalogue import Catalogue
from synlighed.site import Settings, Site, SitePage, compile_site
from tests.export.sample import catalogue
from tests.site.html import Page, read_text

SETTINGS = Settings("https://maaleriet.example/")


@cache
def compiled() -> Site:
    """The site of the small catalogue that the exports are tested with."""
    return compile_site(catalogue(), SETTINGS)


def page_of(site: Site, url: str) -> SitePage:
    """The page at an address."""
    return next(page for page in site.pages if page.url == url)


def file_of(site: Site, uri: str) -> str:
    """A file as text."""
    return next(file.content for file in site.files if file.uri == uri).decode()


def read(page: SitePage) -> Page:
    """A page's own content, parsed."""
    return read_text(f"<!doctype html><title>x</title><main>{page.body}</main>")


def compile_small(catalogue: Catalogue) -> Site:
    """The site of any catalogue."""
    return compile_site(catalogue, SETTINGS)


def as_kept(body: str) -> str:
    """A body as expected files keep it: without empty lines, and icons named only."""
    body = re.sub(r"<svg\b.*?</svg>", "<svg/>", body, flags=re.DOTALL)
    return "".join(f"{line.rstrip()}\n" for line in body.splitlines() if line.strip())
