"""What comes from outside is read as far as it can be, and never taken for more than it says."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.status.atom import feed
from synlighed.status.document import NotADocument, read_document
from synlighed.status.events import incidents_of
from synlighed.status.measured import Answer, measured
from synlighed.status.published import FEED, as_json
from synlighed.status.told import as_text, news_of
from synlighed.status.words import Status
from tests.status.boards import DOCUMENT, NOW, board, incident


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

    assert after(timedelta(days=1)) is Status.OPERATIONAL
    assert after(timedelta(days=1, seconds=1)) is Status.UNKNOWN


def test_what_cannot_be_read_takes_nothing_with_it() -> None:
    rows = [None, {"id": 7}, *DOCUMENT["components"], DOCUMENT["components"][0]]
    read = read_document(DOCUMENT | {"components": rows, "incidents": [{}], "maintenances": [1]})
    assert len(read.components) == len(DOCUMENT["components"])
    assert len(read.faults) == 5


def test_an_id_that_stands_twice_is_unknown() -> None:
    """Whichever is first: nobody knows which of them is true."""
    good, bad = (
        {"status": word, "message": {"da": word}} for word in ("operational", "major_outage")
    )
    for first, second in ((good, bad), (bad, good), (good, good)):
        rows = [DOCUMENT["components"][1] | first, DOCUMENT["components"][1] | second]
        read = read_document(DOCUMENT | {"components": rows})
        found = read.components["nord.koerebog"]
        assert (found.status, found.since, found.message) == (Status.UNKNOWN, None, "")
        assert read.faults == (
            "nord.koerebog står der mere end én gang, så den regnes for ukendt.",
        )


@pytest.mark.parametrize("due", [None, "snart", "9999-12-31T23:59:59Z", 7])
def test_who_does_not_say_when_there_is_more_is_told_of(due: object) -> None:
    read = read_document(DOCUMENT | {"next_update_due": due})
    assert read.due is None
    assert read.faults == ("Svaret siger ikke, hvornår det næste kommer.",)


@pytest.mark.parametrize(
    ("value", "seconds", "told"),
    [
        (0.5, 0.5, None),
        (86_400, 86_400, None),
        # The contract lets it say a week; nothing is taken to be known for so long.
        (604_800, 86_400, None),
        (0, 0, "nord.koerebog siger, at målingen ikke gælder."),
        (-1, 0, "nord.koerebog siger, at målingen ikke gælder."),
        *(
            (
                value,
                300,
                "nord.koerebog siger ikke, hvor længe målingen gælder; vi regner med 5 minutter.",
            )
            for value in (None, "300", True, [300], float("nan"))
        ),
    ],
)
def test_how_long_a_measurement_holds(value: object, seconds: float, told: str | None) -> None:
    read = read_document(with_component(stale_after_s=value))
    assert read.components["nord.koerebog"].good_for == timedelta(seconds=seconds)
    assert read.faults == ((told,) if told else ())


def test_what_has_not_happened_is_not_told_as_a_fact() -> None:
    made = datetime.fromisoformat(DOCUMENT["generated_at"])
    soon, later = ((made + timedelta(seconds=ahead)).isoformat() for ahead in (30, 90))
    for at, is_kept in ((soon, True), (later, False)):
        read = read_document(with_component(status_since=at))
        assert (read.components["nord.koerebog"].since is not None) is is_kept
        read = read_document(DOCUMENT | {"incidents": [incident(id="før", started_at=at)]})
        assert bool(read.incidents) is read.tells_all is is_kept
    assert read.faults == ("Hændelsen før begynder senere end det øjeblik, svaret er fra.",)


@pytest.mark.parametrize("status", ["completed", "cancelled", "in_progress"])
def test_work_that_is_done_before_its_time(status: str) -> None:
    work = {
        "id": "v",
        "title": "Ny server",
        "status": status,
        "starts_at": (NOW - timedelta(hours=1)).isoformat(),
        "ends_at": (NOW + timedelta(hours=1)).isoformat(),
        "components": ["nord.koerebog"],
    }
    made = board(DOCUMENT | {"maintenances": [work]})
    assert bool(made.maintenances) is (status == "in_progress")


@pytest.mark.parametrize("status", ["resolved", "postmortem"])
def test_an_incident_that_is_over_and_does_not_say_since_when(status: str) -> None:
    """It is told of for as long as others, counted from when something was last told of it."""
    last = {"at": (NOW - timedelta(days=13)).isoformat(), "status": status, "body": "Det virker."}
    began = (NOW - timedelta(days=40)).isoformat()
    said = {
        "incidents": [incident("nord.koerebog", status=status, started_at=began, updates=[last])]
    }
    [event] = incidents_of(board(DOCUMENT | said))
    assert event.is_over
    assert as_text(event.told) == "Begyndte 14. oktober 2026 kl. 10.42, og er løst."
    assert not board(DOCUMENT | said).states["apps/koerebog"].incidents
    assert "(løst)" in feed(board(DOCUMENT | said), FEED).decode()
    assert incidents_of(board(DOCUMENT | said, now=NOW + timedelta(days=2))) == ()


@pytest.mark.parametrize(
    ("stage", "body", "told"),
    [
        ("investigating", "Vi leder.", "Undersøges: Vi leder."),
        ("identified", "En server.", "Fundet: En server."),
        ("monitoring", "Det ser godt ud.", "Overvåges: Det ser godt ud."),
        ("resolved", "Løst: alt virker.", "Løst: alt virker."),
        ("resolved", "", "Løst"),
        ("et andet ord", "Vi leder.", "Vi leder."),
    ],
)
def test_an_update_says_how_far_they_have_come(stage: str, body: str, told: str) -> None:
    update = {"at": NOW.isoformat(), "status": stage, "body": body}
    made = board(DOCUMENT | {"incidents": [incident("nord.koerebog", updates=[update])]})
    assert [text for _, text in incidents_of(made)[0].updates] == [told]
    assert news_of(made.states["apps/koerebog"])[0].text == told
    assert told in feed(made, FEED).decode()


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
    made = board(raw)
    assert "Alt er i drift" not in made.summary or read.tells_all
    assert json.dumps(as_json(made)) and feed(made, FEED)
