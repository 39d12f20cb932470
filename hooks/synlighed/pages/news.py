"""A piece of news, as its page and feeds tell it."""

from dataclasses import dataclass

from markupsafe import Markup

from synlighed.model.item import Item
from synlighed.model.news import News
from synlighed.pages.here import Here
from synlighed.pages.issue import ShownPicture, mentioned, picture_of

FIELDS = frozenset({"uid", "date", "category", "urgent", "picture", "about", "corrects"})
"""The fields that are told of here."""


@dataclass(frozen=True)
class ShownNews:
    """A piece of news, ready to be shown."""

    news: News
    category: str
    text: Markup
    picture: ShownPicture | None
    about: tuple[Item, ...]
    corrects: Item | None
    corrected_by: tuple[Item, ...]


def shown_news(news: News, here: Here) -> ShownNews:
    """A piece of news, with its links written for a page or for those who are elsewhere."""
    words = here.catalogue.site.vocabularies.news_categories
    incoming = here.catalogue.incoming(news)
    return ShownNews(
        news=news,
        category=next((word.name for word in words if word.id == news.category), ""),
        text=here.prose(news.text),
        picture=picture_of(news, here),
        about=tuple(filter(None, (mentioned(one, here) for one in news.about))),
        corrects=here.catalogue.find("news", news.corrects) if news.corrects else None,
        corrected_by=tuple(
            item for links in incoming if links.slug == "rettet-af" for item in links.items
        ),
    )
