"""The pages and files of the compiled site, as MkDocs knows them."""

import html
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from synlighed.sitepage import Outline, Plan, SiteFile, SitePage

_CONTENT = "indhold"
"""The id of every page's h1, where the skip link leads."""


class CompiledFile(File):
    """A page or file of the compiled site."""

    plan: Plan | None = None
    """How to make it, until it is made; only pages have one."""
    ready: SiteFile | None = None
    """What it holds, until that is written; pages have none."""
    digest: bytes = b""
    """Of everything it shows; worked out only when builds are dirty."""
    is_up_to_date = False

    def is_modified(self) -> bool:
        """Whether it is missing in the published folder as it should be."""
        return not self.is_up_to_date

    def copy_file(self, dirty: bool = False) -> None:
        """Writes it, and lets go of what is written: of 10,000 items it is a hundred MB."""
        if self.ready and not (dirty and self.is_up_to_date):
            self.content_bytes = self.ready.content
        super().copy_file(dirty)
        self.content_bytes, self.ready = b"", None


class CompiledPage(Page):
    """A page that needs no rendering."""

    def __init__(
        self, outline: Outline, title: str | None, file: File, config: MkDocsConfig
    ) -> None:
        super().__init__(title, file, config)
        self.outline = outline
        source = outline.source
        # Data from elsewhere than the repository cannot be edited there.
        if source and not Path(source).is_absolute() and config.edit_uri:
            root = urljoin(config.repo_url or "", config.edit_uri)
            self.edit_url = urljoin(root, f"../{source}")
        # What other pages need of it, also when it is not rendered; the theme does not escape.
        self.markdown = ""
        self._title_from_render = html.escape(outline.title)
        self.present_anchor_ids = set(outline.anchors)

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing: MkDocs reads all pages before it writes the first, which takes much room."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Says that there is nothing to render."""
        self.content, self.links_to_anchors = "", {}

    def fill(self) -> None:
        """Takes what stands on the page, just before it is set in its frame."""
        assert isinstance(self.file, CompiledFile) and self.file.plan
        page = self.file.plan.compose()
        self.content, self.meta, self.toc = page.body, _meta(page), _toc(page)

    def empty(self) -> None:
        """Lets go of it, once the page is written: of 10,000 it is some hundred MB."""
        assert isinstance(self.file, CompiledFile)
        self.content, self.file.plan = "", None


def _toc(page: SitePage) -> TableOfContents:
    top = AnchorLink(html.escape(page.title), _CONTENT, 1)
    top.children = [
        AnchorLink(html.escape(heading.title), heading.id, 2) for heading in page.headings
    ]
    return TableOfContents([top])


def _meta(page: SitePage) -> dict[str, Any]:
    """The page's name and description, escaped, since the theme does not escape them."""
    meta: dict[str, Any] = {"hide": list(page.meta.get("hide", ()))}  # type: ignore[arg-type]
    if page.url:
        meta["title"] = html.escape(page.title)
    if page.meta.get("description"):
        meta["description"] = html.escape(str(page.meta["description"]))
    for key in ("feed", "mailbox"):
        if page.meta.get(key):
            meta[key] = page.meta[key]
    return meta
