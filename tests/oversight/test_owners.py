"""Who answers for what, in which capacity, and where it stands."""

from synlighed.addresses import Addresses
from synlighed.catalogue import Catalogue
from synlighed.edition import narrow
from synlighed.model import discover
from synlighed.model.relation import relations_of
from synlighed.oversight.owners import (
    OWNED_PER_PAGE,
    owner_url,
    owner_urls,
    owners_of,
    pages_of_owner,
)
from synlighed.owned import DUTIES, duties
from synlighed.visibility import Edition
from tests.export.sample import TODAY
from tests.pages.real import app, catalogue_of, contact

OWNER = contact(title="Hjælpen", owner="andre", former_ids=["hjaelp"])


def titles(catalogue: Catalogue) -> list[str]:
    return [item.title for item in catalogue.owned("contacts", "hjaelpen", 0, 999)]


def test_what_falls_due_first_is_first_and_what_never_does_is_last() -> None:
    known = {"system_owner": "hjaelpen"}
    catalogue = catalogue_of(
        app(id="a", title="Aldrig", lifecycle="ikke i drift", **known),
        app(id="b", title="Om lidt", last_reviewed="1. maj 2026", **known),
        app(id="c", title="Ved ingen", last_reviewed="ukendt", **known),
        app(id="d", title="Å samme dag", last_reviewed="1. april 2026", **known),
        app(id="e", title="Samme dag", last_reviewed="1. april 2026", **known),
        app(id="f", title="En andens", last_reviewed="1. april 2026"),
        OWNER,
    )
    expected = ["Samme dag", "Å samme dag", "Om lidt", "Ved ingen", "Aldrig"]
    assert titles(catalogue) == expected
    assert catalogue.count_owned("contacts", "hjaelpen") == 5


def test_one_capacity_more_is_no_item_more() -> None:
    own = app(owner="hjaelpen", system_owner="hjaelpen", system_manager="hjaelpen")
    catalogue = catalogue_of(own, OWNER)
    assert titles(catalogue) == ["Min Plan"]
    assert duties(own, "hjaelpen") == ("ansvarlig", "systemejer", "systemforvalter")
    assert duties(app(system_manager="hjaelpen"), "hjaelpen") == ("systemforvalter",)
    assert duties(app(), "hjaelpen") == ()


def test_every_capacity_is_a_relation_to_contact_points() -> None:
    declared = {one.inverse_slug for kind in discover() for one in relations_of(kind)}
    assert DUTIES.keys() <= declared
    leading_elsewhere = {
        one.to for kind in discover() for one in relations_of(kind) if one.inverse_slug in DUTIES
    }
    assert leading_elsewhere == {"contacts"}


def test_who_answers_for_nothing_has_no_page() -> None:
    catalogue = catalogue_of(app(owner="hjaelpen"), OWNER, contact("ingenting", owner="hjaelpen"))
    assert [owner.id for owner in owners_of(catalogue)] == ["hjaelpen"]


def test_where_it_is() -> None:
    apps = (app(id=f"app-{n}", owner="hjaelpen") for n in range(OWNED_PER_PAGE + 1))
    catalogue = catalogue_of(OWNER, *apps)
    assert pages_of_owner(OWNER, catalogue) == 2
    assert set(owner_urls(catalogue)) == {
        "overblik/hjaelpen/",
        "overblik/hjaelpen/side/2/",
        "overblik/hjaelpen/frister.ics",
        "overblik/hjaelpen/rss.xml",
    }
    assert all(url in Addresses(catalogue) for url in owner_urls(catalogue))
    assert owner_url(OWNER, id="hjaelp") == "overblik/hjaelp/"


def test_no_id_takes_the_place_of_a_file() -> None:
    """A file has an ending and a page has none, so no contact point need be refused its name."""
    odd = [contact(id, owner=id) for id in ("frister", "rss", "frister-ics", "rss-xml")]
    urls = [*owner_urls(catalogue_of(*odd))]
    assert len(urls) == len(set(urls)) == 3 * len(odd)


def test_nobody_outside_is_told_who_must_do_what() -> None:
    seen = {"visibility": "offentlig"}
    whole = catalogue_of(app(owner="hjaelpen", **seen), contact(owner="hjaelpen", **seen))
    assert [*owner_urls(whole)]
    for edition in (Edition.PARTNER, Edition.PUBLIC):
        narrowed = narrow(whole, edition, TODAY)
        assert narrowed.count_owned("contacts", "hjaelpen") == 2
        assert owners_of(narrowed) == () and [*owner_urls(narrowed)] == []
