"""What is known of whether an app can be trusted: what is not told is never called fulfilled."""

from datetime import date
from typing import Any, get_args

import pytest

from synlighed.catalogue import Catalogue, with_board
from synlighed.model.organisations import Organisation
from synlighed.model.references import Reference
from synlighed.pages.trust import SOURCES, Claim, State, claims_of
from synlighed.site import compile_site
from synlighed.status.board import Board
from tests.export.expected import assert_expected
from tests.export.sample import COMMON
from tests.pages.builder import SETTINGS, as_kept, page_of, read
from tests.pages.real import app, catalogue_of, page_with
from tests.pages.test_expected import GOLDEN
from tests.site.html import text_of
from tests.status.boards import NOW

TODAY = date(2026, 11, 23)
SENSITIVE = ("følsomme personoplysninger",)
NONE_AT_ALL = ("data uden personoplysninger",)

TITLES = {
    "approval": "Godkendt",
    "security": "Informationssikkerhed hørt",
    "controller": "Dataansvar placeret",
    "consent": "Samtykke afklaret",
    "impact": "Konsekvensanalyse",
    "device": "Medicinsk udstyr afklaret",
    "accessibility": "Tilgængelighedserklæring",
    "reviews": "Vurderet af andre",
}


def claims(**fields: Any) -> dict[str, Claim]:
    return {claim.title: claim for claim in claims_of(app(**fields), lambda day: day < TODAY)}


@pytest.mark.parametrize(
    ("about", "fields", "state", "says"),
    [
        ("approval", {}, "Ikke vurderet", "ikke oplyst"),
        ("approval", {"approval": {"status": "godkendt"}}, "Opfyldt", "er godkendt"),
        ("approval", {"approval": {"status": "i gang"}}, "Ikke vurderet", "i gang"),
        ("approval", {"approval": {"status": "ikke påbegyndt"}}, "Ikke vurderet", "ikke begyndt"),
        ("approval", {"approval": {"status": "afvist"}}, "Ikke opfyldt", "ikke godkendt"),
        ("approval", {"approval": {"status": "ikke relevant"}}, "Ikke relevant", "skal ikke"),
        ("security", {}, "Ikke vurderet", "ikke oplyst"),
        ("security", {"security_consulted_on": "1/11-2026"}, "Opfyldt", "taget stilling"),
        ("controller", {}, "Ikke vurderet", "ikke oplyst"),
        ("controller", {"personal_data": NONE_AT_ALL}, "Ikke relevant", "ikke personoplysninger"),
        ("controller", {"personal_data": SENSITIVE}, "Ikke vurderet", "ikke oplyst"),
        ("controller", {"data_controller": "b1"}, "Opfyldt", "ansvaret"),
        ("consent", {}, "Ikke vurderet", "ikke oplyst"),
        ("consent", {"personal_data": NONE_AT_ALL}, "Ikke relevant", "ikke personoplysninger"),
        ("consent", {"consent": {"status": "nødvendigt"}}, "Opfyldt", "skal indhentes"),
        ("consent", {"consent": {"status": "ikke nødvendigt"}}, "Opfyldt", "skal ikke indhentes"),
        ("consent", {"consent": {"status": "afklares"}}, "Ikke vurderet", "blive afklaret"),
        ("impact", {}, "Ikke vurderet", "ikke oplyst"),
        ("impact", {"impact_assessment": "ukendt"}, "Ikke vurderet", "ikke oplyst"),
        ("impact", {"personal_data": NONE_AT_ALL}, "Ikke relevant", "ikke personoplysninger"),
        ("impact", {"impact_assessment": {"status": "gennemført"}}, "Opfyldt", "er lavet"),
        ("impact", {"impact_assessment": {"status": "mangler"}}, "Ikke opfyldt", "mangler"),
        (
            "impact",
            {"impact_assessment": {"status": "ikke nødvendig"}},
            "Ikke relevant",
            "skal ikke laves",
        ),
        ("device", {}, "Ikke vurderet", "ikke oplyst"),
        ("device", {"medical_device": {"device_class": "IIa"}}, "Opfyldt", "klasse IIa"),
        ("device", {"medical_device": {"device_class": "IVD"}}, "Opfyldt", "(IVD)"),
        ("device", {"medical_device": {"device_class": "afklares"}}, "Ikke vurderet", "afklaret"),
        (
            "device",
            {"medical_device": {"device_class": "ikke medicinsk udstyr"}},
            "Ikke relevant",
            "ikke medicinsk udstyr",
        ),
        ("accessibility", {}, "Ikke vurderet", "ingen erklæring"),
        ("accessibility", {"accessibility_statement": "ukendt"}, "Ikke vurderet", "ikke oplyst"),
        ("accessibility", {"accessibility_statement": "https://a.example/"}, "Opfyldt", "har"),
        ("accessibility", {"origin": "kommerciel"}, "Ikke relevant", "offentlige apps"),
        ("reviews", {}, "Ikke vurderet", "ingen vurderinger"),
    ],
)
def test_a_claim_says_what_is_known(
    about: str, fields: dict[str, Any], state: str, says: str
) -> None:
    claim = claims(**fields)[TITLES[about]]
    assert claim.state == state
    assert says in claim.says


