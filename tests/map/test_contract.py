"""The contract is valid, and every document that the reference server makes is as it says."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from synlighed.map.reference import documents, statuspage
from synlighed.map.reference.timeline import RANK
from synlighed.map.reference.world import World
from synlighed.map.scenario import Registered, ScenarioError, parse_scenario
from tests.conftest import ROOT
from tests.export.expected import assert_expected
from tests.map.worlds import APPS, SCENARIOS, START, begun, contract

GOLDEN = Path(__file__).parent / "golden" / "status.json"

MINUTES = (-3, 0, 1, 2, 3, 10, 11, 25, 26, 40, 41, 51, 119, 1439, 1491, 2881, 3001, 4441, 10090)
"""Times at which something has just happened in one of the scenarios, or is about to."""


@cache
def validator(schema: str) -> Draft202012Validator:
    """For documents of a schema, with nothing in them that the contract does not name."""
    components = closed(deepcopy(contract()["components"]))
    whole = {"$ref": f"#/components/schemas/{schema}", "components": components}
    return Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER)


def closed(schema: Any) -> Any:
    if isinstance(schema, dict):
        for part in schema.values():
            closed(part)
        if schema.get("type") == "object":
            schema.setdefault("unevaluatedProperties", False)
    elif isinstance(schema, list):
        for part in schema:
            closed(part)
    return schema


def check(schema: str, document: documents.Document) -> None:
    problems = [
        f"{'.'.join(map(str, error.absolute_path))}: {error.message}"
        for error in validator(schema).iter_errors(document)
    ]
    assert not problems, "\n".join(problems)


@pytest.fixture(scope="module", params=SCENARIOS)
def world(request: pytest.FixtureRequest) -> World:
    return begun(request.param)


def component(document: documents.Document, id: str) -> documents.Document:
    return next(found for found in document["components"] if found["id"] == id)


# ---- The contract


def test_it_is_openapi() -> None:
    """3.1, with every reference in place."""
    OpenAPIV31SpecValidator(contract()).validate()


def test_its_example_is_true() -> None:
    """Who copies it has something that works."""
    answer = contract()["paths"]["/v1/status"]["get"]["responses"]["200"]
    check("Status", answer["content"]["application/json"]["example"])


def test_the_example_in_the_handbook_is_true() -> None:
    """As is this one."""
    page = (ROOT / "docs" / "haandbog" / "map-status.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    check("Status", json.loads(example))
    words = contract()["components"]["schemas"]["Word"]["enum"]
    assert set(words) == set(re.findall(r"^\| `([a-z_]+)` \| [A-ZÆØÅ]", page, re.MULTILINE))


def test_every_path_tells_of_every_error() -> None:
    """And everything but health asks for the token."""
    for path, found in contract()["paths"].items():
        codes = set(found["get"]["responses"])
        expected = {"200", "304", "400", "401", "403", "406", "429", "503"}
        expected |= {"404"} if "{" in path else set()
        assert codes == (expected - {"401"} if path == "/v1/health" else expected), path
        assert (found["get"].get("security") == []) == (path == "/v1/health")


def test_the_words() -> None:
    """The same six in the contract and in the server."""
    assert set(contract()["components"]["schemas"]["Word"]["enum"]) == set(RANK)


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "fine"},
        {"observed_at": None},
        {"observed_at": "23. november 2026"},
        {"observed_at": "2026-11-23T09:42:00"},
        {"stale_after_s": 0},
        {"id": "uden-punktum"},
        {"message": {"da": ""}},
    ],
)
def test_what_it_refuses(wrong: dict[str, object]) -> None:
    """A known state that was never measured, times without a zone, words of one's own."""
    document = deepcopy(documents.status(begun("normal-dag"), 0))
    check("Status", document)
    document["components"][0] |= wrong
    assert list(validator("Status").iter_errors(document))


# ---- The documents


@pytest.mark.parametrize("minutes", MINUTES)
def test_every_document_is_as_the_contract_says(world: World, minutes: int) -> None:
    """Of every scenario, at every time."""
    number = minutes
    status = documents.status(world, number)
    check("Status", status)
    check("Incidents", documents.incidents(world, number, None, 0))
    check("Maintenances", documents.maintenances(world, number))
    check("Health", documents.health(world, number))
    check("StatuspageSummary", statuspage.summary(status))
    for app in world.apps:
        check("Status", documents.status_of(world, number, app.id))
        check("History", documents.history(world, number, app.id, 10))


@pytest.mark.parametrize("minutes", MINUTES)
def test_all_is_marked_as_an_example(world: World, minutes: int) -> None:
    """Nobody takes it for the truth."""
    status = documents.status(world, minutes)
    for document in (
        status,
        documents.incidents(world, minutes, None, 0),
        documents.maintenances(world, minutes),
        documents.history(world, minutes, world.apps[0].id, 1),
        documents.health(world, minutes),
        statuspage.summary(status),
    ):
        assert document["example"] is True


