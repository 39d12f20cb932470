"""MkDocs events that write how the built site is served, when all of it is there."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from synlighed.serving import NOT_YET, URI, needed_by, nginx

_command = ""


def on_startup(command: str, dirty: bool) -> None:
    """Notes how MkDocs was called."""
    global _command
    _command = command


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Lets pages link to the file before it can be made."""
    files.append(File.generated(config, URI, content=NOT_YET))
    return files


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Writes the file; a preview is served by MkDocs itself."""
    if _command == "build":
        site = Path(config.site_dir)
        text = nginx(needed_by(_pages(site)), config.site_url or "", config.extra["edition"])
        (site / URI).write_text(text, encoding="utf-8")


def _pages(site: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), file.read_bytes()
