"""The pages that everybody must be able to find: how an app is approved, and a lost device."""

from collections.abc import Iterator
from dataclasses import dataclass

from synlighed.addresses import approval_of, export_url, lost_device_of, page_uri
from synlighed.catalogue import Catalogue
from synlighed.danish.slugs import slugify
from synlighed.model.contacts import Contact
from synlighed.model.criteria import Criterion
from synlighed.model.processes import Process, Step
from synlighed.pages.contact import contact_of
from synlighed.pages.facets import ShownFacet, shown_facets
from synlighed.pages.here import Here, render
from synlighed.pages.panels import steps_of
from synlighed.pages.process import criteria_of
from synlighed.pages.recipe import Recipe
from synlighed.places import APPROVAL, LOST
from synlighed.sitepage import Heading, SitePage


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
    contact: Contact | None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps, as far as anybody knows them."""
        return self.process.steps if isinstance(self.process.steps, tuple) else ()


def guidance_pages(catalogue: Catalogue) -> Iterator[Recipe]:
    """Those that the site's settings say what stands behind."""
    if approval_of(catalogue):
        yield Recipe(APPROVAL, _approval)
    if lost_device_of(catalogue):
        yield Recipe(LOST, _lost)


def _approval(here: Here) -> SitePage:
    process = approval_of(here.catalogue)
    assert isinstance(process, Process)
    themes = _themes(criteria_of(process, here))
    contact = contact_of(process, here)
    steps = next(steps_of(process, here), None)
    body = render(
        "approval.html",
        here,
        process=process,
        before=here.prose(process.before) if process.before else "",
        panel=steps,
        themes=themes,
        narrowed=_narrowed(here),
        csv=here.link(export_url(Criterion.kind, "csv")) if themes else "",
        contact=contact,
    )
    headings = [Heading(steps.id, steps.title)] if steps else []
    headings += [Heading("kriterier", "Det bliver der set efter")] if themes else []
    return SitePage(
        uri=page_uri(here.url),
        title="Godkendelse",
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


def _narrowed(here: Here) -> ShownFacet | None:
    """The links to the criteria that apply to one case."""
    if Criterion.kind.key not in here.catalogue.model:
        return None
    facets = shown_facets(Criterion, here)
    return next((facet for facet in facets if facet.slug == _CASES), None)


_CASES = slugify("Gælder ved")


def _lost(here: Here) -> SitePage:
    found = [process for process in lost_device_of(here.catalogue) if isinstance(process, Process)]
    losses = [Loss(process, contact_of(process, here)) for process in found]
    return SitePage(
        uri=page_uri(here.url),
        title="Mistet enhed",
        body=render("lost.html", here, losses=losses),
        meta={
            "description": "Er telefonen væk eller stjålet? Ring først. Her er nummeret.",
            "hide": ("navigation", "toc"),
        },
        headings=tuple(Heading(loss.process.id, loss.process.title) for loss in losses),
    )
