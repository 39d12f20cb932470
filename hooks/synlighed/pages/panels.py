"""The panels that only one kind has: fields read together, and shown where facts would not do."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from markupsafe import Markup

from synlighed.calendar.slots import Slot, slots_of
from synlighed.danish.numbers import count
from synlighed.danish.slugs import slugify
from synlighed.model.ambassadors import Ambassador
from synlighed.model.apps import App
from synlighed.model.contacts import Contact
from synlighed.model.events import Event, Material
from synlighed.model.guidelines import Guideline
from synlighed.model.item import Item, Source
from synlighed.model.metrics import Metric
from synlighed.model.news import News
from synlighed.model.newsletters import Newsletter
from synlighed.model.processes import Process
from synlighed.model.routes import Route
from synlighed.model.tools import Tool
from synlighed.model.trends import Trend
from synlighed.model.vocabulary import OUTSIDE_STAFF
from synlighed.oversight.owners import owner_url
from synlighed.pages.devices import devices_of
from synlighed.pages.event import FIELDS, shown_event, shown_series
from synlighed.pages.guide import answers_of
from synlighed.pages.here import Here
from synlighed.pages.issue import issue_of
from synlighed.pages.metric import FIELDS as FIELDS_OF_METRICS
from synlighed.pages.metric import numbers_of
from synlighed.pages.news import FIELDS as FIELDS_OF_NEWS
from synlighed.pages.news import shown_news
from synlighed.pages.present import NOT_TOLD, Fact, show, show_source
from synlighed.pages.process import Steps, picture_of, shown_steps
from synlighed.pages.slots import slots_around
from synlighed.pages.talks import speaker_of
from synlighed.pages.tool import FIELDS as FIELDS_OF_TOOLS
from synlighed.pages.tool import way_to
from synlighed.pages.trust import SOURCES, Claim, Given, State, claims_of


@dataclass(frozen=True)
class Panel:
    """A section with a template of its own."""

    id: str
    title: str
    template: str
    content: Any
    fields: frozenset[str]
    """The fields it tells of, which need not be told of again."""
    leads: bool = False
    """Whether it is what the page is there for; it stands first, then, and may need no title."""
    opens: bool = False
    """Whether it stands before the text as well."""
    closes: bool = False
    """Whether it stands after the facts."""


@dataclass(frozen=True)
class ShownClaim:
    """A claim, ready to be shown."""

    title: str
    state: State
    says: str
    facts: tuple[Fact, ...]
    ask: tuple[Item, ...] = ()
    """Those who may know more."""


def panels_of(item: Item, here: Here) -> tuple[Panel, ...]:
    """The panels on an item's page, in order."""
    made = _OF_KIND.get(type(item))
    return (*(made(item, here) if made else ()), *_calendar(item, here))


def _calendar(item: Item, here: Here) -> Iterator[Panel]:
    if around := slots_around(item, here):
        yield Panel(
            id="kalender",
            title="I kalenderen",
            template="around.html",
            content=around,
            fields=frozenset(),
            closes=True,
        )


def steps_of(process: Process, here: Here) -> Iterator[Panel]:
    """The steps in full; nothing as long as nobody knows them."""
    if steps := shown_steps(process, here):
        yield Panel(
            id="trin-for-trin",
            title="Trin for trin",
            template="steps.html",
            content=Steps(picture_of(process, steps, here), steps),
            fields=frozenset({"steps"}),
            leads=True,
        )


def _of_app(app: App, here: Here) -> Iterator[Panel]:
    yield from (_devices(app), _trust(app, here))


def _rules(guideline: Guideline, here: Here) -> Iterator[Panel]:
    if isinstance(guideline.rules, tuple):
        yield Panel(
            id="regler",
            title="Regler",
            template="rules.html",
            content=[(slugify(rule.code.replace(".", "-")), rule) for rule in guideline.rules],
            fields=frozenset({"rules"}),
            leads=True,
        )


def _question(route: Route, here: Here) -> Iterator[Panel]:
    if isinstance(route.answers, tuple):
        yield Panel(
            id="svar",
            title="",
            template="question.html",
            content=answers_of(route, here),
            fields=frozenset({"answers", "help"}),
            leads=True,
        )


def event_panels(slot: Slot, here: Here) -> Iterator[Panel]:
    """When and where one time of an event is, and what is left of it."""
    yield Panel(
        id="hvornaar",
        title="",
        template="event.html",
        content=shown_event(slot, here),
        fields=FIELDS,
        leads=True,
        opens=True,
    )
    yield from _materials(slot.materials)


def _materials(materials: tuple[Material, ...]) -> Iterator[Panel]:
    if materials:
        yield Panel(
            id="materialer",
            title="Materialer",
            template="materials.html",
            content=materials,
            fields=frozenset(),
        )


def _of_event(event: Event, here: Here) -> Iterator[Panel]:
    if event.repeats is None:
        yield from event_panels(slots_of(event)[0], here)
    else:
        series = shown_series(event, here)
        yield Panel(
            id="hvornaar",
            title="",
            template="series.html",
            content=series,
            fields=FIELDS,
            leads=True,
            opens=True,
        )
        yield Panel(
            id="gange",
            title="",
            template="times.html",
            content=series,
            fields=frozenset(),
            leads=True,
        )
        yield from _materials(event.materials)