def test_nothing_known_is_nothing_fulfilled() -> None:
    assert {claim.state for claim in claims().values()} == {"Ikke vurderet"}
    assert list(claims()) == list(TITLES.values())


@pytest.mark.parametrize(
    ("until", "state"),
    [("22. november 2026", "Ikke opfyldt"), ("23. november 2026", "Opfyldt")],
)
def test_an_approval_holds_through_its_last_day(until: str, state: str) -> None:
    claim = claims(approval={"status": "godkendt", "valid_until": until})["Godkendt"]
    assert claim.state == state
    assert [given.label for given in claim.given] == ["Gælder til"]


LETTER = {"title": "Brevet", "url": "https://a.example/brev", "date": "3. marts 2026"}
STATEMENT = {"accessibility_statement": "https://a.example/was"}


@pytest.mark.parametrize(
    ("about", "fields", "day", "source"),
    [
        ("approval", {"approval": {"status": "godkendt"}}, "ikke oplyst", "ikke oplyst"),
        (
            "approval",
            {"approval": {"status": "godkendt", "date": "1/2-2026"}, "approval_source": LETTER},
            "1. februar 2026",
            "Brevet a.example (3. marts 2026)",
        ),
        ("security", {"security_consulted_on": "1/2-2026"}, "1. februar 2026", "ikke oplyst"),
        ("security", {"security_source": {"title": "Svaret"}}, "ikke oplyst", "Svaret"),
        ("controller", {"data_controller": "b1"}, "ikke oplyst", "ikke oplyst"),
        ("controller", {"data_controller_source": LETTER}, "3. marts 2026", "Brevet a.example"),
        ("consent", {"consent_source": LETTER}, "3. marts 2026", "Brevet a.example"),
        (
            "impact",
            {"impact_assessment": {"status": "mangler", "assessed_on": "1/2-2026"}},
            "1. februar 2026",
            "ikke oplyst",
        ),
        ("impact", {"impact_assessment_source": LETTER}, "3. marts 2026", "Brevet a.example"),
        (
            "device",
            {"medical_device": {"device_class": "I", "assessed_on": "1/2-2026"}},
            "1. februar 2026",
            "ikke oplyst",
        ),
        ("device", {"medical_device_source": LETTER}, "3. marts 2026", "Brevet a.example"),
        ("accessibility", STATEMENT, "ikke oplyst", "a.example/was"),
        (
            "accessibility",
            {**STATEMENT, "accessibility_source": LETTER},
            "3. marts 2026",
            "Brevet a.example",
        ),
    ],
)
def test_a_claim_has_a_day_and_a_source(
    about: str, fields: dict[str, Any], day: str, source: str
) -> None:
    """Or says that nobody told them."""
    catalogue = catalogue_of(app(**fields), unit("b1"))
    page = page_of(compile_site(at_noon(catalogue), SETTINGS), "apps/min-plan/")
    shown = text_of(read(page).main)
    claim = shown[shown.index(f" {TITLES[about]} ") :].partition("Dato: ")[2]
    assert claim.startswith(f"{day} Kilde: {source}")
    assert shown.count("Dato: ") == shown.count("Kilde: ") == 1


