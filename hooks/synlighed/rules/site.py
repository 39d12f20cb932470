"""`site.yml`: what it names exists, its doors and jobs lead somewhere, its words stand once."""

from collections.abc import Iterator

from synlighed.danish.slugs import slugify
from synlighed.danish.words import closest
from synlighed.icons import exists as icon_exists
from synlighed.load import Loaded
from synlighed.model.declare import fields_of
from synlighed.model.facets import sector_words
from synlighed.model.relation import Place
from synlighed.model.site import Site
from synlighed.problems import Problem
from synlighed.rules.needed import only_one


def check_site(loaded: Loaded) -> Iterator[Problem]:
    """What it names exists, each way leads to one place, no word of a list is given twice."""
    site = loaded.known_site
    if site:
        yield from _named(loaded, site)
        yield from _ways(loaded, site)
        yield from _feedback(loaded, site)
        yield from _doors(loaded, site)
        yield from _sectors(loaded, site)
        yield from _repeated_words(loaded, site)


def _named(loaded: Loaded, site: Site) -> Iterator[Problem]:
    for place, kind, id in _names(site):
        if not id or kind not in loaded.model or kind in {*loaded.absent, *loaded.unread}:
            continue
        if id not in loaded.ids[kind]:
            args = {"value": id, "many": loaded.model[kind].kind.many, "to": kind}
            args["slug"] = slugify(id)
            near = tuple(closest(id, sorted(loaded.ids[kind])))
            yield loaded.site_problem("F301", place, args=args, suggestions=near)


def _names(site: Site) -> Iterator[tuple[Place, str, str | None]]:
    """The ids that the settings name, each with its place and its kind."""
    yield ("contact",), "contacts", site.contact
    for number, id in enumerate(site.app_reviewers or ()):
        yield ("app_reviewers", number), "references", id
    if guidance := site.guidance:
        yield ("guidance", "start"), "routes", guidance.start
        yield ("guidance", "approval"), "processes", guidance.approval
        for number, id in enumerate(guidance.lost_device or ()):
            yield ("guidance", "lost_device", number), "processes", id
    if site.vocabularies:
        parts = (*site.vocabularies.jobs(), *site.vocabularies.gaps())
        for place, part in parts:
            for field in fields_of(type(part)):
                if to := field.declared.to:
                    yield ("vocabularies", *place, field.key), to, getattr(part, field.key)


def _ways(loaded: Loaded, site: Site) -> Iterator[Problem]:
    kinds = [kind.kind.key for kind in loaded.model]
    for place, way in site.ways():
        given = [key for key in way.only_one if getattr(way, key) is not None]
        if len(given) != 1:
            yield loaded.site_problem("F316", place, args=only_one(way, given))
        if way.to and way.to not in kinds:
            label = next(field.label for field in fields_of(type(way)) if field.key == "to")
            yield loaded.site_problem(
                "F204",
                (*place, "to"),
                args={"value": way.to, "key": "to", "label": label},
                suggestions=tuple(closest(way.to, kinds)),
                allowed=tuple(kinds),
            )


def _feedback(loaded: Loaded, site: Site) -> Iterator[Problem]:
    if site.feedback:
        given = [key for key in site.feedback.only_one if getattr(site.feedback, key) is not None]
        if len(given) != 1:
            args = only_one(site.feedback, given)
            yield loaded.site_problem("F316", ("feedback",), args=args)


def _doors(loaded: Loaded, site: Site) -> Iterator[Problem]:
    for number, door in enumerate(site.doors or ()):
        if door.icon and not icon_exists(door.icon):
            yield loaded.site_problem("F311", ("doors", number, "icon"), args={"value": door.icon})


def _sectors(loaded: Loaded, site: Site) -> Iterator[Problem]:
    """The words that readers of a sector stand for are words that items use."""
    known = sector_words(loaded.model)
    for number, sector in enumerate(site.vocabularies.sectors if site.vocabularies else ()):
        for at, value in enumerate(sector.values):
            if value not in known:
                yield loaded.site_problem(
                    "F204",
                    ("vocabularies", "sectors", number, "values", at),
                    args={"value": value, "key": "values", "label": "Står for"},
                    suggestions=tuple(closest(value, known)),
                    allowed=known,
                )


def _repeated_words(loaded: Loaded, site: Site) -> Iterator[Problem]:
    if not site.vocabularies:
        return
    for vocabulary in type(site.vocabularies).model_fields:
        seen: set[str] = set()
        for number, word in enumerate(site.vocabularies.words(vocabulary)):
            if word.id in seen:
                yield loaded.site_problem(
                    "F308",
                    ("vocabularies", vocabulary, number, "id"),
                    args={"value": word.id, "key": vocabulary},
                )
            seen.add(word.id)
