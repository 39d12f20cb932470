"""Where a tool is to be had, and the files of those that readers may see."""

from collections.abc import Iterator
from dataclasses import dataclass

from synlighed.catalogue import Catalogue
from synlighed.danish.numbers import format_number
from synlighed.downloads import Download, download_url
from synlighed.model.tools import Tool
from synlighed.pages.here import Here
from synlighed.sitepage import SiteFile

FIELDS = frozenset({"file", "url"})
"""The fields that are told of here."""

_ENDINGS = {"csv": "CSV", "txt": "tekst"}


@dataclass(frozen=True)
class Way:
    """Where a tool is to be had."""

    file: str
    """The link to its file; empty when there is none."""
    name: str
    size: str
    """What the file is, and how large: `CSV, 2 kB`."""
    url: str


def way_to(tool: Tool, here: Here) -> Way:
    """Where a tool is to be had."""
    url = str(tool.url or "")
    if not tool.file:
        return Way("", "", "", url)
    found = here.catalogue.download(tool.file)
    return Way(here.link(download_url(found.name)), found.name, _size(found), url)


def download_files(catalogue: Catalogue) -> Iterator[SiteFile]:
    """Each file that some tool leads to, byte for byte; none that only hidden tools do."""
    if Tool.kind.key in catalogue.model:
        tools = (tool for tool in catalogue.items(Tool.kind.key) if isinstance(tool, Tool))
        for name in sorted({tool.file for tool in tools if tool.file}):
            yield SiteFile(download_url(name), catalogue.download(name).content)


def _size(download: Download) -> str:
    kilobytes = max(1, round(len(download.content) / 1024))
    return f"{_ENDINGS[download.name.rpartition('.')[2]]}, {format_number(kilobytes)} kB"
