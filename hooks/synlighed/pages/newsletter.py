"""The newsletter: the newest issue first, then the others year by year."""

from collections.abc import Iterator
from functools import partial

from synlighed.addresses import PER_PAGE, listed_pages
from synlighed.catalogue import Catalogue
from synlighed.danish.numbers import count
from synlighed.model.news import News
from synlighed.model.newsletters import Newsletter
from synlighed.newsfeeds import ISSUES
from synlighed.pages.here import Here, render
from synlighed.pages.issue import issue_of
from synlighed.pages.paging import page_links
from synlighed.pages.recipe import Recipe
from synlighed.sitepage import SitePage
from synlighed.urls import kind_url, page_uri, year_url

KIND = Newsletter.kind
_SHOWN = 6
"""So many issues before the newest stand on its page; the rest are found by their years."""


def newsletter_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """The page of the newest issue, and a page or more for each year."""
    if KIND.key not in catalogue.model:
        return
    yield Recipe(kind_url(KIND), _newest)
    for year in catalogue.years_out(KIND.key):
        number = catalogue.count_out(KIND.key, year)
        for page in range(1, listed_pages(KIND, number) + 1):
            yield Recipe(year_url(KIND, year, page), partial(_year, year, page))


def _newest(here: Here) -> SitePage:
    news = kind_url(News.kind) if News.kind.key in here.catalogue.model else ""
    newest, *before = here.catalogue.window(KIND.key, 0, _SHOWN + 1) or (None,)
    body = render(
        "newsletter.html",
        here,
        kind=KIND,
        issue=issue_of(newest, here) if isinstance(newest, Newsletter) else None,
        before=before,
        years=_years(here),
        news=here.link(news) if news else "",
    )
    return SitePage(
        uri=page_uri(here.url),
        title=KIND.many,
        body=body,
        meta={
            "description": KIND.intro,
            "hide": ("navigation", "toc"),
            "feed": ISSUES.folder,
        },
        section=page_uri(news) if news else "",
    )


def _year(year: int, page: int, here: Here) -> SitePage:
    number, size = here.catalogue.count_out(KIND.key, year), PER_PAGE[KIND.listing]
    last = listed_pages(KIND, number)
    title = f"{KIND.many} {year}"
    body = render(
        "newsletters.html",
        here,
        kind=KIND,
        title=title,
        issues=here.catalogue.out(KIND.key, year, (page - 1) * size, page * size),
        total=count(number, KIND.one, KIND.several),
        page=page,
        pages=page_links(here, page, last, partial(year_url, KIND, year)),
        years=_years(here),
        year=year,
    )
    return SitePage(
        uri=page_uri(here.url),
        title=title if page == 1 else f"{title}, side {page}",
        body=body,
        meta={"hide": ("navigation", "toc"), "search": False},
        section=page_uri(kind_url(KIND)),
    )


def _years(here: Here) -> list[tuple[int, str]]:
    """The years there are, the last first, and where each is."""
    return [(year, here.link(year_url(KIND, year))) for year in here.catalogue.years_out(KIND.key)]