@pytest.mark.parametrize("minutes", MINUTES)
def test_the_unknown_is_never_green(world: World, minutes: int) -> None:
    """Nor in the shape that has no word for it."""
    status = documents.status(world, minutes)
    summary = statuspage.summary(status)
    unknown = {found["id"] for found in status["components"] if found["status"] == "unknown"}
    assert set(status["missing"]) == unknown
    for id in unknown:
        shown = component(summary, id)
        assert (shown["status"], shown["description"]) == ("degraded_performance", "ukendt")
    if unknown:
        assert summary["status"]["indicator"] != "none"
        assert "Ukendt: " in summary["status"]["description"]


@pytest.mark.parametrize("minutes", MINUTES)
def test_ids_lead_somewhere(world: World, minutes: int) -> None:
    """What a component names is there, open, and names it back."""
    status = documents.status(world, minutes)
    incidents = {found["id"]: found for found in status["incidents"]}
    maintenances = {found["id"]: found for found in status["maintenances"]}
    for found in status["components"]:
        for id in found["incident_ids"]:
            assert found["id"] in incidents[id]["components"] and not incidents[id]["resolved_at"]
        for id in found["maintenance_ids"]:
            assert found["id"] in maintenances[id]["components"]
            assert maintenances[id]["status"] != "completed"


@pytest.mark.parametrize("minutes", MINUTES)
def test_nothing_is_told_before_it_happens(world: World, minutes: int) -> None:
    """No time but those of plans lies after the document's own."""
    status = documents.status(world, minutes)
    made = datetime.fromisoformat(status["generated_at"])
    told = [
        found[name] for found in status["components"] for name in ("status_since", "observed_at")
    ]
    for incident in status["incidents"]:
        told += [incident["started_at"], incident["resolved_at"]]
        told += [update["at"] for update in incident["updates"]]
    assert all(datetime.fromisoformat(time) <= made for time in told if time)


def test_the_golden_document() -> None:
    """The default scenario, as anyone can read it."""
    status = documents.status(begun("hverdag"), 0)
    assert_expected(json.dumps(status, ensure_ascii=False, indent=2) + "\n", GOLDEN)


def test_as_many_apps_as_the_contract_allows() -> None:
    """2,000, in one MiB."""
    apps = [Registered(f"nord.app-{number:04}", f"App {number}") for number in range(2000)]
    status = documents.status(begun("hverdag", apps=apps), 0)
    check("Status", status)
    assert len(json.dumps(status, ensure_ascii=False).encode()) < 2**20


@pytest.mark.parametrize("number_of_apps", [0, 1, 2])
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_fewer_apps_than_a_scenario_speaks_of(scenario: str, number_of_apps: int) -> None:
    """What hits none of those that are there is not told."""
    world = begun(scenario, apps=APPS[:number_of_apps])
    status = documents.status(world, 12)
    check("Status", status)
    check("StatuspageSummary", statuspage.summary(status))
    assert statuspage.summary(status)["status"]["indicator"] != "none" or status["components"]


# ---- What happens


def test_an_outage_from_beginning_to_end() -> None:
    """The state, since when, and what is told, as minutes go by."""
    world = begun("nedbrud")
    app = APPS[0].id

    def at(minutes: int) -> tuple[str, str, str]:
        """How the app is, since when, and what the incident is."""
        status = documents.status(world, minutes)
        found = component(status, app)
        told = [incident["status"] for incident in status["incidents"]]
        return found["status"], found["status_since"][11:16], " ".join(told)

    assert at(0)[0::2] == ("operational", "")
    assert at(1) == ("major_outage", "09:43", "")
    assert at(2) == ("major_outage", "09:43", "investigating")
    assert at(12) == ("major_outage", "09:43", "identified")
    assert at(25) == ("partial_outage", "10:07", "monitoring")
    assert at(40) == ("operational", "10:22", "resolved")
    assert at(120) == ("operational", "10:22", "postmortem")
    assert at(40 + 24 * 60) == ("operational", "10:22", "")


def test_maintenance_comes_and_goes() -> None:
    """As planned; and is told of for a day after."""
    world = begun("vedligehold")

    def of(minutes: int) -> tuple[str, str | None]:
        status = documents.status(world, minutes)
        told = {found["id"]: found["status"] for found in status["maintenances"]}
        return component(status, APPS[0].id)["status"], told.get("eksempel-database")

    assert of(1) == ("operational", "scheduled")
    assert of(2) == ("under_maintenance", "in_progress")
    assert of(32) == ("operational", "completed")
    assert of(33 + 24 * 60) == ("operational", None)


