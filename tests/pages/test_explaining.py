"""Abbreviations are explained where a page first uses them, and nowhere that a link may not be."""

import pytest

from synlighed.catalogue import Catalogue
from synlighed.memo import Memo, Recall
from synlighed.model.terms import Term
from synlighed.pages.explaining import Explanation, explained
from synlighed.site import plan_site
from tests.export.sample import COMMON
from tests.pages.builder import SETTINGS, compile_small, page_of, read
from tests.pages.real import app, catalogue_of, contact, page_with
from tests.site.html import text_of
from tests.test_memo import made_again

KNOWN = {
    "MAP": Explanation('En "platform" & mere', "../map/"),
    "SYS-AP": Explanation("En standard", "../sys-ap/"),
}


def marked(html: str) -> str:
    """The HTML with explained words in brackets."""
    return (
        explained(html, KNOWN.get)
        .replace(
            '<a class="sl-abbr" href="../map/"><abbr title="En &#34;platform&#34; &amp; mere">', "["
        )
        .replace('<a class="sl-abbr" href="../sys-ap/"><abbr title="En standard">', "[")
        .replace("</abbr></a>", "]")
    )


@pytest.mark.parametrize(
    ("html", "as_shown"),
    [
        ("Brug MAP, og igen MAP.", "Brug [MAP], og igen MAP."),
        ("<p>SYS-AP i MAP</p>", "<p>[SYS-AP] i [MAP]</p>"),
        ("MAP-teamet og MAP", "[MAP]-teamet og MAP"),
        ("MAP- og SYS-AP-folk", "[MAP]- og SYS-AP-folk"),
        ("MAP's regler. MAP.", "[MAP]'s regler. MAP."),
        ("(&#34;MAP&#34;)", "(&#34;[MAP]&#34;)"),
        ("MAPPE, map, Map og MAP2", "MAPPE, map, Map og MAP2"),
        ("se a/MAP, MAP/a, MAP.dk og x@MAP", "se a/MAP, MAP/a, MAP.dk og x@MAP"),
        ("<a href='MAP'>MAP</a> MAP", "<a href='MAP'>MAP</a> [MAP]"),
        ('<p title="a > MAP">MAP</p>', '<p title="a > MAP">[MAP]</p>'),
        ("<h2>MAP</h2><code>MAP</code>", "<h2>MAP</h2><code>MAP</code>"),
        ("<nav><ul><li>MAP</li></ul></nav>MAP", "<nav><ul><li>MAP</li></ul></nav>[MAP]"),
        ("<p hidden>MAP <b>MAP</b></p>MAP", "<p hidden>MAP <b>MAP</b></p>[MAP]"),
        (
            '<div hidden=""><div>MAP</div>MAP</div>MAP',
            '<div hidden=""><div>MAP</div>MAP</div>[MAP]',
        ),
        ('<b class="sl-hidden">MAP</b>', '<b class="sl-hidden">MAP</b>'),
        ('<p data-sl-status="x">MAP</p>', '<p data-sl-status="x">MAP</p>'),
        ('<img hidden alt="MAP">MAP', '<img hidden alt="MAP">[MAP]'),
        ("<!-- MAP > --> MAP", "<!-- MAP > --> [MAP]"),
    ],
)
def test_a_word_is_explained_once_and_where_a_link_may_be(html: str, as_shown: str) -> None:
    assert marked(html) == as_shown


def term(title: str, id: str, **fields: object) -> Term:
    given = {
        **COMMON,
        "id": id,
        "source": f"data/terms/{id}.yml",
        "title": title,
        "definition": f"{title} er et ord.",
        **fields,
    }
    return Term.model_validate(given)


FMK = term("FMK", "kort", abbreviation="ja", expansion="Fælles Medicinkort")
NSP = term("NSP", "nsp", abbreviation="ja")
NAME = term("DDV", "ddv")


def test_the_whole_page_is_read_in_its_order() -> None:
    """The summary, the description and the facts; a word is asked for as it is written."""
    page = page_with(
        "apps/min-plan/",
        app(summary="En app, der bruger FMK.", description="FMK og NSP og DDV.", on_loss="Ring."),
        *(FMK, NSP, NAME),
    )
    links = [link for link in read(page).root.iter("a") if link.get("class") == "sl-abbr"]
    assert [(text_of(link), link.get("href")) for link in links] == [
        ("FMK", "../../ordliste/kort/"),
        ("NSP", "../../ordliste/nsp/"),
    ]
    assert '<abbr title="Fælles Medicinkort">' in page.body
    assert f'<abbr title="{NSP.summary}">' in page.body


def test_the_page_of_a_word_does_not_lead_to_itself() -> None:
    site = compile_small(catalogue_of(FMK, NSP))
    assert "sl-abbr" not in page_of(site, "ordliste/kort/").body


def test_a_page_by_hand_is_explained_too() -> None:
    catalogue = catalogue_of(FMK)
    plan = plan_site(catalogue, SETTINGS, Recall(Memo(), catalogue))
    assert plan.explained("<p>FMK</p>", "om/") == (
        '<p><a class="sl-abbr" href="../ordliste/kort/">'
        '<abbr title="Fælles Medicinkort">FMK</abbr></a></p>'
    )


def with_terms(*terms: Term) -> Catalogue:
    texts = {"min-plan": "Bruger FMK.", "anden": "Bruger intet."}
    apps = [app(id=id, title=id, description=text) for id, text in texts.items()]
    return catalogue_of(*apps, *terms, contact())


def test_a_new_meaning_makes_again_the_pages_that_show_it() -> None:
    other = FMK.model_copy(update={"expansion": "Et fælles kort"})
    again = made_again(with_terms(FMK), with_terms(other))
    assert "/apps/min-plan/" in again and "/apps/anden/" not in again
    reworded = FMK.model_copy(update={"definition": "En anden forklaring."})
    assert "/apps/min-plan/" not in made_again(with_terms(FMK), with_terms(reworded))


def test_so_does_a_term_that_comes_or_goes() -> None:
    assert "/apps/min-plan/" in made_again(with_terms(), with_terms(FMK))
    assert "/apps/min-plan/" in made_again(with_terms(FMK), with_terms())
    assert "/apps/min-plan/" not in made_again(with_terms(FMK), with_terms(FMK, NSP))
