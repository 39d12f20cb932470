"""What comes from outside is read as far as it can be, and never taken for more than it says."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.status.document import NotADocument, read_document
from synlighed.status.measured import Answer, measured
from synlighed.status.words import Status
from tests.status.boards import DOCUMENT, NOW


def with_component(**changes: Any) -> dict[str, Any]:
    return DOCUMENT | {"components": [DOCUMENT["components"][1] | changes]}


def test_an_ordinary_day() -> None:
    read = read_document(DOCUMENT)
    assert read.is_example and not read.faults
    assert {one.id: one.status for one in read.components.values()} == {
        "nord.dagbog": Status.DEGRADED,
        "nord.koerebog": Status.OPERATIONAL,
        "nord.maaleren": Status.UNKNOWN,
        "nord.vagtplan": Status.OPERATIONAL,
    }
    assert [one.impact for one in read.incidents if one.resolved is None] == [Status.DEGRADED]
    [login] = [one for one in read.incidents if one.resolved is None]
    assert [update.at for update in login.updates] == sorted(
        (update.at for update in login.updates), reverse=True
    )


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"status": "ok"}, "nord.koerebog har en status, vi ikke kender: »ok«."),
        ({"status": None}, "nord.koerebog har en status, vi ikke kender: »«."),
        ({"status": "OPERATIONAL"}, "nord.koerebog har en status, vi ikke kender: »OPERATIONAL«."),
        ({"observed_at": None}, "nord.koerebog siger ikke, hvornår den er målt."),
        ({"observed_at": "i går"}, "nord.koerebog siger ikke, hvornår den er målt."),
        # A time without an offset may be any of two dozen.
        ({"observed_at": "2026-11-23T09:41:00"}, "nord.koerebog siger ikke, hvornår den er målt."),
    ],
)
def test_what_is_not_known_is_unknown(changes: dict[str, Any], told: str) -> None:
    read = read_document(with_component(**changes))
    assert read.components["nord.koerebog"].status is Status.UNKNOWN
    assert read.faults == (told,)


@pytest.mark.parametrize("seconds", [86_400, 86_401, 10**9, 1e300])
def test_no_measurement_holds_for_more_than_a_day(seconds: float) -> None:
    """However long the platform answers for it: what is older than that is unknown everywhere."""
    observed = NOW.isoformat()
    raw = with_component(status="operational", observed_at=observed, stale_after_s=seconds)
    answer = Answer(read_document(raw))

    def after(time: timedelta) -> Status:
        return measured(answer, "nord.koerebog", NOW + time).status

    assert after(timedelta(days=1, seconds=1)) is Status.UNKNOWN
    # What asks for a day has it; what asks for more has made a mistake, and is trusted less.
    assert (after(timedelta(days=1)) is Status.OPERATIONAL) == (seconds == 86_400)
    assert after(timedelta(minutes=5)) is Status.OPERATIONAL


def test_what_cannot_be_read_takes_nothing_with_it() -> None:
    rows = [None, {"id": 7}, *DOCUMENT["components"], DOCUMENT["components"][0]]
    read = read_document(DOCUMENT | {"components": rows, "incidents": [{}], "maintenances": [1]})
    assert len(read.components) == len(DOCUMENT["components"])
    assert len(read.faults) == 5


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"schema": "map-status/2"}, "Svaret er ikke af formen map-status/1."),
        ({"generated_at": "nu"}, "Svaret siger ikke, hvornår det er lavet."),
        ({"components": {}}, "Svaret nævner ingen komponenter."),
    ],
)
def test_another_document_is_refused(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(NotADocument) as error:
        read_document(DOCUMENT | changes)
    assert str(error.value) == told


def test_texts_are_one_line_of_signs_that_can_be_seen() -> None:
    hostile = "Ned\u202ede\x00\n\n<b>nu</b>" + "x" * 5000
    read = read_document(with_component(name=hostile, message={"da": hostile}))
    message = read.components["nord.koerebog"].message
    assert message.startswith("Ned de <b>nu</b>x") and len(message) == 600
    assert message.isprintable()


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text() | st.sampled_from([NOW.isoformat()]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(sorted(DOCUMENT)), values), st.lists(values, max_size=3))
def test_no_document_breaks_the_reading(changes: dict[str, Any], rows: list[Any]) -> None:
    """It is read, or refused; and what it does not call operational does not become so."""
    raw = DOCUMENT | {"components": rows} | changes
    try:
        read = read_document(raw)
    except NotADocument:
        return
    said = raw["components"]
    good = sum(isinstance(row, dict) and row.get("status") == "operational" for row in said)
    found = [one for one in read.components.values() if one.status is Status.OPERATIONAL]
    assert len(found) <= good
