"""The compile: from a checked catalogue to everything the site consists of.

A pure function: it reads no disk, clock, network or environment, so the same input gives the same
bytes anywhere.
"""

from synlighed.addresses import Addresses
from synlighed.catalogue import Catalogue
from synlighed.export.csv import csv_files
from synlighed.export.json import json_files
from synlighed.export.schema import schema_files
from synlighed.pages.catalogue import catalogue_pages_of_all
from synlighed.pages.front import front_page
from synlighed.pages.handbook import handbook_pages
from synlighed.pages.here import Here
from synlighed.pages.item import item_pages
from synlighed.pages.links import links_pages_of_all
from synlighed.pages.redirects import redirect_files
from synlighed.sitepage import Heading, Settings, Site, SiteFile, SitePage

__all__ = ["Heading", "Settings", "Site", "SiteFile", "SitePage", "compile_site"]


def compile_site(catalogue: Catalogue, settings: Settings) -> Site:
    """Everything the data becomes: pages to be set in a frame, and files as they are."""
    here = Here(catalogue, Addresses(catalogue), url="")
    return Site(
        pages=(
            # Ways in by task.
            *front_page(here),
            # What there is, kind by kind.
            *catalogue_pages_of_all(here),
            # Each item: facts, relations, who answers.
            *item_pages(here),
            # The relations too long for an item's page.
            *links_pages_of_all(here),
            # What editors may write, field by field.
            *handbook_pages(here),
        ),
        files=(
            # Old addresses.
            *redirect_files(here, settings),
            # The same data for programs and spreadsheets.
            *json_files(catalogue, settings),
            *csv_files(catalogue, settings),
            *schema_files(catalogue),
        ),
    )
