"""`site.yml`: its contact, its doors and its words lead somewhere."""

from collections.abc import Iterator

from synlighed.danish.slugs import slugify
from synlighed.danish.words import closest
from synlighed.icons import exists as icon_exists
from synlighed.load import Loaded
from synlighed.model.site import Site
from synlighed.problems import Problem


def check_site(loaded: Loaded) -> Iterator[Problem]:
    """The contact exists, each door leads to a kind, no word of a vocabulary is given twice."""
    site = loaded.known_site
    if site:
        yield from _contact(loaded, site)
        yield from _doors(loaded, site)
        yield from _repeated_words(loaded, site)


def _contact(loaded: Loaded, site: Site) -> Iterator[Problem]:
    kind = "contacts"
    if not site.contact or kind not in loaded.model or kind in {*loaded.absent, *loaded.unread}:
        return
    if site.contact not in loaded.ids[kind]:
        args = {"value": site.contact, "many": loaded.model[kind].kind.many, "to": kind}
        args["slug"] = slugify(site.contact)
        near = tuple(closest(site.contact, sorted(loaded.ids[kind])))
        yield loaded.site_problem("F301", ("contact",), args=args, suggestions=near)


def _doors(loaded: Loaded, site: Site) -> Iterator[Problem]:
    kinds = [kind.kind.key for kind in loaded.model]
    for number, door in enumerate(site.doors or ()):
        if door.to not in kinds:
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
