"""Old addresses: a page at each former id that leads to where the item is now."""

from collections.abc import Iterator

from synlighed.addresses import FAVICON, former_url, item_url
from synlighed.pages.here import Here, render
from synlighed.sitepage import Settings, SiteFile


def redirect_files(here: Here, settings: Settings) -> Iterator[SiteFile]:
    """A redirect for every former id. Plain HTML, since the published site is only files."""
    for kind in here.catalogue.model:
        for item in here.catalogue.items(kind.kind.key):
            for former in item.former_ids:
                there = here.at(former_url(item, former))
                html = render(
                    "redirect.html",
                    there,
                    title=item.title,
                    href=there.to_item(item),
                    favicon=there.link(FAVICON),
                    canonical=settings.site_url + item_url(item),
                )
                yield SiteFile(f"{there.url}index.html", html.encode())
