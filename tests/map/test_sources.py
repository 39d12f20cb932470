"""A site asks what its settings say, with the right token."""

from dataclasses import replace

import pytest

from synlighed.environment import platform
from synlighed.map.connection import ConnectionSettingError
from synlighed.map.platform import Platform
from synlighed.map.prometheus import Prometheus
from synlighed.map.sources import source_of
from synlighed.model.site import Monitoring, Severity
from synlighed.status.probes import Probes
from synlighed.status.watched import Watched
from synlighed.status.words import Status
from synlighed.watching import probes_of

TOKEN = "hemmelig-noegle-0123456789"
OTHER = "en-anden-noegle-0123456789"
URL = "https://prometheus.example"

PROMETHEUS = Watched(adapter="prometheus")


def test_the_contract_itself_is_the_usual() -> None:
    source = source_of(Watched(), URL, TOKEN, "", "https://alarmer.example")
    assert isinstance(source, Platform)
    assert source.connection.token == TOKEN


def test_prometheus_is_chosen() -> None:
    probes = Probes("site_up", "system")
    source = source_of(replace(PROMETHEUS, probes=probes), URL, TOKEN)
    assert isinstance(source, Prometheus)
    assert (source.url, source.probes, source.alertmanager) == (URL, probes, None)


@pytest.mark.parametrize(
    ("url", "token", "expected"),
    [
        ("https://alarmer.example", "", ""),
        ("https://alarmer.example", OTHER, OTHER),
        ("https://prometheus.example:9093", "", ""),
        ("https://prometheus.example/alertmanager", "", TOKEN),
        ("https://prometheus.example/alertmanager", OTHER, OTHER),
    ],
)
def test_the_token_goes_to_one_host(url: str, token: str, expected: str) -> None:
    source = source_of(PROMETHEUS, URL, TOKEN, "/ca.pem", url, token)
    assert isinstance(source, Prometheus) and source.alertmanager
    assert source.alertmanager.token == expected
    assert source.alertmanager.ca_file == source.connection.ca_file == "/ca.pem"
    assert TOKEN not in repr(source)


def test_an_address_that_cannot_be_used_is_refused() -> None:
    with pytest.raises(ConnectionSettingError):
        source_of(PROMETHEUS, URL, TOKEN, "", "alarmer.example")


def test_the_environment_says_whom_to_ask() -> None:
    assert platform({}) == ("",) * 6
    environ = {"MAP_URL": URL, "ALERTMANAGER_URL": f"{URL}/alarmer", "ALERTMANAGER_TOKEN": OTHER}
    source = source_of(PROMETHEUS, *platform(environ))
    assert isinstance(source, Prometheus) and source.alertmanager
    assert (source.url, source.alertmanager.token) == (URL, OTHER)


def test_the_environment_may_say_what_is_spoken_there() -> None:
    """As the example does, which speaks the contract whatever the site's own platform speaks."""
    example = platform({"MAP_URL": "http://127.0.0.1:8010", "MAP_ADAPTER": "kontrakt"})
    assert isinstance(source_of(PROMETHEUS, *example), Platform)
    other = platform({"MAP_URL": URL, "MAP_ADAPTER": "prometheus"})
    assert isinstance(source_of(Watched(), *other), Prometheus)
    misspelt = platform({"MAP_URL": URL, "MAP_ADAPTER": "promtheus"})
    with pytest.raises(ConnectionSettingError, match="MAP_ADAPTER skal være »kontrakt«"):
        source_of(PROMETHEUS, *misspelt)


def test_a_site_remembers_what_its_measurements_are_called() -> None:
    probes = Probes('site_up{job="apps"}', "system", (("page", Status.MAJOR),))
    watched = replace(PROMETHEUS, probes=probes)
    assert Watched.from_json(watched.as_json()) == watched


def test_the_settings_of_a_site() -> None:
    assert probes_of(Monitoring(name="Målinger")) == Probes()
    own = Monitoring(
        name="Målinger",
        query="site_up",
        app_label="system",
        severities=(Severity(name="page", impact="nede"), Severity(name="info", impact="ingen")),
    )
    severities = (("page", Status.MAJOR), ("info", Status.OPERATIONAL))
    assert probes_of(own) == Probes("site_up", "system", severities)
