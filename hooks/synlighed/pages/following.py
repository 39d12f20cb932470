"""What each feed is called, and where its readers see the same on the site."""

from synlighed.model.facets import facets_of
from synlighed.model.news import News
from synlighed.model.newsletters import Newsletter
from synlighed.newsfeeds import EVERYTHING, ISSUES, NEW, NewsFeed
from synlighed.pages.facets import title_of_value
from synlighed.pages.here import Here
from synlighed.urls import facet_url, kind_url

_CALLED = {
    EVERYTHING.of: ("Nyheder og nyhedsbreve", "Hver nyhed, når den kommer, og hvert nyhedsbrev."),
    ISSUES.of: ("Nyhedsbrevet", "Hvert nyhedsbrev, når det udkommer, og ikke andet."),
    NEW.of: (
        "Nyt i kataloget",
        "Kort om nye apps, services, projekter, erfaringer og meget andet.",
    ),
}


def name_of(feed: NewsFeed, here: Here) -> str:
    """What a feed is called among the others."""
    if feed.of in _CALLED:
        return _CALLED[feed.of][0]
    facet = next(facet for facet in facets_of(News) if facet.slug == feed.of)
    return title_of_value(News, facet, feed.value, here)


def summary_of(feed: NewsFeed) -> str:
    """What a feed brings, in a sentence; empty when its name says it all."""
    return _CALLED[feed.of][1] if feed.of in _CALLED else ""


def page_of(feed: NewsFeed, here: Here) -> str:
    """The address of the page that says the same."""
    if feed.of == NEW.of:
        return ""
    if feed.of in _CALLED:
        kind = Newsletter if Newsletter.kind.key in here.catalogue.model else News
        return kind_url(kind.kind)
    return facet_url(News.kind, feed.of, feed.value)
