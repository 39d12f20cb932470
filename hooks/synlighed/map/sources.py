"""Which source a site asks: by what its measurements speak."""

from synlighed.map.connection import Connection, ConnectionSettingError
from synlighed.map.platform import Platform
from synlighed.map.source import Source
from synlighed.status.watched import Watched

CONTRACT, PROMETHEUS = "kontrakt", "prometheus"


def source_of(
    watched: Watched,
    url: str,
    token: str = "",
    ca_file: str = "",
    alertmanager_url: str = "",
    alertmanager_token: str = "",
    adapter: str = "",
) -> Source:
    """What measures for a site.

    Args:
        watched: Says what the measurements speak, and what they are called.
        url: Where they are.
        token: What to show there.
        ca_file: The certificates to trust instead of the public ones; a file in PEM.
        alertmanager_url: Where alerts are, for Prometheus; perhaps nowhere.
        alertmanager_token: What to show there; the other token, only where the host is the same.
        adapter: What is spoken there, if it is not what the site says.

    Raises:
        ConnectionSettingError: an address or a token cannot be used, or nobody speaks that.
    """
    connection = Connection(url, token, ca_file)
    if adapter not in ("", CONTRACT, PROMETHEUS):
        raise ConnectionSettingError(
            f"MAP_ADAPTER skal være »{CONTRACT}« eller »{PROMETHEUS}«, men er »{adapter}«."
        )
    if (adapter or watched.adapter) != PROMETHEUS:
        return Platform(connection)
    # Who asks another every minute has no use for it.
    from synlighed.map.prometheus import Prometheus

    alertmanager = None
    if alertmanager_url:
        alertmanager = Connection(alertmanager_url, alertmanager_token, ca_file)
        if not alertmanager_token and alertmanager.leads_home(connection.url):
            alertmanager = Connection(alertmanager_url, token, ca_file)
    return Prometheus(connection, watched.probes, alertmanager)
