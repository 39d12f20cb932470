"""Files that are not put together again while what they are made of is what it was."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import TypeVar

from synlighed.catalogue import Catalogue
from synlighed.inverse import Key
from synlighed.memo import Once, Recall
from synlighed.sitepage import KnownFile, SiteFile

T = TypeVar("T")

SLICE = 50
"""Items whose rows are looked up together: to look up thousands one by one takes longer."""


def filed(
    recall: Recall, key: str, make: Callable[[Catalogue], Iterable[SiteFile]]
) -> Iterator[SiteFile]:
    """Some files that are made together.

    Only what tells their contents from others is remembered: who writes one anew makes it again.

    Args:
        recall: What an earlier compile made.
        key: What they are remembered under: all that making them depends on and asks nobody for.
        make: Makes them; what it makes of others by `recall` is remembered by itself.
    """
    fresh: dict[str, SiteFile] = {}

    def told(catalogue: Catalogue) -> tuple[tuple[str, bytes], ...]:
        files = tuple(make(catalogue))
        # An edit makes few of them.
        is_all = isinstance(recall, Once)
        fresh.update((file.uri, file.packed() if is_all else file) for file in files)
        return tuple((file.uri, file.digest) for file in files)

    @cache
    def contents() -> dict[str, bytes]:
        return {file.uri: file.content for file in make(recall.asking())}

    def content_of(uri: str) -> bytes:
        return contents()[uri]

    for uri, digest in recall.make(key, told):
        yield fresh.get(uri) or KnownFile(uri, digest, partial(content_of, uri))


def item_rows(
    kind: str, catalogue: Catalogue, recall: Recall, name: str, make: Callable[[Key, Catalogue], T]
) -> Iterator[T]:
    """What is made of each item of a kind, in their order; each is remembered by itself.

    Args:
        kind: The key of the kind.
        catalogue: What is asked for the items.
        recall: What an earlier compile made.
        name: What tells these rows from others of the same items.
        make: Makes one, of the item of an identity.
    """
    for start in range(0, catalogue.count(kind), SLICE):
        of_slice = partial(_rows_of_slice, kind, start, recall, name, make)
        yield from recall.make(f"{name}/{kind}/{start}", of_slice)


def _rows_of_slice(
    kind: str,
    start: int,
    recall: Recall,
    name: str,
    make: Callable[[Key, Catalogue], T],
    catalogue: Catalogue,
) -> tuple[T, ...]:
    return tuple(
        recall.make(f"{name}/{kind}/{item.id}/", partial(make, item.identity))
        for item in catalogue.window(kind, start, start + SLICE)
    )
