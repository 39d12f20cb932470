"""The real thing says what we believe it says; skipped where it is not installed."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from synlighed.map.answers import Unreachable
from synlighed.map.prometheus import Prometheus
from synlighed.status.document import read_document
from synlighed.status.probes import Probes
from tests.map.monitored import MISSING, Monitored, installed, monitored

pytestmark = pytest.mark.skipif(not installed(), reason=MISSING)


@pytest.fixture(scope="module")
def all_(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Monitored]:
    with monitored(tmp_path_factory.mktemp("monitored")) as running:
        yield running


def words(document: dict[str, Any]) -> dict[str, str]:
    return {one["id"]: one["status"] for one in document["components"]}


def component(document: dict[str, Any], app: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in document["components"] if one["id"] == app)
    return found


def test_a_day_of_monitoring(all_: Monitored) -> None:
    """In one go, since each step takes its seconds."""
    # Nothing is looked at yet, and nothing is claimed.
    assert words(all_.until(lambda document: True)) == {}

    all_.web.down |= {"nede", "her-er-den-nede"}
    apps = {
        "eksempel.vagtplan": ["vagtplan"],
        "eksempel.nede": ["nede"],
        "eksempel.uenige": ["her-virker-den", "her-er-den-nede"],
        "eksempel.langsom": ["langsom"],
        "": ["uden-app"],
    }
    expected = {
        "eksempel.langsom": "degraded_performance",
        "eksempel.nede": "major_outage",
        "eksempel.uenige": "partial_outage",
        "eksempel.vagtplan": "operational",
    }
    all_.watch(apps)
    found = all_.until(lambda document: words(document) == expected)
    read = read_document(found)
    assert (read.faults, read.missing, read.is_partial) == ((), (), False)
    for one in read.components.values():
        assert one.observed and abs(read.made - one.observed) < timedelta(minutes=2)
    langsom = component(found, "eksempel.langsom")
    assert datetime.fromisoformat(langsom["status_since"]) <= read.made + timedelta(seconds=1)
    assert component(found, "eksempel.vagtplan")["status_since"] is None

    # It goes on measuring, and says so.
    newer = all_.until(lambda document: document["cycle_id"] != found["cycle_id"])
    assert newer["generated_at"] >= found["generated_at"]

    # What is repaired works, and what breaks does not.
    all_.web.down ^= {"nede", "vagtplan"}
    expected |= {"eksempel.nede": "operational", "eksempel.vagtplan": "major_outage"}
    all_.until(lambda document: words(document) == expected)

    # Planned work is told of as that; a silence that only hushes an alert is no work, and the
    # app is then as it was measured.
    all_.silence("eksempel.vagtplan", "Vedligehold: Ny version")
    all_.silence("eksempel.langsom", "Den støjer")
    expected |= {"eksempel.vagtplan": "under_maintenance", "eksempel.langsom": "operational"}
    found = all_.until(lambda document: words(document) == expected)
    [work] = found["maintenances"]
    assert (work["title"], work["status"]) == ("Ny version", "in_progress")
    assert component(found, "eksempel.vagtplan")["maintenance_ids"] == [work["id"]]
    assert component(found, "eksempel.vagtplan")["status_since"] == work["starts_at"]

    # What is not looked at any more is not mentioned.
    all_.watch({app: pages for app, pages in apps.items() if app != "eksempel.nede"})
    del expected["eksempel.nede"]
    all_.until(lambda document: words(document) == expected)


def test_wrong_settings_are_told_of(all_: Monitored) -> None:
    all_.watch({"": ["uden-app"], "eksempel.vagtplan": ["vagtplan"]})
    all_.until(lambda document: "eksempel.vagtplan" in words(document))
    with pytest.raises(Unreachable, match="har etiketten »system« med appens id"):
        Prometheus(all_.prometheus, Probes(app_label="system")).ask("", None)
    with pytest.raises(Unreachable, match="kontrollér indstillingerne"):
        Prometheus(all_.prometheus, Probes(query="probe_success{job=}")).ask("", None)
    absent = Prometheus(all_.prometheus, Probes(query="no_such_metric")).ask("", None)
    assert absent.raw and absent.raw["components"] == []
    with pytest.raises(Unreachable, match="har ikke det, der spørges om"):
        Prometheus(all_.alertmanager).ask("", None)


def test_values_that_are_no_numbers(all_: Monitored) -> None:
    """`NaN` as Prometheus itself writes it: a series of a rule, multiplied with it."""
    all_.watch({"eksempel.vagtplan": ["vagtplan"]})
    all_.until(lambda document: "eksempel.vagtplan" in words(document))

    def asked() -> dict[str, str]:
        raw = Prometheus(all_.prometheus, Probes(query="app_not_a_number")).ask("", None).raw
        return words(raw) if raw else {}

    all_.until(lambda document: bool(asked()))
    assert set(asked().values()) == {"unknown"}
