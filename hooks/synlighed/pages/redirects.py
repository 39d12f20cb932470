"""Old addresses: a page at each former id that leads to where the item is now."""

from collections.abc import Iterator
from functools import partial

from synlighed.addresses import FAVICON, Addresses, former_url, item_url
from synlighed.catalogue import Catalogue, Key
from synlighed.memo import Recall
from synlighed.pages.here import Here, render
from synlighed.sitepage import Settings, SiteFile


def redirect_files(
    catalogue: Catalogue, addresses: Addresses, settings: Settings, recall: Recall
) -> Iterator[SiteFile]:
    """A redirect for every former id. Plain HTML, since the published site is only files."""
    for kind in catalogue.model:
        for item in catalogue.items(kind.kind.key):
            for former in item.former_ids:
                url = former_url(item, former)
                make = partial(_html, item.identity, url, addresses, settings)
                yield SiteFile(f"{url}index.html", recall.make(f"redirect/{url}<{item.id}", make))


def _html(
    identity: Key, url: str, addresses: Addresses, settings: Settings, catalogue: Catalogue
) -> bytes:
    item = catalogue.get(*identity)
    here = Here(catalogue, addresses, url)
    return render(
        "redirect.html",
        here,
        title=item.title,
        href=here.to_item(item),
        favicon=here.link(FAVICON),
        canonical=settings.site_url + item_url(item),
    ).encode()
