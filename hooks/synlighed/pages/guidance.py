"""The pages that everybody must be able to find: how an app is approved, and a lost device."""

from collections.abc import Iterator
from dataclasses import dataclass

from synlighed.catalogue import Catalogue
from synlighed.danish.slugs import slugify
from synlighed.export.csv import csv_file, csv_line
from synlighed.made import approval_of, lost_device_of
from synlighed.model.contacts import Contact
from synlighed.model.criteria import ALWAYS, Criterion
from synlighed.model.processes import Process
from synlighed.pages.contact import contact_of
from synlighed.pages.facets import ShownValue, shown_facets
from synlighed.pages.here import Here, render
from synlighed.pages.panels import steps_of
from synlighed.pages.process import ShownStep, criteria_of, shown_steps
from synlighed.pages.recipe import Recipe
from synlighed.places import APPROVAL, CHECKLIST, LOST, TITLES
from synlighed.sitepage import Heading, Settings, SiteFile, SitePage
from synlighed.urls import item_url, page_uri


@dataclass(frozen=True)
class Theme:
    """The criteria about one thing."""

    id: str
    title: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True)
class Loss:
    """What to do about a device of one kind of owner."""

    process: Process
    steps: tuple[ShownStep, ...]
    """As far as anybody knows them."""
    first: Contact | None
    """Whom to call before anything else, if there is a number."""


def guidance_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """Those that the site's settings say what stands behind."""
    if approval_of(catalogue):
        yield Recipe(APPROVAL, _approval)
    if lost_device_of(catalogue):
        yield Recipe(LOST, _lost)


def guidance_files(catalogue: Catalogue, settings: Settings) -> Iterator[SiteFile]:
    """The criteria of the approval in the order of their numbers, to copy from."""
    process = approval_of(catalogue)
    if isinstance(process, Process):
        found = criteria_of(process, catalogue)
        yield csv_file(CHECKLIST, (csv_line(_HEADINGS), *(_row(one, settings) for one in found)))


_HEADINGS = ("Nummer", "Krav", "Spørgsmål", "Gælder", "Sådan vises det", "Emne", "Adresse")


def _row(criterion: Criterion, settings: Settings) -> str:
    return csv_line(
        (
            criterion.code,
            criterion.obligation,
            criterion.question,
            ", ".join(criterion.applies_when),
            criterion.evidence,
            criterion.theme,
            settings.site_url + item_url(criterion),
        )
    )


def _approval(here: Here) -> SitePage:
    process = approval_of(here.catalogue)
    assert isinstance(process, Process)
    themes = _themes(criteria_of(process, here.catalogue))
    contact = contact_of(process, here)
    cases = _cases(here)
    steps = next(steps_of(process, here), None)
    body = render(
        "approval.html",
        here,
        process=process,
        before=here.prose(process.before) if process.before else "",
        panel=steps,
        themes=themes,
        always=next((value for value in cases if value.slug == ALWAYS), None),
        cases=[value for value in cases if value.slug != ALWAYS],
        csv=here.link(CHECKLIST) if themes else "",
        contact=contact,
    )
    headings = [Heading(steps.id, steps.title)] if steps else []
    headings += [Heading("kriterier", "Det bliver der set efter")] if themes else []
    return SitePage(
        uri=page_uri(here.url),
        title=TITLES[APPROVAL],
        body=body,
        meta={"description": process.summary, "hide": ("navigation", "toc")},
        headings=tuple(headings),
        source=process.source,
    )


def _themes(criteria: list[Criterion]) -> list[Theme]:
    by_theme: dict[str, list[Criterion]] = {}
    for criterion in criteria:
        by_theme.setdefault(criterion.theme, []).append(criterion)
    return [Theme(slugify(name), name, tuple(under)) for name, under in by_theme.items()]


def _cases(here: Here) -> tuple[ShownValue, ...]:
    """The links to the criteria that apply to one case."""
    if Criterion.kind.key not in here.catalogue.model:
        return ()
    facets = shown_facets(Criterion, here)
    return next((facet.values for facet in facets if facet.slug == _CASES), ())


_CASES = slugify("Gælder ved")


def _lost(here: Here) -> SitePage:
    found = [process for process in lost_device_of(here.catalogue) if isinstance(process, Process)]
    losses = [_loss(process, here) for process in found]
    return SitePage(
        uri=page_uri(here.url),
        title=TITLES[LOST],
        body=render("lost.html", here, losses=losses),
        meta={
            "description": "Er telefonen væk eller stjålet? Se, hvad du gør først.",
            "hide": ("navigation", "toc"),
        },
        headings=tuple(Heading(loss.process.id, loss.process.title) for loss in losses),
    )


def _loss(process: Process, here: Here) -> Loss:
    steps = shown_steps(process, here)
    # The first step may be somebody else's, whose number we do not have.
    first = steps[0].actor if steps else contact_of(process, here)
    return Loss(process, steps, first if first and first.phone else None)
