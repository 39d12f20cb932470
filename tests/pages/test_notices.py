"""Notices: about something in every edition, in order, and shown where what they are about is."""

import json
import shutil
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from synlighed.catalogue import Catalogue
from synlighed.cataloguing import compile_catalogue
from synlighed.edition import narrow
from synlighed.export.schema import schema_of
from synlighed.load import load
from synlighed.model import discover
from synlighed.model.notices import Notice
from synlighed.model.services import Service
from synlighed.problems import Problem
from synlighed.site import Site
from synlighed.visibility import Edition
from tests.pages.builder import compile_small, file_of, page_of, read
from tests.site.html import text_of

BASE = Path(__file__).parents[1] / "cases" / "base"
TODAY = date(2026, 11, 23)

NOTICE = """\
title: Login driller
summary: Nogle kan ikke logge på appen i dag.
type: forstyrrelse
impact: delvist nede
text: Prøv igen om lidt, eller ring.
{about}
starts: 23/11-2026 8:15
updates:
  - {{at: 23. november 2026 kl. 8.30, text: Vi leder efter fejlen., status: undersøges}}
  - {{at: 2026-11-23T09:42, text: Fejlen er fundet.}}
owner: ukendt
last_reviewed: 23. november 2026
created: 23. november 2026
visibility: {visibility}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one app, for everyone, and one service, for partners."""
    data = Path(shutil.copytree(BASE, tmp_path / "data"))
    write(data, "contacts/apps-og-hjaelp.yml", organisation="ukendt", visibility="offentlig")
    write(data, "apps/min-plan.yml", visibility="offentlig")
    write(data, "services/adgang-til-data.yml", provider="ukendt", visibility="partner")
    return data


def write(data: Path, name: str, **fields: str) -> None:
    """Sets fields of an item that stand on one line each."""
    lines = (data / name).read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line.partition(":")[0] not in fields]
    lines += [f"{key}: {value}" for key, value in fields.items()]
    (data / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def add_notice(data: Path, about: str, visibility: str = "intern") -> None:
    text = NOTICE.format(about=about, visibility=visibility)
    (data / "notices" / "login.yml").write_text(text, encoding="utf-8")


def compiled(data: Path) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    return compile_catalogue(load(data, discover(), shown_as="data"), TODAY)


def site_of(data: Path) -> Site:
    catalogue, problems = compiled(data)
    assert catalogue, [problem.message for problem in problems]
    return compile_small(catalogue)


BOTH = "apps: [min-plan]\nservices: [adgang-til-data]"


@pytest.mark.parametrize(
    ("about", "visibility", "code"),
    [
        (BOTH, "offentlig", ""),
        ("apps: [min-plan]", "offentlig", ""),
        ("services: [adgang-til-data]", "partner", ""),
        ("services: [adgang-til-data]", "intern", ""),
        ("services: [adgang-til-data]", "offentlig", "F314"),
        ("", "offentlig", "F228"),
    ],
)
def test_it_is_about_something_its_readers_may_see(
    data: Path, about: str, visibility: str, code: str
) -> None:
    """One of all that it names is enough."""
    add_notice(data, about, visibility)
    catalogue, problems = compiled(data)
    assert [problem.code for problem in problems] == [code] * bool(code)
    assert bool(catalogue) is not bool(code)


def test_an_edition_names_no_hidden_service(data: Path) -> None:
    """The notice stays, with what is left of what it is about."""
    add_notice(data, BOTH, "offentlig")
    catalogue, _ = compiled(data)
    assert catalogue
    for edition, services in ((Edition.PUBLIC, ()), (Edition.PARTNER, ("adgang-til-data",))):
        notice = narrow(catalogue, edition, None).get("notices", "login")
        assert isinstance(notice, Notice)
        assert (notice.apps, notice.services) == (("min-plan",), services)


def test_an_edition_holds_no_notice_it_may_not_see(data: Path) -> None:
    """Not where its app stands, either."""
    add_notice(data, BOTH)
    catalogue, _ = compiled(data)
    assert catalogue
    public = narrow(catalogue, Edition.PUBLIC, None)
    assert "notices" not in public.model
    assert [links.label for links in public.incoming(public.get("apps", "min-plan"))] == []


def test_what_it_cannot_do_without_is_never_taken_away(data: Path) -> None:
    """A catalogue that was not checked is not narrowed to a notice about nothing."""
    add_notice(data, "services: [adgang-til-data]", "partner")
    catalogue, _ = compiled(data)
    assert catalogue
    items = [
        item.model_copy(update={"visibility": "intern"}) if isinstance(item, Service) else item
        for kind in catalogue.model
        for item in catalogue.items(kind.kind.key)
    ]
    unchecked = Catalogue(catalogue.model, catalogue.site, items)
    with pytest.raises(ValueError, match="cannot do without"):
        narrow(unchecked, Edition.PARTNER, None)


def test_its_page(data: Path) -> None:
    """What is the matter, since when, and what has been told, the oldest first."""
    add_notice(data, BOTH)
    page = page_of(site_of(data), "driftsmeddelelser/login/")
    shown = text_of(read(page).main)
    assert "Driftsmeddelelse Slags: Forstyrrelse" in shown
    assert "Påvirkning Delvist nede" in shown
    assert "Begynder 23. november 2026 kl. 08.15" in shown
    told = shown.partition("Opdateringer ")[2]
    assert told.startswith("23. november 2026 kl. 08.30 Nyt: Vi leder efter fejlen.")
    assert '<time datetime="2026-11-23T08:15:00+01:00">' in page.body


def test_its_app_and_its_service_lead_to_it(data: Path) -> None:
    add_notice(data, BOTH)
    site = site_of(data)
    for url in ("apps/min-plan/", "services/adgang-til-data/"):
        page = read(page_of(site, url))
        assert "Driftsmeddelelser" in text_of(page.main)
        assert "../../driftsmeddelelser/login/" in {link.to for link in page.links}


def test_its_export(data: Path) -> None:
    """Moments with their offset, valid by the published schema."""
    add_notice(data, BOTH)
    site = site_of(data)
    [_, login] = json.loads(file_of(site, "api/v1/notices.json"))["items"]
    schema = json.loads(file_of(site, "api/v1/schema/notices.json"))
    assert login["fields"]["starts"] == "2026-11-23T08:15:00+01:00"
    assert login["fields"]["updates"][1]["at"] == "2026-11-23T09:42:00+01:00"
    assert jsonschema.Draft7Validator(schema).is_valid(login["fields"])


def test_an_editor_is_told_that_one_of_two_must_stand() -> None:
    """By the schema, where neither does."""
    schema = schema_of(Notice, None)
    one = jsonschema.Draft7Validator({"anyOf": schema["anyOf"]})
    assert one.is_valid({"apps": ["a"]}) and one.is_valid({"services": ["a"]})
    assert not one.is_valid({"title": "a"})
    assert "anyOf" not in schema_of(Service, None)


def test_the_handbook_says_it_too(data: Path) -> None:
    page = read(page_of(site_of(data), "haandbog/driftsmeddelelser/"))
    shown = text_of(page.main)
    assert shown.count("mindst ét af felterne »Apps« og »Services« skal udfyldes") == 2
    assert "skal udfyldes, når »Slags« er »vedligehold«" in shown
