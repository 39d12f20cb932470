"""The page being written: what templates ask for names and links."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from jinja2 import (
    ChainableUndefined,
    ChoiceLoader,
    Environment,
    PackageLoader,
    StrictUndefined,
    Template,
)
from markupsafe import Markup

from synlighed import markdown
from synlighed.addresses import MADE_OF, Addresses, overview_urls
from synlighed.catalogue import Catalogue
from synlighed.danish.dates import PartialDate, format_date, format_partial_date
from synlighed.danish.numbers import count, format_number
from synlighed.entrances import entrance_urls, narrowed_by
from synlighed.icons import icon
from synlighed.model.item import Item, Kind
from synlighed.model.newsletters import Newsletter
from synlighed.model.published import Published
from synlighed.model.terms import Term
from synlighed.pages.explaining import Explanation, explained
from synlighed.places import AREAS, OVERVIEW, ROLES, SECTORS, STATUS, SUBSCRIBE, TALKS, TITLES
from synlighed.urls import handbook_url, item_url, kind_url, narrowing_url, preview_url


@dataclass(frozen=True)
class Here:
    """One page of the site, seen from where it stands."""

    catalogue: Catalogue
    addresses: Addresses
    url: str
    is_example: bool = False
    """Whether what is shown is made up, so that nobody should call its numbers."""
    root: str = ""
    """Where the site is, when links are for those who are elsewhere; ends with `/`."""

    def at(self, url: str) -> "Here":
        """The same site from another page."""
        return Here(self.catalogue, self.addresses, url)

    def from_afar(self, site_url: str) -> "Here":
        """The same, with links for those who read it elsewhere, in a feed or a mail."""
        return replace(self, root=site_url)

    def about(self, item: Item) -> "Here":
        """The same page while it shows an item."""
        return replace(self, is_example=bool(item.example))

    def link(self, url: str) -> str:
        """The link from here to an address of the site, or to a place on the page there."""
        page, mark, place = url.partition("#")
        to = self.addresses.link(page, "" if self.root else self.url)
        return f"{self.root}{to.removeprefix('./') if self.root else to}{mark}{place}"

    def to_item(self, item: Item) -> str:
        """The link from here to an item."""
        return self.link(item_url(item))

    def to_kind(self, kind: Kind) -> str:
        """The link from here to a catalogue."""
        return self.link(kind_url(kind))

    def to_status(self) -> str:
        """The link from here to how everything works."""
        return self.link(STATUS)

    def to_subscribe(self) -> str:
        """The link from here to what can be followed."""
        return self.link(SUBSCRIBE)

    def to_talks(self) -> str:
        """The link from here to the talks that can be ordered."""
        return self.link(TALKS)

    def has(self, url: str) -> bool:
        """Whether there is a page at an address."""
        # What is made of data is asked of the data, so that it is noted.
        if made := MADE_OF.get(url):
            return bool(made(self.catalogue))
        if url in self.catalogue.by_hand or narrowed_by(url, self.catalogue):
            return True
        for kind in (kind.kind for kind in self.catalogue.model):
            if url == kind_url(kind):
                return True
            if url == handbook_url(kind):
                return self.catalogue.edition.is_internal
        if url.startswith((ROLES, SECTORS, AREAS)):
            return url in entrance_urls(self.catalogue)
        return url.startswith(OVERVIEW) and url in overview_urls(self.catalogue)

    def title_at(self, url: str) -> str:
        """What the page at an address is called."""
        kinds = (kind.kind for kind in self.catalogue.model)
        named = {kind_url(kind): kind.many for kind in kinds}
        return TITLES.get(url) or named.get(url) or self.catalogue.by_hand.get(url, "")

    def explanation(self, word: str) -> Explanation | None:
        """What to say of an abbreviation; its own page says it all."""
        found = self.catalogue.abbreviation(word)
        url = f"{kind_url(Term.kind)}{found.id}/" if found else ""
        if found is None or url == self.url:
            return None
        return Explanation(found.meaning, self.link(url))

    def to_preview(self, issue: Newsletter) -> str:
        """The link from here to how an issue is mailed; empty where nobody can see that."""
        # It is there when the issue is, if it is in this site at all.
        url = preview_url(issue)
        return self.link(url) if url in self.addresses else ""

    def is_out(self, item: Published) -> bool:
        """Whether readers see it already; an editor who looks at the site does before."""
        eve = item.date - timedelta(days=1)
        return item.content_status != "udkast" and self.catalogue.is_past(eve.isoformat())

    def prose(self, text: str) -> Markup:
        """A Markdown text as HTML, with its links written for this page."""
        return Markup(markdown.render(text, self._resolve))

    def _resolve(self, href: str) -> str | None:
        if target := markdown.as_item(href):
            item = self.catalogue.find(*target)
            return self.to_item(item) if item else None
        if self.is_example and href.lower().startswith("tel:"):
            return None
        return href if markdown.is_outside(href) else None


def render(template: str, here: Here, **content: object) -> str:
    """Fills in a template of the `templates` folder, and explains the abbreviations in it."""
    return explained(fill(template, here=here, **content), here.explanation)


def block(template: str, here: Here, **content: object) -> Markup:
    """A part of a page: a filled-in template, which is HTML already."""
    return Markup(fill(template, here=here, **content))


def fill(template: str, **content: object) -> str:
    """Fills in a template that needs no link to the site."""
    return _template(template).render(**content)


def _format_any_date(day: date | PartialDate) -> str:
    return format_partial_date(day) if isinstance(day, PartialDate) else format_date(day)


@cache
def _template(name: str) -> Template:
    return environment_of("synlighed.pages").get_template(name)


@cache
def environment_of(package: str) -> Environment:
    """What fills in the templates of a package, which may use those here; all texts escaped."""
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("synlighed.pages")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # What a browser is to fill in is shown of nothing.
    environment.globals |= {"blank": ChainableUndefined()}
    environment.globals |= {"icon": icon, "count": count, "narrowing_url": narrowing_url}
    environment.filters |= {"number": format_number, "date": _format_any_date}
    return environment