def _of_news(news: News, here: Here) -> Iterator[Panel]:
    shown = shown_news(news, here)
    yield Panel(
        id="nyhed",
        title="",
        template="news.html",
        content=shown,
        fields=FIELDS_OF_NEWS,
        leads=True,
        opens=True,
    )
    if shown.about:
        yield Panel(
            id="handler-om",
            title="Det handler om",
            template="about-what.html",
            content=shown.about,
            fields=frozenset(),
        )


def _of_newsletter(newsletter: Newsletter, here: Here) -> Iterator[Panel]:
    yield Panel(
        id="nyhedsbrev",
        title="",
        template="issue.html",
        content=issue_of(newsletter, here),
        fields=frozenset({"uid", "number", "date", "intro", "contents", "planned_work"}),
        leads=True,
        opens=True,
    )
    yield Panel(
        id="andre",
        title="Andre nyhedsbreve",
        template="neighbours.html",
        content=here.catalogue.beside(*newsletter.identity),
        fields=frozenset(),
        closes=True,
    )


def _talks(ambassador: Ambassador, here: Here) -> Iterator[Panel]:
    speaker = speaker_of(ambassador, here)
    if speaker.talks:
        yield Panel(
            id="oplaeg",
            title="Oplæg om",
            template="talk.html",
            content=speaker,
            fields=frozenset({"topics", "available"}),
        )


def _duties(contact: Contact, here: Here) -> Iterator[Panel]:
    number = here.catalogue.count_owned(*contact.identity)
    if number and here.catalogue.edition.is_internal:
        yield Panel(
            id="ansvar",
            title="Det, vi har ansvar for",
            template="responsible.html",
            content={
                "href": here.link(owner_url(contact)),
                "total": count(number, "punkt", "punkter"),
            },
            fields=frozenset(),
            closes=True,
        )


def _numbers(metric: Metric, here: Here) -> Iterator[Panel]:
    if metric.series:
        yield Panel(
            id="tallene",
            title="",
            template="metric.html",
            content=numbers_of(metric, here),
            fields=FIELDS_OF_METRICS,
            leads=True,
            opens=True,
        )


def _moves(trend: Trend, here: Here) -> Iterator[Panel]:
    if trend.history:
        yield Panel(
            id="vurderet",
            title="Vurderet før og nu",
            template="moves.html",
            content=trend.history,
            fields=frozenset({"moves"}),
        )


def _take(tool: Tool, here: Here) -> Iterator[Panel]:
    yield Panel(
        id="hent",
        title="",
        template="tool.html",
        content=way_to(tool, here),
        fields=FIELDS_OF_TOOLS,
        leads=True,
        opens=True,
    )


_OF_KIND: Mapping[type[Item], Callable[[Any, Here], Iterator[Panel]]] = {
    Ambassador: _talks,
    App: _of_app,
    Contact: _duties,
    Event: _of_event,
    Guideline: _rules,
    Metric: _numbers,
    News: _of_news,
    Newsletter: _of_newsletter,
    Process: steps_of,
    Route: _question,
    Tool: _take,
    Trend: _moves,
}


def _devices(app: App) -> Panel:
    return Panel(
        id="paa-din-enhed",
        title="Gælder på din enhed",
        template="devices.html",
        content=devices_of(app),
        fields=frozenset({"device_ownership", "usage_mode"}),
    )


def _trust(app: App, here: Here) -> Panel:
    return Panel(
        id="tillid",
        title="Det ved vi om godkendelse og sikkerhed",
        template="trust.html",
        content=_claims(app, here),
        fields=frozenset(
            {
                *SOURCES,
                "approval",
                "security_consulted_on",
                "data_controller",
                "consent",
                "impact_assessment",
                "medical_device",
                "accessibility_statement",
                "external_reviews",
            }
        ),
    )


def _claims(app: App, here: Here) -> tuple[ShownClaim, ...]:
    def is_past(day: date) -> bool:
        return here.catalogue.is_past(day.isoformat())

    *claims, reviewed = (
        ShownClaim(
            claim.title,
            claim.state,
            claim.says,
            tuple(_facts(claim, here)),
        )
        for claim in claims_of(app, is_past)
    )
    return (*claims, replace(reviewed, ask=_reviewers(app, here)))


def _facts(claim: Claim, here: Here) -> Iterator[Fact]:
    """What a claim rests on, then its day and where it is from, also when nobody told.

    Where nothing is claimed, there is nothing to be from anywhere.
    """
    for given in claim.given:
        yield Fact(given.label, show(given.value, given.field, here))
    origin = claim.origin
    if origin and (claim.state != "Ikke vurderet" or origin.date or origin.source):
        for label, known in (("Dato", origin.date), ("Kilde", origin.source)):
            yield Fact(label, _shown_origin(known, here) if known else NOT_TOLD)


def _shown_origin(known: Given, here: Here) -> Markup:
    if isinstance(known.value, Source):
        return show_source(known.value)
    return show(known.value, known.field, here)


def _reviewers(app: App, here: Here) -> tuple[Item, ...]:
    """Those outside who review apps: they are asked, and not copied, since they change their minds.

    Nobody reviews apps that only staff use.
    """
    if isinstance(app.audiences, tuple) and not {*app.audiences} & {*OUTSIDE_STAFF}:
        return ()
    found = (here.catalogue.find("references", id) for id in here.catalogue.site.app_reviewers)
    return tuple(item for item in found if item)
