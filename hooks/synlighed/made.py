"""Pages made of data, but of no single kind or item: what of, and so whether they are there."""

from collections.abc import Callable, Mapping

from synlighed.catalogue import Catalogue
from synlighed.model.item import Item
from synlighed.newsfeeds import has_news
from synlighed.places import (
    APPROVAL,
    LOST,
    OVERVIEW,
    PRECEDENTS,
    ROADMAP,
    SEARCH,
    STATUS,
    SUBSCRIBE,
    TALKS,
    duties_url,
)


def has_overview(catalogue: Catalogue) -> bool:
    """Whether there is a page of what is kept well and what is not: for those inside only."""
    return catalogue.edition.is_internal and bool(catalogue.model.kinds)


def follows(catalogue: Catalogue) -> bool:
    """Whether there is anything to follow."""
    return has_calendar(catalogue) or has_news(catalogue)


def approval_of(catalogue: Catalogue) -> Item | None:
    """The process that ends with a yes or a no, if readers may know of it."""
    guidance = catalogue.site.guidance
    return catalogue.find("processes", guidance.approval or "") if guidance else None


def lost_device_of(catalogue: Catalogue) -> list[Item]:
    """What one does when a device is lost: a process for each kind of owner, in order."""
    guidance = catalogue.site.guidance
    found = [catalogue.find("processes", id) for id in guidance.lost_device] if guidance else []
    return [process for process in found if process]


def talks_of(catalogue: Catalogue) -> bool:
    """Whether there is anybody to order a talk from."""
    return "ambassadors" in catalogue.model and catalogue.count("ambassadors") > 0


def is_searched(catalogue: Catalogue) -> bool:
    """Whether there is anything to be found."""
    return bool(catalogue.model.kinds or catalogue.prose)


def has_calendar(catalogue: Catalogue) -> bool:
    """Whether there is a calendar to subscribe to."""
    return "events" in catalogue.model


def tells_status(catalogue: Catalogue) -> bool:
    """Whether there is a page of how everything works: inside always, else when it has items."""
    if catalogue.edition.is_internal:
        return True
    return any(
        item.is_watched for kind in catalogue.model for item in catalogue.items(kind.kind.key)
    )


MADE_OF: Mapping[str, Callable[[Catalogue], object]] = {
    APPROVAL: approval_of,
    LOST: lost_device_of,
    OVERVIEW: has_overview,
    duties_url(): has_overview,
    PRECEDENTS: lambda catalogue: catalogue.count_precedents(),
    ROADMAP: lambda catalogue: catalogue.planned_halves(),
    STATUS: tells_status,
    SUBSCRIBE: follows,
    TALKS: talks_of,
    SEARCH: is_searched,
}
"""What they are made of; where there is nothing of it, there is no page."""
