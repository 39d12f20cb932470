"""Each issue as its readers will get it, for whoever writes it; no published site has any of it."""

from collections.abc import Iterator
from functools import partial

from synlighed.addresses import Addresses
from synlighed.catalogue import Catalogue
from synlighed.danish.dates import format_date
from synlighed.memo import Recall
from synlighed.model.newsletters import Newsletter
from synlighed.newsletter.html import html_of
from synlighed.newsletter.letter import Letter, letter_of
from synlighed.newsletter.message import message_of
from synlighed.newsletter.text import text_of
from synlighed.pages.here import Here, environment_of
from synlighed.pages.issue import issue_of
from synlighed.pages.recipe import Recipe
from synlighed.places import PREVIEW
from synlighed.sitepage import Settings, SiteFile, SitePage
from synlighed.urls import item_url, kind_url, page_uri, preview_mail_url, preview_url

KIND = Newsletter.kind
WIDTHS = (375, 680)
"""Pixels: a phone, and a window with room for all of a letter."""


def preview_pages(catalogue: Catalogue, settings: Settings) -> Iterator[Recipe]:
    """A page that lists the issues, and one for each."""
    if KIND.key not in catalogue.model:
        return
    yield Recipe(PREVIEW, _all)
    for issue in _issues(catalogue):
        yield Recipe(preview_url(issue), partial(_one, issue.id, settings))


def preview_files(
    catalogue: Catalogue, addresses: Addresses, settings: Settings, recall: Recall
) -> Iterator[SiteFile]:
    """The mail of each issue, to be shown on its page."""
    if KIND.key not in catalogue.model:
        return
    for issue in _issues(catalogue):
        make = partial(_mail, issue.id, addresses, settings)
        yield SiteFile(preview_mail_url(issue), recall.make(f"mail/{issue.id}", make))


def _issues(catalogue: Catalogue) -> list[Newsletter]:
    return [item for item in catalogue.items(KIND.key) if isinstance(item, Newsletter)]


def _mail(id: str, addresses: Addresses, settings: Settings, catalogue: Catalogue) -> bytes:
    return html_of(_letter(id, catalogue, addresses, settings)).encode()


def _letter(id: str, catalogue: Catalogue, addresses: Addresses, settings: Settings) -> Letter:
    issue = catalogue.get(KIND.key, id)
    assert isinstance(issue, Newsletter)
    return letter_of(issue, catalogue, addresses, settings)


def _all(here: Here) -> SitePage:
    """What is not out yet comes first; it is what one looks for here."""
    issues = sorted(_issues(here.catalogue), key=here.is_out)
    listed = [(issue, here.link(preview_url(issue)), _state(issue, here)) for issue in issues]
    body = _filled("previews.html", here=here, issues=listed)
    return _page(here, "Forhåndsvisning", body)


def _state(issue: Newsletter, here: Here) -> str:
    if issue.content_status == "udkast":
        return "Udkommer, når det er klar"
    return f"{'Udkommet' if here.is_out(issue) else 'Udkommer'} {format_date(issue.date)}"


def _one(id: str, settings: Settings, here: Here) -> SitePage:
    letter = _letter(id, here.catalogue, here.addresses, settings)
    issue = letter.newsletter
    body = _filled(
        "preview.html",
        here=here,
        letter=letter,
        issue=issue_of(issue, here.about(issue)),
        state=_state(issue, here),
        page=here.link(item_url(issue)),
        mail=here.link(preview_mail_url(issue)),
        all=here.link(PREVIEW),
        widths=WIDTHS,
        text=text_of(letter),
        size=_kilobytes(message_of(letter, here.catalogue, settings)),
        html_size=_kilobytes(html_of(letter).encode()),
    )
    return _page(here, f"Forhåndsvisning: {issue.title}", body)


def _kilobytes(content: bytes) -> str:
    return f"{max(1, round(len(content) / 1024))} kB"


def _filled(template: str, **content: object) -> str:
    return environment_of("synlighed.newsletter").get_template(template).render(**content)


def _page(here: Here, title: str, body: str) -> SitePage:
    return SitePage(
        uri=page_uri(here.url),
        title=title,
        body=body,
        meta={"hide": ("navigation", "toc"), "search": False},
        section=page_uri(kind_url(KIND)),
    )
