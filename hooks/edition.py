"""MkDocs events about what is written by hand in `docs/`, and about where an edition is published.

Comes before `compile.py`, which hands over what the data become.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from synlighed import environment, prose
from synlighed.navigation import with_only
from synlighed.visibility import Edition


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Takes an outside edition away from where the inside one is kept."""
    try:
        edition = environment.edition()
    except environment.SettingError as error:
        raise PluginError(str(error)) from None
    if not edition.is_internal:
        config.site_url = (config.extra.get("site_urls") or {}).get(edition, "")
        # Those outside cannot get to the files behind the pages.
        config.edit_uri = config.repo_url = None
    config.extra["edition"] = edition
    config.extra["hidden"] = set()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leaves out the pages that the readers may not see, and what only those show."""
    edition: Edition = config.extra["edition"]
    ours = [file for file in files if file.src_dir == config.docs_dir]
    pages = {file.src_uri: file.content_string for file in ours if file.is_documentation_page()}
    others = {file.src_uri for file in ours} - pages.keys()
    try:
        shown = prose.shown(pages, others, edition)
    except prose.ProseError as error:
        raise PluginError(str(error)) from None
    if edition.is_internal:
        return files
    for file in ours:
        if file.src_uri not in shown:
            config.extra["hidden"] |= {file.src_uri, file.url}
            files.remove(file)
    if compiled := config.extra.get("compiled"):
        config.nav = with_only(config.nav, shown | {page.outline.uri for page in compiled.pages})
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lets the links to what the readers may not see become text."""
    try:
        return prose.narrowed(page.file.src_uri, markdown, config.extra["hidden"])
    except prose.ProseError as error:
        raise PluginError(str(error)) from None
