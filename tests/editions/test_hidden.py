"""What an edition has no address for, whether its items or its day leave it out."""

from datetime import date

from synlighed.addresses import hidden_addresses
from synlighed.edition import narrow
from synlighed.model.news import News
from synlighed.urls import handbook_url, item_url
from synlighed.visibility import Edition
from tests.newsletter.issues import catalogue_of, news
from tests.pages.real import contact

DAY = date(2026, 11, 23)


def test_pages_of_the_inside_are_hidden_also_when_no_item_is() -> None:
    """The handbook is for those who write; prose outside must not lead there."""
    whole = catalogue_of(contact(visibility="offentlig"))
    assert handbook_url(News.kind) in hidden_addresses(whole, narrow(whole, Edition.PUBLIC, DAY))
    assert hidden_addresses(whole, narrow(whole, Edition.INTERNAL, DAY)) == set()


def test_what_is_still_to_come_has_no_address_inside_either() -> None:
    coming = news(date="24. november 2026")
    whole = catalogue_of(coming, contact())
    hidden = hidden_addresses(whole, narrow(whole, Edition.INTERNAL, DAY))
    assert item_url(coming) in hidden
