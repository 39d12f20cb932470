"""Which devices an app is for: what is named is a yes, and what nobody told is no answer."""

from typing import Any

import pytest

from synlighed.model.vocabulary import Ownership
from synlighed.pages.devices import _MODES, _OWNERS, devices_of
from tests.export.expected import assert_expected
from tests.pages.builder import as_kept, read
from tests.pages.real import app, page_with
from tests.pages.test_expected import GOLDEN
from tests.site.html import text_of

OWNERS = "Regionen", "Kommunen", "Borgeren eller patienten selv"
MODES = "Én bruger har den for sig selv", "Flere deles om den, som en funktionstelefon"


@pytest.mark.parametrize(
    ("ownership", "mode", "answers"),
    [
        (("regional",), "delt", "Ja Nej Nej / Nej Ja"),
        (("borger",), "personlig", "Nej Nej Ja / Ja Nej"),
        (("regional", "kommunal", "borger"), "personlig", "Ja Ja Ja / Ja Nej"),
        (("borger",), None, "Nej Nej Ja / ? ?"),
        ("ukendt", None, "? ? ? / ? ?"),
        ("ukendt", "delt", "? ? ? / Nej Ja"),
    ],
)
def test_what_is_named_is_a_yes_and_the_unknown_is_never_one(
    ownership: Any, mode: str | None, answers: str
) -> None:
    owners, modes = devices_of(app(device_ownership=ownership, usage_mode=mode))
    assert tuple(device.label for device in owners.devices) == OWNERS
    assert tuple(device.label for device in modes.devices) == MODES
    told = [" ".join(device.answer for device in group.devices) for group in (owners, modes)]
    assert " / ".join(told).replace("Ikke oplyst", "?") == answers


def test_every_value_that_can_be_named_has_its_row() -> None:
    assert set(_OWNERS) == set(Ownership.__args__)
    assert set(_MODES) == {"personlig", "delt"}


def test_the_table_stands_on_the_page_instead_of_the_facts() -> None:
    page = page_with("apps/min-plan/", app(device_ownership=("regional",), usage_mode="delt"))
    shown = text_of(read(page).main)
    assert "Regionen Ja Kommunen Nej Borgeren eller patienten selv Nej" in shown
    assert "Ejerskab af udstyr" not in shown and "Brugsform" not in shown
    assert "Gælder på din enhed" in [heading.title for heading in page.headings]


def test_the_table_is_as_expected() -> None:
    page = page_with("apps/min-plan/", app(device_ownership=("borger",)))
    table = as_kept(page.body).partition("<table")[2].partition("</table>")[0]
    assert_expected(f"<table{table}</table>\n", GOLDEN / "devices.html")