def test_what_is_not_measured() -> None:
    """Never, not any more, as if it were, unknown to the catalogue, unknown to the platform."""
    status = documents.status(begun("mangler"), 0)
    never, lost, kept = (component(status, app.id) for app in APPS[:3])
    assert (never["status"], never["status_since"], never["observed_at"]) == ("unknown", None, None)
    assert lost["status"] == "unknown"
    assert lost["observed_at"] < lost["status_since"] == "2026-11-23T08:27:00+01:00"
    assert kept["status"] == "operational"
    age = START - datetime.fromisoformat(kept["observed_at"])
    assert age > timedelta(seconds=kept["stale_after_s"])
    assert status["missing"] == [APPS[0].id, APPS[1].id]
    ids = {found["id"] for found in status["components"]}
    assert "eksempel.proevestand" in ids and APPS[3].id not in ids
    assert component(documents.status(begun("mangler"), 10), APPS[1].id)["status"] == "operational"


def test_incidents_by_page_and_change() -> None:
    """Each once, whatever fits on a page."""
    world = begun("hverdag")
    first = documents.incidents(world, 0, None, 0, page=1)
    second = documents.incidents(world, 0, None, int(first["next_cursor"]), page=1)
    ids = [found["id"] for found in (*first["incidents"], *second["incidents"])]
    assert ids == ["eksempel-beskeder-forsinket", "eksempel-langsomt-login"]
    assert second["next_cursor"] is None
    changed = documents.incidents(world, 0, START - timedelta(minutes=41), 0)
    assert [found["id"] for found in changed["incidents"]] == ["eksempel-langsomt-login"]
    assert not documents.incidents(world, 0, START, 0)["incidents"]


# ---- History


def days(history: documents.Document) -> Iterator[tuple[str, int]]:
    for day in history["days"]:
        yield day["date"], sum(day["seconds"].values())


def test_the_history_of_90_days() -> None:
    """The same however often it is asked for; mostly good, and never quite measured."""
    found = documents.history(begun("hverdag"), 0, APPS[0].id, 90)
    assert found == documents.history(begun("hverdag"), 0, APPS[0].id, 90)
    lengths = dict(days(found))
    assert len(lengths) == 90 and list(lengths) == sorted(lengths)
    assert lengths["2026-11-22"] == 24 * 3600
    assert lengths["2026-10-25"] == 25 * 3600
    assert lengths["2026-11-23"] == (9 * 60 + 42) * 60
    total = {word: sum(day["seconds"][word] for day in found["days"]) for word in RANK}
    assert total["operational"] > 0.95 * sum(lengths.values())
    today = found["days"][-1]["seconds"]
    assert today["degraded_performance"] == 95 * 60


def test_a_day_of_23_hours() -> None:
    """When the clocks are put forward."""
    start = datetime.fromisoformat("2026-04-01T12:00:00+02:00")
    found = documents.history(begun("normal-dag", start=start), 0, APPS[0].id, 10)
    assert dict(days(found))["2026-03-29"] == 23 * 3600


def test_what_is_past_stays() -> None:
    """A day later, the days before are what they were."""
    world = begun("hverdag")
    before = documents.history(world, 0, APPS[1].id, 30)["days"]
    after = documents.history(world, 24 * 60, APPS[1].id, 31)["days"]
    assert before[:-1] == after[:-2]


def test_an_app_that_is_not_registered() -> None:
    """Is told of nowhere."""
    with pytest.raises(KeyError):
        documents.history(begun("hverdag"), 0, "nord.findes-ikke", 90)
    with pytest.raises(KeyError):
        documents.status_of(begun("hverdag"), 0, "nord.findes-ikke")


# ---- Scenarios of one's own


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: [", "mit.yml er ikke YAML i linje 1."),
        ("- a", "mit.yml er ikke et scenarie: se begyndelsen."),
        ("title: a", "mit.yml er ikke et scenarie: se about."),
        ("title: a\nabout: b\nleft_out: [[]]", "se left_out.0"),
        ("title: a\nabout: b\nmaintenances: [{id: x}]", "se maintenances.0.title, "),
    ],
)
def test_a_mistaken_scenario(text: str, told: str) -> None:
    """Is told in a sentence."""
    with pytest.raises(ScenarioError) as error:
        parse_scenario(text, "mit.yml")
    assert told in str(error.value)


def test_one_id_for_two() -> None:
    """Would be told of as one."""
    planned = "{id: x, title: x, apps: [1], starts: 0, ends: 1, updated: 0}"
    with pytest.raises(ScenarioError, match="det samme id to gange"):
        parse_scenario(f"title: a\nabout: b\nmaintenances: [{planned}, {planned}]", "mit.yml")
