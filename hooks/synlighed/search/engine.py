"""What the browser searches with: libraries from npm, beside those of `docs/assets/search/`."""

from collections.abc import Iterator, Mapping

from synlighed.sitepage import SiteFile

_FOLDER = "assets/search/"
# Only the tools of developers ask for it, and it is not there.
_SOURCE_MAP = b"//# sourceMappingURL="


def engine_files(vendored: Mapping[str, bytes]) -> Iterator[SiteFile]:
    """The libraries and their licences.

    Args:
        vendored: What is installed from npm, by the names it is published under.
    """
    for name, content in vendored.items():
        code, _, _ = content.partition(_SOURCE_MAP)
        yield SiteFile(f"{_FOLDER}{name}", code)
