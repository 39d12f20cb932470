"""The trends side by side, and the page of one."""

import re
from pathlib import Path

import pytest

from synlighed.pages.trends import turn_of
from tests.export.expected import assert_expected
from tests.pages.builder import compile_small, page_of
from tests.pages.numbers import trend
from tests.pages.real import catalogue_of, page_with
from tests.pages.test_pages import is_sound, links_of

GOLDEN = Path(__file__).parent / "golden"
OUTSIDE = "uden for medicoteknik"


def test_the_picture_and_the_table_are_as_expected() -> None:
    trends = [
        trend("ure", "afprøv", "følg", area=OUTSIDE),
        trend("chips", "afvent"),
        trend("maalinger", "følg", "afprøv"),
        trend("noegler", "afprøv", "anvend", area=OUTSIDE),
    ]
    body = page_with("tendenser/", *trends).body
    shown = re.search(r'<figure class="sl-radar".*?</table></div>', body, re.DOTALL)
    assert shown
    assert_expected(f"{shown[0]}\n", GOLDEN / "trends.html")


@pytest.mark.parametrize(
    ("assessments", "turn"),
    [
        (["følg"], ""),
        (["følg", "anvend"], "forward"),
        (["afvent", "følg"], "forward"),
        (["anvend", "afprøv"], "back"),
        (["afvent", "anvend", "følg"], "back"),
    ],
)
def test_which_way_it_was_moved_last(assessments: list[str], turn: str) -> None:
    assert turn_of(trend("ure", *assessments)) == turn


@pytest.mark.parametrize("number", [1, 12, 200])
def test_each_is_in_the_picture_and_in_the_table(number: int) -> None:
    site = compile_small(catalogue_of(*(trend(f"tendens-{n}", "følg") for n in range(number))))
    is_sound(site)
    body = page_of(site, "tendenser/").body
    picture, table = (
        body[: body.index("</svg>")],
        body[body.index("<tbody>") : body.index("</table>")],
    )
    found = [re.findall(r'href="[^"]*(tendens-\d+)/"', part) for part in (picture, table)]
    assert found[0] == found[1]
    assert len(set(found[0])) == number
    assert [int(n) for n in re.findall(r'text-anchor="middle">(\d+)<', picture)] == list(
        range(1, number + 1)
    )


def test_a_later_page_of_the_list_does_not_repeat_it() -> None:
    site = compile_small(catalogue_of(*(trend(f"tendens-{n}", "følg") for n in range(60))))
    assert "sl-radar" not in page_of(site, "tendenser/side/2/").body


def test_where_there_are_none_there_is_no_picture() -> None:
    assert "<figure" not in page_with("tendenser/").body


def test_a_trend_tells_of_every_time_it_was_assessed() -> None:
    page = page_with("tendenser/ure/", trend("ure", "følg", "afprøv"))
    assert page.body.index("1. januar 2026") < page.body.index("1. februar 2026")
    assert page.body.index("Ingen har spurgt.") < page.body.index("Vurderet før og nu")
    assert "Ses på igen" in page.body and "1. april 2027" in page.body
    assert "tendenser/" in links_of(page) or page.section == "tendenser/index.md"
