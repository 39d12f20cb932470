"""Nothing says that all is well while something is known to be wrong, or is not understood."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.status.board import Board
from synlighed.status.events import incidents_of
from synlighed.status.words import Status
from tests.status.boards import ITEMS, NOW, board, document, incident, notice

TWO = ITEMS[:2]
WELL = document(dagbog="operational", koerebog="operational")
NOT_ALL = "Alt, der er målt, er i drift. Noget kan være galt, uden at vi ved det."


def said(*notices: Any, shows_drift: bool = True, **about: Any) -> tuple[Status, str]:
    """What is said of two apps that are measured as working, when the document holds this too."""
    made = board(WELL | about, *notices, items=TWO, shows_drift=shows_drift)
    return made.status, made.summary


def test_all_is_well() -> None:
    assert said() == (Status.OPERATIONAL, "Alt er i drift.")


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (incident(), Status.MAJOR),
        (incident(impact="ukendt"), Status.UNKNOWN),
        (incident(impact=None), Status.UNKNOWN),
        # Of what is said to work all the same, and of what is in no catalogue.
        (incident("nord.koerebog"), Status.MAJOR),
        (incident("nord.vagtplan", impact="minor"), Status.DEGRADED),
        (incident("nord.koerebog", 7), Status.MAJOR),
        (incident(components="nord.koerebog"), Status.MAJOR),
    ],
)
def test_an_incident_that_no_item_shows(told: dict[str, Any], status: Status) -> None:
    summary = "Der er en hændelse: Alt går langsomt. Alt andet er i drift."
    assert said(incidents=[told]) == (status, summary)


@pytest.mark.parametrize(
    "told", [incident(impact="none"), incident(status="resolved"), incident(status="postmortem")]
)
def test_an_incident_that_disturbs_nobody(told: dict[str, Any]) -> None:
    assert said(incidents=[told]) == (Status.OPERATIONAL, "Alt er i drift.")


def test_an_incident_of_what_is_shown_to_be_disturbed_is_told_once() -> None:
    hit = document(dagbog="operational", koerebog="partial_outage")
    made = board(hit | {"incidents": [incident("nord.koerebog")]}, items=TWO)
    assert made.summary == "Kørebog virker ikke, som den skal. Alt andet er i drift."
    both = board(hit | {"incidents": [incident("nord.koerebog", "nord.dagbog")]}, items=TWO)
    assert both.summary.startswith("Der er en hændelse: Alt går langsomt. Kørebog virker ikke")


def test_a_notice_of_what_is_not_watched() -> None:
    told = notice("telefoner", Status.MAJOR, "services/telefoner")
    summary = "Der er en driftsmeddelelse: Om telefoner. Alt andet er i drift."
    assert said(told) == (Status.MAJOR, summary)
    example = notice("telefoner", Status.MAJOR, "services/telefoner", is_example=True)
    assert said(example)[1].startswith("Der er en driftsmeddelelse: Eksempel: Om telefoner.")
    work = notice("telefoner", Status.MAJOR, "services/telefoner", is_maintenance=True)
    assert said(work)[1].startswith("Der er planlagt vedligehold: Om telefoner. Alt andet")
    for nothing in (
        notice("telefoner", Status.OPERATIONAL, "services/telefoner"),
        notice("telefoner", Status.MAJOR, "services/telefoner", ends=NOW),
    ):
        assert said(nothing) == (Status.OPERATIONAL, "Alt er i drift.")


def test_what_was_heard_long_ago_is_the_last_that_is_known() -> None:
    raw = WELL | {"incidents": [incident("nord.koerebog")]}
    late = board(raw, items=TWO, now=NOW + timedelta(minutes=3))
    assert late.summary == "Sidst kendte hændelse: Alt går langsomt. Alt andet er i drift."
    assert late.status is Status.UNKNOWN
    told = notice("telefoner", Status.MAJOR, "services/telefoner")
    lost = board(raw, told, items=TWO, now=NOW + timedelta(hours=30))
    assert lost.status is Status.MAJOR
    assert lost.summary == (
        "Sidst kendte hændelse: Alt går langsomt. Der er en driftsmeddelelse: Om telefoner. "
        "To apps ved vi ikke noget om."
    )


def test_what_is_named_twice_is_hit_once() -> None:
    made = board(WELL | {"incidents": [incident("nord.koerebog", "nord.koerebog")]}, items=TWO)
    assert len(made.states["apps/koerebog"].incidents) == 1
    assert len(incidents_of(made)[0].hits) == 1


def test_only_some_are_named() -> None:
    told = [incident(id=f"h{number}", title=f"Nummer {number}") for number in range(5)]
    summary = said(incidents=told)[1]
    assert summary.count("Der er en hændelse") == 3
    assert "Der er 2 hændelser mere. Alt andet er i drift." in summary


@pytest.mark.parametrize(
    "about",
    [
        {"partial": True},
        {"partial": True, "missing": []},
        {"partial": True, "missing": [7, None]},
        {"partial": "ja"},
        {"missing": ["nord.opslag", {}]},
        {"missing": "nord.dagbog"},
        {"incidents": [{}]},
        {"incidents": ["en hændelse"]},
        {"incidents": {"uheld": incident()}},
        {"incidents": [incident(started_at="i går")]},
        # Written in Danish time, as if that were UTC: it is going on, and nobody can tell.
        {"incidents": [incident(started_at=(NOW + timedelta(hours=1)).isoformat())]},
    ],
)
def test_what_is_not_understood_may_be_anything(about: dict[str, Any]) -> None:
    assert said(**about) == (Status.UNKNOWN, NOT_ALL)
    assert board(WELL | about, items=TWO).problems


def test_what_is_resolved_in_the_future_is_open() -> None:
    later = (NOW + timedelta(hours=1)).isoformat()
    assert said(incidents=[incident(resolved_at=later)])[0] is Status.MAJOR
    now = NOW.isoformat()
    assert said(incidents=[incident(resolved_at=now)])[0] is Status.OPERATIONAL


def test_one_id_is_one_incident() -> None:
    """Pages and feeds know them by it; the second is one that cannot be read."""
    made = board(WELL | {"incidents": [incident(impact="none"), incident()]}, items=TWO)
    assert len(made.incidents) == 1 and made.status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("told", "knows_all"),
    [
        (incident(), False),
        (incident("nord.koerebog"), True),
        (incident("nord.koerebog", "nord.hemmelig"), False),
        (incident(7), False),
        # It hits only what these readers are not shown.
        (incident("nord.hemmelig"), True),
        (incident("nord.hemmelig", impact="none"), True),
        (incident(impact="none"), True),
        (incident(status="resolved"), True),
    ],
)
def test_what_readers_outside_may_not_be_told(told: dict[str, Any], knows_all: bool) -> None:
    status, summary = said(incidents=[told], shows_drift=False)
    assert (summary == NOT_ALL) is not knows_all
    if not knows_all:
        assert status is Status.UNKNOWN
    assert ("Alt går langsomt" in summary) is (told["components"] == ["nord.koerebog"])


names = st.sampled_from(["nord.dagbog", "nord.koerebog", "nord.opslag", "nord.ude", 7, ""])
words = st.sampled_from([*(status.value for status in Status), "ok"])
incidents = st.lists(
    st.none()
    | st.builds(
        incident,
        id=st.sampled_from(["a", "b", "c", None]),
        components=st.lists(names, max_size=3) | st.none(),
        impact=st.sampled_from(["none", "minor", "critical", "maintenance", "slem", None]),
        status=st.sampled_from(["investigating", "resolved", None]),
        started_at=st.sampled_from([NOW.isoformat(), "nu"]),
    ),
    max_size=3,
)
notices = st.lists(
    st.builds(
        lambda impact, item, is_work: notice("n", impact, item, is_maintenance=is_work),
        st.sampled_from(list(Status)),
        st.sampled_from(["apps/koerebog", "apps/gammel", "services/ikke-fulgt"]),
        st.booleans(),
    ),
    max_size=2,
)


def is_quiet(row: Any) -> bool:
    """Whether what a platform tells of an incident can be read, and is nothing to worry about."""
    return (
        row is not None
        and row["id"] is not None
        and row["started_at"] != "nu"
        and (row["impact"] == "none" or row["status"] == "resolved")
    )


@given(
    st.dictionaries(st.sampled_from(["dagbog", "koerebog"]), words, min_size=1),
    incidents,
    notices,
    st.sampled_from([None, True, False, "ja"]),
    st.lists(names, max_size=2) | st.none(),
    st.booleans(),
    st.integers(-600, 1200),
)
def test_all_is_well_only_when_everything_says_so(
    measured: dict[str, str],
    rows: list[Any],
    told: list[Any],
    partial: Any,
    missing: Any,
    shows_drift: bool,
    later: int,
) -> None:
    raw = document(**measured) | {"incidents": rows, "partial": partial, "missing": missing}
    made = board(raw, *told, items=TWO, now=NOW + timedelta(seconds=later), shows_drift=shows_drift)
    says_all = "Alt er i drift" in made.summary
    assert (made.status is Status.OPERATIONAL) <= all_works(made)
    if says_all:
        assert made.status is Status.OPERATIONAL and all_works(made)
        assert all(one.status is Status.OPERATIONAL for one in told)
        ids = [row["id"] for row in rows if row is not None]
        assert len(ids) == len({*ids})
        assert all(is_quiet(row) or hits_only_others(row, shows_drift) for row in rows)
        assert not partial and not (missing and {7, ""} & {*missing})
    if "Alt andet er i drift" in made.summary:
        assert not any(state.status is Status.UNKNOWN for state in made.states.values())
        assert made.knows_all


def all_works(made: Board) -> bool:
    return all(state.status is Status.OPERATIONAL for state in made.states.values())


def hits_only_others(row: Any, shows_drift: bool) -> bool:
    """Whether readers may not be told of an incident, and need not: they see nothing it hits."""
    if shows_drift or row is None or row["id"] is None or row["started_at"] == "nu":
        return False
    hit = {*(row["components"] or ())}
    return bool(hit) and hit <= {"nord.opslag", "nord.ude"}
