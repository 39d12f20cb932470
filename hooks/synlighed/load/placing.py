"""What may lie where in a data folder, and what it may be called."""

import re
from functools import cache

from synlighed.danish.slugs import slugify
from synlighed.load.disk import Entry
from synlighed.model.contacts import Contact
from synlighed.model.declare import fields_of
from synlighed.model.fields import SLUG
from synlighed.model.item import Item
from synlighed.problems import Problem, escaped

SITE = "site.yml"
SYNONYMS = "synonyms.yml"
"""May be left out."""
WHOLE = (SITE, SYNONYMS)
"""The files that are about all of the site."""

SCHEMAS = "schema"
"""The folder of generated schemas, beside the folders of the kinds."""

RESERVED = frozenset({"index", "side"})
"""Ids that are parts of addresses themselves; the facets of a kind are added to them."""

OF_ISSUES = {"aar", "arkiv", "kun-nyhedsbrevet", "nyt-i-kataloget"}

OF_OWNERS = {"ansvarlige", "mangler"}
"""What stands beside the pages of what each contact point answers for."""

ENDINGS = (".yml", ".yaml")

_ID = re.compile(SLUG)


@cache
def reserved_ids(kind: type[Item]) -> frozenset[str]:
    """The words that an item of a kind cannot have as id, since they are addresses already."""
    facets = {slugify(field.label) for field in fields_of(kind) if field.declared.facet}
    # A calendar has years, and a file of all of it; issues have years, and more feeds than one.
    own = {"aar", kind.kind.path} if kind.kind.listing == "calendar" else set()
    own |= OF_OWNERS if kind is Contact else set()
    own |= OF_ISSUES if kind.kind.listing == "issues" else set()
    return RESERVED | facets | own


def is_well_named(entry: Entry) -> bool:
    """Whether a file is called by an id, as data files are."""
    return entry.suffix == ".yml" and _ID.fullmatch(entry.stem) is not None


def misplaced(entry: Entry, path: str, kind: type[Item]) -> Problem | None:
    """Why something in the folder of a kind is not read; nothing, when it is a data file."""
    stem, args = entry.stem, {"name": entry.name}
    if entry.name == SYNONYMS:
        return Problem("F025", path, line=0, args={"name": SYNONYMS, "other": SITE})
    if entry.is_link:
        return Problem("F008", path, line=0, args=args)
    if entry.is_folder:
        return Problem("F013", path, line=0)
    if entry.ending not in ENDINGS:
        return Problem("F006", path, line=0, args=args)
    if entry.suffix != ".yml":
        args = {"ending": entry.suffix, "name": f"{stem}.yml"}
        return Problem("F005", path, line=0, args=args)
    if not is_well_named(entry):
        slug = slugify(stem)
        near = (slug,) if _ID.fullmatch(slug) else ()
        return Problem("F009", path, line=0, args={"name": escaped(stem)}, suggestions=near)
    if stem in reserved_ids(kind):
        return Problem("F010", path, line=0, args={"name": stem})
    return None
