"""`site.yml`: its contact, its doors and its words lead somewhere."""

from collections.abc import Iterator

from synlighed.danish.words import closest
from synlighed.load import Loaded
from synlighed.problems import Problem


def check_site(loaded: Loaded) -> Iterator[Problem]:
    """The contact exists, each door leads to a kind, no word of a vocabulary is given twice."""
    if not loaded.site:
        return
    if "contacts" in loaded.model and loaded.site.contact not in loaded.ids["contacts"]:
        ids = sorted(loaded.ids["contacts"])
        contacts = loaded.model["contacts"].kind
        yield loaded.site_problem(
            "F301",
            ("contact",),
            args={"value": loaded.site.contact, "many": contacts.many, "to": contacts.key},
            suggestions=tuple(closest(loaded.site.contact, ids)),
        )
    kinds = [kind.kind.key for kind in loaded.model]
    for number, door in enumerate(loaded.site.doors):
        if door.to not in kinds:
            yield loaded.site_problem(
                "F204",
                ("doors", number, "to"),
                args={"value": door.to, "key": "to", "label": "Fører til"},
                suggestions=tuple(closest(door.to, kinds)),
                allowed=tuple(kinds),
            )
    yield from _repeated_words(loaded)


def _repeated_words(loaded: Loaded) -> Iterator[Problem]:
    assert loaded.site
    for vocabulary in ("focus_areas", "tags"):
        seen: set[str] = set()
        for number, word in enumerate(loaded.site.vocabularies.words(vocabulary)):
            if word.id in seen:
                yield loaded.site_problem(
                    "F308",
                    ("vocabularies", vocabulary, number, "id"),
                    args={"value": word.id, "key": vocabulary},
                )
            seen.add(word.id)
