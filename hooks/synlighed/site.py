"""The compile: from a checked catalogue to everything the site consists of.

A pure function: it reads no disk, clock, network or environment, so the same input gives the same
bytes anywhere. What an earlier compile made is an argument too, and changes nothing but the time.
"""

from synlighed.addresses import Addresses
from synlighed.catalogue import Catalogue
from synlighed.digest import digest
from synlighed.export.csv import csv_files
from synlighed.export.json import json_files
from synlighed.export.schema import schema_files
from synlighed.memo import Once, Recall
from synlighed.model.contacts import Contact
from synlighed.model.item import Item
from synlighed.newsletter.preview import preview_files, preview_pages
from synlighed.pages.aims import aim_pages
from synlighed.pages.calendar import calendar_pages
from synlighed.pages.calendar_files import calendar_files
from synlighed.pages.catalogue import catalogue_pages_of_all
from synlighed.pages.deadline_files import deadline_files
from synlighed.pages.explaining import explained
from synlighed.pages.facets import facet_pages, narrowing_files
from synlighed.pages.feed_files import feed_files
from synlighed.pages.freshness import fresh_by_hand
from synlighed.pages.front import front_pages
from synlighed.pages.guidance import guidance_files, guidance_pages
from synlighed.pages.handbook import example_files, handbook_pages
from synlighed.pages.here import Here
from synlighed.pages.item import item_pages
from synlighed.pages.links import links_pages_of_all
from synlighed.pages.newsletter import newsletter_pages
from synlighed.pages.overview import overview_pages
from synlighed.pages.owner import owner_pages
from synlighed.pages.picture_files import picture_files
from synlighed.pages.precedents import precedent_pages
from synlighed.pages.readers import reader_pages
from synlighed.pages.recipe import Recipe
from synlighed.pages.redirects import redirect_files
from synlighed.pages.roadmap import roadmap_pages_of
from synlighed.pages.search import search_pages
from synlighed.pages.slot_pages import slot_pages
from synlighed.pages.status import status_pages
from synlighed.pages.status_files import status_files
from synlighed.pages.subscribing import subscribing_pages
from synlighed.pages.talks import talks_pages
from synlighed.pages.tool import download_files
from synlighed.search.index import index_files
from synlighed.sitepage import (
    Heading,
    Outline,
    Plan,
    Settings,
    Site,
    SiteFile,
    SitePage,
    SitePlan,
)

__all__ = ["Heading", "Settings", "Site", "SiteFile", "SitePage", "compile_site", "plan_site"]


def compile_site(catalogue: Catalogue, settings: Settings) -> Site:
    """Everything the data becomes: pages to be set in a frame, and files as they are."""
    plan = plan_site(catalogue, settings, Once(catalogue))
    files = tuple(SiteFile(file.uri, file.content) for file in plan.files)
    return Site(tuple(page.compose() for page in plan.pages), files)


def plan_site(catalogue: Catalogue, settings: Settings, recall: Recall) -> SitePlan:
    """The same, but without the content of pages that are what they were.

    Args:
        catalogue: All there is.
        settings: What else the site depends on.
        recall: What an earlier compile with the same settings and the same program made, seen from
            this catalogue; what this compile makes is added to it.
    """
    addresses = Addresses(catalogue, is_preview=settings.is_preview)
    recipes = (
        # Ways in by task.
        *front_pages(),
        # Ways in by who one is.
        *reader_pages(catalogue),
        # What is worked for, what answers it, and what is missing.
        *aim_pages(catalogue),
        # Ways in by a word, and by name.
        *search_pages(catalogue),
        # What everybody must be able to find.
        *guidance_pages(catalogue),
        # What works now.
        *status_pages(catalogue),
        # What there is, kind by kind.
        *catalogue_pages_of_all(catalogue),
        *precedent_pages(catalogue),
        # What is on its way, half year by half year.
        *roadmap_pages_of(catalogue),
        # The catalogues again, narrowed by one value.
        *facet_pages(catalogue),
        # When it is, list by list.
        *calendar_pages(catalogue),
        *slot_pages(catalogue),
        *subscribing_pages(catalogue),
        *talks_pages(catalogue),
        # What was told, issue by issue.
        *newsletter_pages(catalogue),
        # Each item: facts, relations, who answers.
        *item_pages(catalogue),
        # The relations too long for an item's page.
        *links_pages_of_all(catalogue),
        # How all of it is kept.
        *overview_pages(catalogue),
        # What each who answers for something must do, and when.
        *owner_pages(catalogue),
        # What editors may write, field by field.
        *handbook_pages(catalogue),
        # How the newsletter looks before anybody gets it.
        *(preview_pages(catalogue, settings) if settings.is_preview else ()),
    )
    return SitePlan(
        pages=tuple(_planned(recipe, addresses, recall) for recipe in recipes),
        files=(
            # Old addresses.
            *redirect_files(catalogue, addresses, settings, recall),
            # A file of each kind to begin with.
            *example_files(catalogue, recall),
            # The status as data, badges, pictures and a feed; a refresh renews them.
            *status_files(catalogue.board, recall),
            # The criteria of the approval, to copy from.
            *guidance_files(catalogue, settings),
            # The calendar, for calendar programs.
            *calendar_files(catalogue, settings, Here(catalogue, addresses, ""), recall),
            # What has come out, for feed readers, and its pictures.
            *feed_files(catalogue, addresses, settings, recall),
            *picture_files(catalogue),
            # What readers take home.
            *download_files(catalogue),
            *(preview_files(catalogue, addresses, settings, recall) if settings.is_preview else ()),
            # What falls due, for those who answer for it.
            *deadline_files(catalogue, addresses, settings, recall),
            # What browsers search in.
            *index_files(catalogue, recall),
            # What browsers narrow catalogues with.
            *narrowing_files(catalogue, addresses, recall),
            # The same data for programs and spreadsheets.
            *json_files(catalogue, settings, recall),
            *csv_files(catalogue, settings, recall),
            *schema_files(catalogue, recall),
        ),
        explained=lambda html, url: _by_hand(html, Here(catalogue, addresses, url)),
        explanations=digest(repr(catalogue.abbreviations), repr(_answering(catalogue))),
    )


def _by_hand(html: str, here: Here) -> str:
    return explained(fresh_by_hand(html, here), here.explanation)


def _answering(catalogue: Catalogue) -> Item | None:
    """Who answers for the pages written by hand."""
    return catalogue.find(Contact.kind.key, catalogue.site.contact)


def _planned(recipe: Recipe, addresses: Addresses, recall: Recall) -> Plan:
    """A page as it was, if nothing it shows has changed, or else made now."""

    def compose(asking: Catalogue) -> SitePage:
        return recipe.compose(Here(asking, addresses, recipe.url))

    key = f"/{recipe.url}"
    known: Outline | None = recall.known(key)
    if known:
        return Plan(known, lambda: compose(recall.asking()))
    asking = recall.asking()
    page = compose(asking)
    outline = page.outline()
    recall.keep(key, outline, asking)
    return Plan(outline, page.packed())
