"""MkDocs events, and nothing else: hands the compiled site to MkDocs as pages and files.

The pages are HTML already, so they pass MkDocs' Markdown by; everything about what stands on them
is in the package `synlighed`, which knows no MkDocs.
"""

import html
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from synlighed import environment
from synlighed.catalogue import Catalogue, compile_catalogue
from synlighed.load import load
from synlighed.memory import making_what_is_kept
from synlighed.model import discover
from synlighed.problems import as_text, summary
from synlighed.site import Settings, Site, SitePage, compile_site

log = logging.getLogger("mkdocs.hooks.compile")

_ID = re.compile(r'\bid="([^"]+)"')
_CONTENT = "indhold"
"""The id of every page's h1, where the skip link leads."""


class CompiledPage(Page):
    """A page that needs no rendering."""

    def __init__(
        self, compiled: SitePage, title: str | None, file: File, config: MkDocsConfig
    ) -> None:
        super().__init__(title, file, config)
        self.compiled = compiled
        # Data from elsewhere than the repository cannot be edited there.
        if compiled.source and not Path(compiled.source).is_absolute() and config.edit_uri:
            root = urljoin(config.repo_url or "", config.edit_uri)
            self.edit_url = urljoin(root, f"../{compiled.source}")

    def read_source(self, config: MkDocsConfig) -> None:
        """Takes the page's name and description, escaped, since the theme does not escape them."""
        self.markdown = ""
        self.meta = _meta(self.compiled)
        self._title_from_render = html.escape(self.compiled.title)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Takes the page's content as it is."""
        self.content = self.compiled.body
        self.present_anchor_ids = set(_ID.findall(self.content))
        self.links_to_anchors = {}
        top = AnchorLink(html.escape(self.compiled.title), _CONTENT, 1)
        top.children = [
            AnchorLink(html.escape(heading.title), heading.id, 2)
            for heading in self.compiled.headings
        ]
        self.toc = TableOfContents([top])


def _meta(page: SitePage) -> dict[str, Any]:
    meta: dict[str, Any] = {"hide": list(page.meta.get("hide", ()))}  # type: ignore[arg-type]
    if page.url:
        meta["title"] = html.escape(page.title)
    if page.meta.get("description"):
        meta["description"] = html.escape(str(page.meta["description"]))
    if page.meta.get("search") is False:
        meta["search"] = {"exclude": True}
    return meta


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Compiles before MkDocs touches the published folder: a mistake leaves it as it was."""
    root = Path(config.config_file_path).parent
    data, shown_as = environment.data_folder(root)
    # Here and not in mkdocs.yml, where a missing folder is an error in English, before ours.
    config.watch.append(str(data))
    with making_what_is_kept():
        catalogue = _checked_catalogue(data, shown_as)
        config.extra["compiled"] = compile_site(catalogue, Settings(config.site_url or "/"))
    return config


def _checked_catalogue(data: Path, shown_as: str) -> Catalogue:
    loaded = load(data, discover(), shown_as=shown_as)
    try:
        today = environment.today()
    except environment.SettingError as error:
        raise PluginError(str(error)) from None
    catalogue, problems = compile_catalogue(loaded, today)
    if catalogue is None:
        raise PluginError(f"Data kan ikke bruges, som de er.\n\n{as_text(problems)}")
    if problems:
        log.info("%s Se dem med scripts/check.py.", summary(problems))
    return catalogue


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the compiled pages and files to those of `docs/`."""
    site: Site = config.extra.pop("compiled")
    titles = dict(_titles(config.nav))
    written = {file.dest_uri: file.src_uri for file in files}
    for page in site.pages:
        file = _generated(page.uri, page.body, written, config)
        files.append(file)
        CompiledPage(page, titles.get(page.uri), file, config)
        file.inclusion = (
            InclusionLevel.INCLUDED if page.uri in titles else InclusionLevel.NOT_IN_NAV
        )
    for other in site.files:
        files.append(_generated(other.uri, other.content, written, config))
    return files


def _generated(
    uri: str, content: str | bytes, written: Mapping[str, str], config: MkDocsConfig
) -> File:
    file = File.generated(config, uri, content=content)
    if by_hand := written.get(file.dest_uri):
        raise PluginError(f"docs/{by_hand} ligger, hvor en side fra data skal ligge. Flyt den.")
    return file


def _titles(nav: Any) -> Iterator[tuple[str, str]]:
    """The titles that the navigation gives pages, by their uris."""
    if isinstance(nav, list):
        for entry in nav:
            yield from _titles(entry)
    elif isinstance(nav, dict):
        for title, target in nav.items():
            if isinstance(target, str):
                yield target, title
            else:
                yield from _titles(target)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Puts each page under the page it belongs to, for the path and the open tab.

    Not into the navigation itself: the theme walks that for every page, so 5,000 entries would
    cost the square of it.
    """
    for file in files.documentation_pages():
        page = file.page
        if isinstance(page, CompiledPage) and page.compiled.section:
            section = files.get_file_from_path(page.compiled.section)
            if section and section.page:
                page.parent = section.page  # type: ignore[assignment]
    return nav


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Keeps showing the last good site while a mistake stands; MkDocs would let readers wait."""
    rebuild = server.builder

    def keep_answering() -> None:
        try:
            rebuild()
        except Exception:
            # MkDocs has told of it already.
            log.info("Sitet vises, som det var, indtil fejlen er rettet.")

    server.builder = keep_answering
    return server


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Lets go of what a written page no longer needs: 10,000 of them are some hundred MB."""
    if isinstance(page, CompiledPage):
        page.content = page.file.content_string = ""
        del page.compiled
    return output
