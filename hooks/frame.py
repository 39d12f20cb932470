"""What stands around the content of every page: the theme, and all that it is filled in with."""

import re
import secrets
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from synlighed.digest import digest
from synlighed.navigation import is_all_titled
from synlighed.state.program import program_digest

_ASKED = re.compile(rb"has_page\([\"']([^\"']+)[\"']\)")


def frame_of(config: MkDocsConfig, docs: Files, there: Container[str]) -> bytes:
    """The digest of what stands around the content of every page.

    Args:
        config: The configuration.
        docs: The pages written by hand.
        there: The uris of all that is made of data.
    """
    configuration = Path(config.config_file_path).read_bytes()
    if b"INHERIT" in configuration or b"!ENV" in configuration:
        # More than this file says what the frame is; nothing made before is believed.
        configuration += secrets.token_bytes()
    theme = sorted(Path(config.theme.custom_dir or ".").rglob("*.html"))
    blocks = [file.read_bytes() for file in theme]
    return digest(
        program_digest(),
        configuration,
        repr((config.extra["edition"], config.extra["feedback"], config.nav)),
        repr((config.site_url, config.use_directory_urls, config.theme.name)),
        *blocks,
        *_there(blocks, there),
        *_untitled(config, docs),
    )


def _there(blocks: Iterable[bytes], there: Container[str]) -> Iterator[bytes]:
    """The pages and files that the theme leads to if they are there, without those that are not."""
    for asked in sorted({asked for block in blocks for asked in _ASKED.findall(block)}):
        yield asked if asked.decode() in there else b""


def _untitled(config: MkDocsConfig, docs: Files) -> Iterator[bytes]:
    """The pages whose own titles may stand in the navigation."""
    if not is_all_titled(config.nav):
        yield from (file.content_bytes for file in docs.documentation_pages())
