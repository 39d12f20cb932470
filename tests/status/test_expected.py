"""The published files in full: a change of any of them is seen before it is committed."""

import json
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.status.published import status_files
from synlighed.status.watched import Watched
from synlighed.status.words import Status
from tests.export.expected import assert_expected
from tests.status.boards import DOCUMENT, NOW, board, notice

GOLDEN = Path(__file__).parent / "golden"

NOTICES = (
    notice(
        "langsomt",
        Status.DEGRADED,
        "apps/koerebog",
        "apps/gammel",
        updates=((NOW - timedelta(minutes=5), "Fejlen er fundet."),),
    ),
    notice(
        "flytning",
        Status.MAJOR,
        "services/opslag",
        is_maintenance=True,
        starts=NOW + timedelta(days=20),
        ends=NOW + timedelta(days=20, hours=2),
        is_example=True,
    ),
)


def files() -> dict[str, str]:
    made = board(DOCUMENT, *NOTICES)
    return {uri: content.decode() for uri, content in status_files(made)}


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("status/status.json", "status.json"),
        ("status/watched.json", "watched.json"),
        ("status/historik.json", "historik.json"),
        ("status/atom.xml", "atom.xml"),
        ("status/vedligehold.ics", "vedligehold.ics"),
        ("status/badges/apps/gammel.svg", "badge.svg"),
        ("status/historik/apps/dagbog.svg", "bars.svg"),
    ],
)
def test_a_file_is_as_expected(uri: str, name: str) -> None:
    text = files()[uri]
    if uri.endswith(".json"):
        text = json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
    # Of a calendar, the ends of lines are another test's.
    assert_expected(text.replace("\r\n", "\n"), GOLDEN / name)


def test_every_picture_and_feed_is_xml() -> None:
    for uri, text in files().items():
        if not uri.endswith((".json", ".ics")):
            ElementTree.fromstring(text)


def test_what_is_watched_is_read_back() -> None:
    watched = board(None, *NOTICES).watched
    assert Watched.from_json(json.loads(json.dumps(watched.as_json()))) == watched


@given(st.text(max_size=30))
def test_any_name_fits_a_badge_and_the_feed(text: str) -> None:
    told = notice("n", Status.MAJOR, "apps/gammel", title=text, summary=text)
    made = board(None, told)
    for uri, content in status_files(made):
        if uri.endswith((".svg", ".xml")):
            ElementTree.fromstring(content)
