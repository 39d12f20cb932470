"""Organisations: the units of the region and the bodies around it."""

from typing import Literal

from synlighed.model.declare import examples, optional, required, several
from synlighed.model.fields import Fact, Line, Link, MarkdownText, MonthOrYear, Ref
from synlighed.model.item import Item, Kind


class Organisation(Item):
    """A unit, an authority, a company or an association."""

    kind = Kind(
        key="organisations",
        path="organisationer",
        one="organisation",
        several="organisationer",
        many="Organisationer",
        intro="Sygehusene, stabene og dem vi arbejder sammen med, også under deres gamle navne.",
        icon="material/domain",
        sought=130,
        card=("type", "short_name"),
        review_months=24,
    )
    own_examples = examples(
        title="Eksempelsygehuset",
        summary="Et opdigtet sygehus, som viser, hvordan en organisation bliver skrevet op.",
    )

    description: MarkdownText | None = optional(
        "Beskrivelse", "Hvad organisationen gør på området. Markdown.", "Driver regionens it."
    )
    type: Fact[
        Literal[
            "region",
            "sygehusenhed",
            "regional stab",
            "kommune",
            "almen praksis",
            "privat",
            "leverandør",
            "national myndighed",
            "fællesoffentlig",
            "forening",
        ]
    ] = required("Type", "Hvilken slags organisation det er.", "sygehusenhed", facet=True)
    short_name: Line | None = optional("Kort navn", "Forkortelsen i daglig tale.", "OUH")
    parent: Ref | None = optional(
        "Hører under",
        "Den organisation den er en del af.",
        "region-syddanmark",
        to="organisations",
        inverse="Består af",
        acyclic=True,
    )
    locations: tuple[Line, ...] = several("Steder", "De byer den ligger i.", "Odense")
    website: Link | None = optional(
        "Websted", "Organisationens egen side.", "https://regionsyddanmark.dk/"
    )
    valid_from: MonthOrYear | None = optional("Fra", "Hvornår den blev til.", "1. januar 2026")
    valid_to: MonthOrYear | None = optional("Til", "Hvornår den ophørte.", "31. december 2026")
    replaced_by: Ref | None = optional(
        "Afløst af",
        "Den organisation der trådte i stedet.",
        "region-oestdanmark",
        to="organisations",
        inverse="Afløser",
        acyclic=True,
    )
