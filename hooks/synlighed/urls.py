"""The address of each thing that has one, from the root of the site. They stay as they are."""

from synlighed.calendar.slots import Slot
from synlighed.model.item import Item, Kind
from synlighed.model.newsletters import Newsletter
from synlighed.pictures import Picture
from synlighed.places import HANDBOOK, PREVIEW


def kind_url(kind: Kind, page: int = 1) -> str:
    """The address of a catalogue, from the root of the site: `apps/`, `apps/side/2/`."""
    return f"{kind.path}/" if page == 1 else f"{kind.path}/side/{page}/"


def item_url(item: Item) -> str:
    """The address of an item: `apps/mit-sygehus/`."""
    return f"{item.kind.path}/{item.id}/"


def links_url(item: Item, slug: str, page: int = 1) -> str:
    """The address of all items behind one relation: `services/map-adgang/bruges-af/`."""
    first = f"{item_url(item)}{slug}/"
    return first if page == 1 else f"{first}side/{page}/"


def former_url(item: Item, former_id: str) -> str:
    """The address an item had under a former id."""
    return f"{item.kind.path}/{former_id}/"


def facet_url(kind: Kind, facet: str, value: str, page: int = 1) -> str:
    """The address of a catalogue narrowed by one value: `apps/livscyklus/i-drift/`."""
    first = f"{kind.path}/{facet}/{value}/"
    return first if page == 1 else f"{first}side/{page}/"


def narrowing_url(kind: Kind, page: int = 1) -> str:
    """The address of what a browser narrows a catalogue with, and of its cards after page 1."""
    return f"afgraens/{kind.key}.json" if page == 1 else f"afgraens/{kind.key}-{page}.json"


def year_url(kind: Kind, year: int, page: int = 1) -> str:
    """The address of a year of a calendar: `kalender/aar/2026/`."""
    first = f"{kind.path}/aar/{year}/"
    return first if page == 1 else f"{first}side/{page}/"


def calendar_url(kind: Kind) -> str:
    """The address of a whole calendar as a file: `kalender/kalender.ics`."""
    return f"{kind.path}/{kind.path}.ics"


def feed_url(kind: Kind, facet: str, value: str) -> str:
    """The address of what a calendar has of one value, as a file: `kalender/slags/oplaeg.ics`."""
    return f"{kind.path}/{facet}/{value}.ics"


def slot_url(slot: Slot, former_id: str = "") -> str:
    """The address of one time of an event: `kalender/seminar/`, `kalender/moede/2027-02-02/`."""
    return f"{_slot(slot, former_id)}/"


def slot_file_url(slot: Slot, former_id: str = "") -> str:
    """The address of its own calendar file: `kalender/seminar.ics`."""
    return f"{_slot(slot, former_id)}.ics"


def _slot(slot: Slot, former_id: str) -> str:
    day = f"/{slot.planned}" if slot.planned else ""
    return f"{slot.event.kind.path}/{former_id or slot.event.id}{day}"


def series_url(item: Item, former_id: str = "") -> str:
    """The address of all times of an event, as a file: `kalender/vidensgruppe.ics`."""
    return f"{item.kind.path}/{former_id or item.id}.ics"


def picture_url(picture: Picture) -> str:
    """The address of a picture of the data: `billeder/vagttelefon.png`."""
    return f"billeder/{picture.name}"


def preview_url(issue: Newsletter) -> str:
    """Where whoever writes an issue sees it: `forhaandsvisning/nyhedsbrev-7/`."""
    return f"{PREVIEW}{issue.id}/"


def preview_mail_url(issue: Newsletter) -> str:
    """Where its mail is then: `forhaandsvisning/nyhedsbrev-7.html`."""
    return f"{PREVIEW}{issue.id}.html"


def handbook_url(kind: Kind) -> str:
    """The address of the field reference of a kind."""
    return f"{HANDBOOK}{kind.path}/"


def example_url(kind: Kind) -> str:
    """The address of the example file of a kind: `haandbog/apps.yml`."""
    return f"{HANDBOOK}{kind.path}.yml"


def export_url(kind: Kind, format: str) -> str:
    """The address of all items of a kind, for programs: `api/v1/apps.json`."""
    return f"api/v1/{kind.key}.{format}"


def schema_url(kind: Kind) -> str:
    """The address of the JSON Schema of a kind's data files."""
    return f"api/v1/schema/{kind.key}.json"


def page_uri(url: str) -> str:
    """The uri of the page at an address: `apps/` is `apps/index.md`, `apps/x/` is `apps/x.md`."""
    if url == "":
        return "index.md"
    return f"{url}index.md" if url.count("/") == 1 else f"{url.removesuffix('/')}.md"
