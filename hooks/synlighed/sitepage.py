"""What a compiled site consists of; a renderer needs to know nothing else."""

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from synlighed.digest import digest

# A text to begin with is found fifteen times as fast as a place where a word begins.
_ID = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True)
class Heading:
    """A heading inside a page that can be linked to."""

    id: str
    title: str


@dataclass(frozen=True)
class SitePage:
    """A page: HTML to be set in the frame of the site."""

    uri: str
    """Its source as renderers name it: `apps/mit-sygehus.md`, `apps/index.md`."""
    title: str
    """Plain text."""
    body: str
    """The content as HTML; every text in it is escaped, every link in it leads somewhere."""
    meta: Mapping[str, str | bool | tuple[str, ...]] = field(default_factory=dict)
    """`description` (plain text), `hide` (parts of the frame), `search` (False leaves it out),
    `feed` (the folder of the feed that tells the same), `mailbox` (of whoever mends it)."""
    headings: tuple[Heading, ...] = ()
    source: str = ""
    """The data file behind the page, from the root of the repository; empty if there is none."""
    section: str = ""
    """The uri of the page it belongs under; empty for pages of the navigation."""

    @property
    def url(self) -> str:
        """Its address from the root of the site: `apps/mit-sygehus/`, empty for the front page."""
        path = self.uri.removesuffix(".md")
        if path == "index":
            return ""
        return path.removesuffix("/index") + "/"

    def outline(self) -> "Outline":
        """What is left of the page without its content."""
        around = (self.title, self.meta, self.headings, self.source, self.section)
        return Outline(
            uri=self.uri,
            title=self.title,
            source=self.source,
            section=self.section,
            anchors=tuple(_ID.findall(self.body)),
            digest=digest(repr(around), self.body),
        )

    def packed(self) -> "Callable[[], SitePage]":
        """What makes the page again, and takes a fifth of its room until then."""
        rest, body = replace(self, body=""), zlib.compress(self.body.encode(), 1)
        return lambda: replace(rest, body=zlib.decompress(body).decode())


@dataclass(frozen=True)
class Outline:
    """What must be known of a page that is not made again."""

    uri: str
    title: str
    source: str
    section: str
    anchors: tuple[str, ...]
    """The ids inside the page, which links may lead to."""
    digest: bytes
    """What tells the page from every other version of it."""


@dataclass(frozen=True)
class Plan:
    """A page of the site: what is known of it already, and how to get the whole of it."""

    outline: Outline
    compose: Callable[[], SitePage]


@dataclass(frozen=True)
class SiteFile:
    """A file published as it is."""

    uri: str
    content: bytes

    @cached_property
    def digest(self) -> bytes:
        """What tells its content from every other."""
        return digest(self.content)

    def packed(self) -> "SiteFile":
        """The same in an eighth of its room, for who makes all of them before one is written."""
        return KnownFile(
            self.uri, self.digest, partial(zlib.decompress, zlib.compress(self.content, 1))
        )


class KnownFile(SiteFile):
    """A file of which it is known what it holds, so that its content is made only if need be."""

    def __init__(self, uri: str, digest: bytes, make: Callable[[], bytes]) -> None:
        """Takes what is known of it, and what makes its content."""
        self.__dict__.update(uri=uri, digest=digest, _make=make)

    @property
    def content(self) -> bytes:
        """Its content, made anew."""
        made: bytes = self.__dict__["_make"]()
        return made


@dataclass(frozen=True)
class Site:
    """Everything the data becomes."""

    pages: tuple[SitePage, ...]
    files: tuple[SiteFile, ...]


@dataclass(frozen=True)
class SitePlan:
    """Everything the data becomes, with the pages made only when they are asked for."""

    pages: tuple[Plan, ...]
    files: tuple[SiteFile, ...]
    explained: Callable[[str, str], str]
    """Gives the HTML of a page written by hand, at an address, with its abbreviations explained and
    a word of when it should have been reviewed."""
    explanations: bytes
    """What tells all that this adds from every other version of it."""


@dataclass(frozen=True)
class Settings:
    """What the compile must be told, since it reads no configuration."""

    site_url: str = "/"
    """Where the site is published; ends with `/`."""
    is_preview: bool = False
    """Whether it is for editors, who see also what is still to come out."""
