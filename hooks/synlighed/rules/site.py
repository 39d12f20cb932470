"""`site.yml`: what it names, its doors and its words lead somewhere."""

from collections.abc import Iterator

from synlighed.danish.slugs import slugify
from synlighed.danish.words import closest
from synlighed.icons import exists as icon_exists
from synlighed.load import Loaded
from synlighed.model.relation import Place
from synlighed.model.site import Site
from synlighed.problems import Problem
from synlighed.rules.needed import only_one


def check_site(loaded: Loaded) -> Iterator[Problem]:
    """What it names exists, each door leads to one place, no word of a list is given twice."""
    site = loaded.known_site
    if site:
        yield from _named(loaded, site)
        yield from _feedback(loaded, site)
        yield from _doors(loaded, site)
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


def _feedback(loaded: Loaded, site: Site) -> Iterator[Problem]:
    if site.feedback:
        given = [key for key in site.feedback.only_one if getattr(site.feedback, key) is not None]
        if len(given) != 1:
            args = only_one(site.feedback, given)
            yield loaded.site_problem("F316", ("feedback",), args=args)


def _doors(loaded: Loaded, site: Site) -> Iterator[Problem]:
    kinds = [kind.kind.key for kind in loaded.model]
    for number, door in enumerate(site.doors or ()):
        given = [key for key in door.only_one if getattr(door, key) is not None]
        if len(given) != 1:
            place = ("doors", number)
            yield loaded.site_problem("F316", place, args=only_one(door, given))
        if door.to and door.to not in kinds:
            yield loaded.site_problem(
                "F204",
                ("doors", number, "to"),
                args={"value": door.to, "key": "to", "label": "Fører til"},
                suggestions=tuple(closest(door.to, kinds)),
                allowed=tuple(kinds),
            )
        if door.icon and not icon_exists(door.icon):
            yield loaded.site_problem("F311", ("doors", number, "icon"), args={"value": door.icon})


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
