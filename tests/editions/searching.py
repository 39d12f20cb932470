"""Every byte of a published folder, also what is compressed or folded."""

import gzip
from collections.abc import Iterator, Mapping

from tests.feeds.lint import unfolded


def found_in(files: Mapping[str, bytes], word: str) -> Iterator[str]:
    """The files of a folder in which, or in whose names, a word stands in any case."""
    needle = word.lower().encode()
    for name, content in files.items():
        plain = gzip.decompress(content) if name.endswith(".gz") else content
        if name.endswith(".ics"):
            plain = unfolded(plain)
        if needle in name.lower().encode() or needle in plain.lower():
            yield name