def test_what_nobody_claims_is_from_nowhere() -> None:
    page = page_of(compile_site(at_noon(catalogue_of(app())), SETTINGS), "apps/min-plan/")
    assert "Dato: " not in page.body and "Kilde: " not in page.body


def test_every_source_is_that_of_a_claim() -> None:
    """A field that no claim reads would be asked for in vain."""
    for key in SOURCES:
        told = claims(**{key: LETTER}).values()
        assert [c.title for c in told if c.origin and c.origin.source] != [], key
    assert len(SOURCES) == len(TITLES) - 1


def at_noon(catalogue: Catalogue) -> Catalogue:
    return with_board(catalogue, Board(NOW))


def test_a_page_knows_the_day_it_is_made() -> None:
    """Else an approval would hold for ever."""
    old = app(approval={"status": "godkendt", "valid_until": "22. november 2026"})
    site = compile_site(at_noon(catalogue_of(old)), SETTINGS)
    assert "Godkendelsen er udløbet." in page_of(site, "apps/min-plan/").body


KNOWN = {
    "audiences": ("patient",),
    "approval": {"status": "godkendt", "date": "1/2-2026", "valid_until": "1/2-2027"},
    "medical_device": {"device_class": "I", "basis": "Regel 11", "assessed_on": "1/1-2026"},
    "personal_data": SENSITIVE,
    "consent": {"status": "nødvendigt", "template_url": "https://a.example/samtykke"},
    "external_reviews": [
        {"scheme": "Prøven", "result": "Optaget", "date": "ukendt", "url": "https://a.example/"},
        {"scheme": "Nævnet", "result": "Anbefalet", "date": "1. marts 2026"},
    ],
}


def unit(id: str) -> Organisation:
    given = {"id": id, "source": f"data/organisations/{id}.yml", "title": "Enheden"}
    return Organisation.model_validate({**COMMON, **given, "type": "ukendt"})


def reviewer(id: str, title: str) -> Reference:
    given = {
        **COMMON,
        "id": id,
        "source": f"data/references/{id}.yml",
        "title": title,
        "use_for": "Du leder efter andres vurdering.",
        "type": "ordning",
        "relevance": "De ser på apps.",
        "url": "https://a.example/",
        "last_checked": "ukendt",
    }
    return Reference.model_validate(given)


NAEVNET = reviewer("naevnet", "Nævnet")


def test_the_panel_is_as_expected() -> None:
    page = page_with("apps/min-plan/", app(**KNOWN), NAEVNET, app_reviewers=("naevnet", "andre"))
    panel = as_kept(page.body).partition('<h2 id="tillid">')[2].partition("</section>")[0]
    assert_expected(f'<h2 id="tillid">{panel}', GOLDEN / "trust.html")


def test_its_facts_stand_nowhere_else() -> None:
    shown = text_of(read(page_with("apps/min-plan/", app(**KNOWN))).main)
    assert shown.count("1. februar 2026") == 1
    assert shown.count("Regel 11") == 1
    assert "Oprindelse" in shown


@pytest.mark.parametrize(
    ("audiences", "is_asked"),
    [(("patient", "kliniker"), True), (("medarbejder", "kliniker"), False), ("ukendt", True)],
)
def test_reviewers_are_asked_of_apps_that_they_review(audiences: Any, is_asked: bool) -> None:
    page = page_with(
        "apps/min-plan/", app(audiences=audiences), NAEVNET, app_reviewers=("naevnet",)
    )
    assert ('<a href="../../rammer/naevnet/">Nævnet</a>' in page.body) is is_asked


def test_nobody_is_asked_who_is_not_in_the_catalogue() -> None:
    page = page_with("apps/min-plan/", app(), app_reviewers=("naevnet",))
    assert "Spørg dem" not in page.body


def test_every_state_has_an_icon_and_a_tone() -> None:
    """A template that met another would stop the build."""
    assert set(get_args(State)) == {"Opfyldt", "Ikke opfyldt", "Ikke relevant", "Ikke vurderet"}
    assert "sl-panel" not in page_with("rammer/naevnet/", NAEVNET).body
