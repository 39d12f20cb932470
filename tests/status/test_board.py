"""What is shown of each, and of all: the worst that anybody told, and never more than is known."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.status.atom import feed
from synlighed.status.published import FEED, as_json, status_files
from synlighed.status.told import as_text, news_of, plans_of, told_of
from synlighed.status.watched import Item
from synlighed.status.words import Status
from tests.status.boards import DOCUMENT, ITEMS, NOW, board, document, notice


def shown(made, key: str = "apps/koerebog") -> tuple[Status, str]:
    state = made.states[key]
    return state.status, as_text(told_of(state, "MAP"))


def test_an_ordinary_day() -> None:
    made = board()
    assert {key: state.status.text for key, state in made.states.items()} == {
        "apps/dagbog": "Nedsat drift",
        "apps/koerebog": "I drift",
        "apps/maaleren": "Ukendt",
        "apps/gammel": "Ukendt",
        "services/opslag": "Ukendt",
    }
    assert made.status is Status.DEGRADED
    assert made.summary == (
        "Dagbog (eksempel) virker ikke, som den skal. Alt andet, der er målt, er i drift. "
        "To apps og services ved vi ikke noget om, og én app bliver ikke målt."
    )


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (
            "apps/koerebog",
            "Siden 20. november 2026 kl. 08.27. MAP målte »I drift« 23. november 2026 kl. 09.41.",
        ),
        (
            "apps/dagbog",
            "Siden 23. november 2026 kl. 08.07. MAP målte »Nedsat drift« 23. november 2026 kl. "
            "09.41. Eksempel: Det tager op til et minut at logge ind. Prøv ikke forfra imens.",
        ),
        (
            "apps/maaleren",
            "Målingen er for gammel. MAP kunne ikke måle den 23. november 2026 kl. 05.21.",
        ),
        ("apps/gammel", "Den bliver ikke målt."),
        ("services/opslag", "Målingerne nævner den ikke."),
    ],
)
def test_what_is_told(key: str, told: str) -> None:
    assert as_text(told_of(board().states[key], "MAP")) == told


def test_a_measurement_expires() -> None:
    """From then on it is what was, and no more what is."""
    good_for = timedelta(seconds=290)
    assert shown(board(document(koerebog="operational"), now=NOW + good_for))[0].text == "I drift"
    late = board(document(koerebog="operational"), now=NOW + good_for + timedelta(seconds=1))
    assert shown(late) == (
        Status.UNKNOWN,
        "Målingen er for gammel. MAP målte »I drift« 23. november 2026 kl. 09.41.",
    )
    assert late.states["apps/koerebog"].measured.last is Status.OPERATIONAL


def test_clocks_that_do_not_agree() -> None:
    """Ages are counted on the clock of whoever measured, and a gap is told of."""
    behind = board(document(koerebog="operational"), now=NOW - timedelta(minutes=10))
    assert shown(behind)[1].startswith("Målingen siger, at den er fra fremtiden.")
    told = board(
        document(koerebog="operational"),
        now=NOW - timedelta(minutes=10),
        skew=timedelta(minutes=10),
    )
    assert shown(told)[0] is Status.OPERATIONAL
    assert told.problems == ["Målingernes ur er 10 minutter foran i forhold til vores."]


def test_a_clock_that_is_slow_may_be_a_copy_that_was_kept() -> None:
    """Whoever runs the site is told; the next answer shows which it was."""
    made = board(
        document(koerebog="operational"),
        now=NOW + timedelta(minutes=30),
        skew=timedelta(minutes=-30),
    )
    assert made.problems == [
        "Målingernes ur er 30 minutter bagud i forhold til vores, eller svaret er en gammel kopi."
    ]


def test_nobody_to_ask() -> None:
    made = board(None)
    assert {state.status for state in made.states.values()} == {Status.UNKNOWN}
    assert made.summary == "Fire apps og services ved vi ikke noget om, og én app bliver ikke målt."
    assert made.drift.not_measured == ()


def test_the_worse_is_shown_and_both_are_named() -> None:
    told = notice("nedbrud", Status.MAJOR, "apps/koerebog")
    made = board(document(koerebog="operational"), told)
    assert shown(made) == (
        Status.MAJOR,
        "Redaktionen melder »Nede« siden 23. november 2026 kl. 08.42. "
        "MAP målte »I drift« 23. november 2026 kl. 09.41.",
    )
    mild = notice("let", Status.DEGRADED, "apps/koerebog")
    assert shown(board(document(koerebog="major_outage"), mild))[0] is Status.MAJOR


def test_the_milder_word_is_named_too() -> None:
    mild = notice("let", Status.DEGRADED, "apps/koerebog")
    assert shown(board(document(koerebog="major_outage"), mild))[1] == (
        "Redaktionen melder »Nedsat drift« siden 23. november 2026 kl. 08.42. "
        "MAP målte »Nede« 23. november 2026 kl. 09.41."
    )


def test_what_was_not_measured_this_time_is_unknown() -> None:
    said = document(koerebog="operational") | {"missing": ["nord.koerebog"]}
    assert shown(board(said))[0] is Status.UNKNOWN


@pytest.mark.parametrize(
    ("lost", "never", "told"),
    [
        (["apps"] * 3, ["apps"] * 10, "Tre apps ved vi ikke noget om, og ti bliver ikke målt."),
        (["apps"], ["apps"], "Én app ved vi ikke noget om, og én bliver ikke målt."),
        ([], ["services"] * 13, "13 services bliver ikke målt."),
        (["services"], [], "Én service ved vi ikke noget om."),
        (
            ["apps", "services"],
            ["apps"],
            "To apps og services ved vi ikke noget om, og én app bliver ikke målt.",
        ),
    ],
)
def test_what_is_not_known_is_counted_in_words(
    lost: list[str], never: list[str], told: str
) -> None:
    named = [(kind, f"nord.{place}") for place, kind in enumerate(lost)]
    named += [(kind, "") for kind in never]
    items = tuple(
        Item(f"{kind}/{place}", "X", f"{kind}/{place}/", component)
        for place, (kind, component) in enumerate(named)
    )
    assert board(document(koerebog="operational"), items=items).summary == told


def test_what_is_made_up_is_named_as_such() -> None:
    """In a sentence as on every mark: nobody is to believe that a real app is down."""
    said = document(a="major_outage", b="under_maintenance", c="operational")
    invented, real = (
        tuple(
            Item(f"apps/{id}", id.upper(), f"apps/{id}/", f"nord.{id}", "", is_one) for id in "abc"
        )
        for is_one in (True, False)
    )
    assert board(said, items=invented).summary == (
        "A (eksempel) virker ikke, som den skal. Planlagt vedligehold på B (eksempel). "
        "Alt andet er i drift."
    )
    assert "eksempel" not in board(said, items=real).summary
    assert board(said | {"example": True}, items=real).summary.startswith("A (eksempel) virker")


def test_an_incident_of_nothing_in_particular_is_told() -> None:
    incident = {
        "id": "x",
        "title": "Alt går langsomt",
        "impact": "critical",
        "started_at": NOW.isoformat(),
        # Go's way of saying never.
        "resolved_at": "0001-01-01T00:00:00Z",
        "components": [],
        "updates": [],
    }
    said = document(dagbog="operational", koerebog="operational") | {"incidents": [incident]}
    made = board(said, items=ITEMS[:2])
    assert made.summary == "Der er en hændelse: Alt går langsomt. Alt andet er i drift."
    assert made.status is Status.MAJOR
    assert "Berører" not in b"".join(content for _, content in status_files(made)).decode()


@pytest.mark.parametrize("field", ["status_since", "observed_at", "next_update_due", "ends_at"])
@pytest.mark.parametrize("never", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
@pytest.mark.parametrize("skew", [-1, 1])
def test_times_that_mean_never(field: str, never: str, skew: int) -> None:
    """They are no times, whichever way the clocks are off."""
    said = document(koerebog="operational")
    work = {"id": "w", "title": "W", "starts_at": NOW.isoformat(), "components": ["nord.koerebog"]}
    said |= {"next_update_due": never, "maintenances": [work | {"ends_at": never}]}
    said["components"][0][field] = never
    made = board(said, skew=timedelta(seconds=skew))
    assert (shown(made)[0] is Status.UNKNOWN) == (field == "observed_at")
    assert dict(status_files(made)) and made.maintenances == ()


def test_planned_work_is_no_outage() -> None:
    work = notice("arbejde", Status.MAJOR, "apps/koerebog", is_maintenance=True)
    made = board(document(koerebog="operational"), work)
    assert shown(made)[0].text == "Planlagt vedligehold"
    assert made.summary.startswith("Planlagt vedligehold på Kørebog.") and not made.disturbed


def test_a_notice_holds_while_it_lasts() -> None:
    over = notice("slut", Status.MAJOR, "apps/koerebog", ends=NOW)
    ahead = notice("senere", Status.MAJOR, "apps/koerebog", starts=NOW + timedelta(minutes=1))
    state = board(document(koerebog="operational"), over, ahead).states["apps/koerebog"]
    assert state.status is Status.OPERATIONAL and news_of(state) == ()
    assert [plan.title for plan in plans_of(state)] == ["Om senere"]


def test_what_only_one_side_knows() -> None:
    drift = board().drift
    assert [item.key for item in drift.not_measured] == ["services/opslag"]
    assert drift.not_in_catalogue == ("nord.vagtplan",)


def test_an_app_and_a_service_may_be_measured_as_one() -> None:
    """Whatever is told of it is told of both."""
    service = Item("services/dagbog", "Dagbogens data", "services/dagbog/", "nord.dagbog")
    hit = {"id": "x", "title": "Dagbog er langsom", "components": ["nord.dagbog"]}
    incident = {**hit, "impact": "minor", "started_at": NOW.isoformat(), "updates": []}
    said = document(dagbog="degraded_performance") | {"incidents": [incident]}
    made = board(said, items=(ITEMS[0], service))
    assert {state.status for state in made.states.values()} == {Status.DEGRADED}
    assert [len(state.incidents) for state in made.states.values()] == [1, 1]
    assert made.items_of(["nord.dagbog"]) == (ITEMS[0], service)
    told = as_json(made)["incidents"]
    assert [one["items"] for one in told] == [["apps/dagbog", "services/dagbog"]]
    assert "Berører Dagbog og Dagbogens data." in feed(made, FEED).decode()
    lost = board(document(koerebog="operational"), items=(ITEMS[0], service))
    assert lost.drift.not_measured == (ITEMS[0], service)


def test_all_is_well() -> None:
    items = ITEMS[:2]
    made = board(document(dagbog="operational", koerebog="operational"), items=items)
    assert (made.status, made.summary) == (Status.OPERATIONAL, "Alt er i drift.")
    assert board(DOCUMENT, items=()).summary == "Ingen apps eller services bliver fulgt."


words = st.sampled_from([*(status.value for status in Status), "ok", "", "up"])
impacts = st.sampled_from(list(Status))


@given(
    st.dictionaries(st.sampled_from(["dagbog", "koerebog", "maaleren", "opslag"]), words),
    st.lists(impacts, max_size=3),
    st.integers(-3600, 7200),
)
def test_unknown_is_never_green(said: dict[str, str], told: list[Status], later: int) -> None:
    """Whatever is said and however old it is: all is well only when all is known to be."""
    notices = [notice(f"n{n}", impact, "apps/gammel") for n, impact in enumerate(told)]
    made = board(document(**said), *notices, now=NOW + timedelta(seconds=later))
    for key, state in made.states.items():
        if state.status is Status.OPERATIONAL:
            assert said.get(state.item.component.removeprefix("nord.")) == "operational", key
    is_all_well = all(state.status is Status.OPERATIONAL for state in made.states.values())
    assert (made.status is Status.OPERATIONAL) == is_all_well
    assert ("Alt er i drift" in made.summary) == is_all_well
    assert "Alt andet er i drift" not in made.summary or not any(
        state.status is Status.UNKNOWN for state in made.states.values()
    )
