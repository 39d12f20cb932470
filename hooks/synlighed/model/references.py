"""References: laws, standards and bodies outside the house, and when to go to them."""

from typing import Literal

from synlighed.model.declare import examples, optional, required, several
from synlighed.model.fields import Date, Fact, Line, Link, MarkdownText, Ref, Sentence
from synlighed.model.item import Item, Kind


class Reference(Item):
    """Something others decide or look after, that we send readers to and do not repeat."""

    kind = Kind(
        key="references",
        path="rammer",
        one="ramme",
        several="rammer",
        many="Nationale rammer",
        intro="Love, standarder og ordninger uden for huset, og hvornår du skal gå til dem.",
        icon="material/bank-outline",
        first="use_for",
        card=("type", "publisher"),
    )
    own_examples = examples(
        title="Eksempelordningen",
        summary="En forening ser på apps og fortæller, hvad den er kommet frem til.",
    )

    use_for: Sentence = required(
        "Gå hertil når", "Det man kommer der for.", "du leder efter en app, som andre har vurderet."
    )
    type: Literal["lov", "standard", "vejledning", "ordning", "myndighed"] = required(
        "Slags", "Hvad det er.", "ordning", facet=True
    )
    relevance: MarkdownText = required(
        "Hvad det betyder for os",
        "Hvorfor det har med apps at gøre. Markdown.",
        "Loven gælder apps.",
    )
    url: Link = required("Læs mere", "Hvor det kan læses.", "https://www.retsinformation.dk/")
    last_checked: Fact[Date] = required(
        "Sidst set efter", "Dagen nogen sidst så, om det passer.", "23. november 2026"
    )
    publisher: Ref | None = optional(
        "Udgiver",
        "Organisationen bag.",
        "digitaliseringsstyrelsen",
        to="organisations",
        inverse="Står bag",
    )
    legal_basis: Line | None = optional(
        "Hjemmel", "Nummeret på loven eller standarden.", "lov nr. 692 af 8. juni 2018"
    )
    terms: tuple[Ref, ...] = several(
        "Ord", "De ord man skal kende.", "wcag", to="terms", inverse="Bruges i"
    )
