"""Which addresses the client may ask, and where the token may go."""

import re

import pytest

from synlighed.map.connection import Connection, ConnectionSettingError


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://status.example", "status.example"),
        ("https://status.example/", "status.example"),
        ("https://status.example:8443/map/", "status.example:8443"),
        ("http://127.0.0.1:8765", "127.0.0.1:8765"),
        ("http://127.9.9.9", "127.9.9.9"),
        ("http://localhost:8765", "localhost:8765"),
        ("http://[::1]:8765", "[::1]:8765"),
    ],
)
def test_a_safe_connection(url: str, host: str) -> None:
    connection = Connection(url, token="abc")
    assert connection.host == host
    assert connection.url == url.rstrip("/")
    assert repr(connection) == f"Connection(url='{connection.url}', ca_file='')"


def test_without_a_token_a_plain_connection_will_do() -> None:
    assert Connection("http://status.example").url == "http://status.example"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "skal begynde med https"),
        ("status.example", "skal begynde med https"),
        ("ftp://status.example", "skal begynde med https"),
        ("file:///etc/passwd", "skal begynde med https"),
        ("https://", "mangler navnet på en maskine"),
        ("https:///v1", "mangler navnet på en maskine"),
        ("https://user@status.example", "brugernavn"),
        ("https://user:word@status.example", "brugernavn"),
        ("https://@status.example", "brugernavn"),
        ("https://status.example/?a=1", "må ikke rumme »?«"),
        ("https://status.example?", "må ikke rumme »?«"),
        ("https://status.example/#top", "må ikke rumme »?«"),
        ("https://status.example:port", "kan ikke læses"),
        ("https://status.example:99999", "kan ikke læses"),
        ("https://[::1", "kan ikke læses"),
        ("https://status.example /", "mellemrum"),
        ("https://status.example\n", "mellemrum"),
        ("https://status.example\\@elsewhere.example", "mellemrum"),
        ("https://håndværk.example", "xn--"),
        ("http://status.example", "kunne læses undervejs"),
        ("http://127.0.0.1.example", "kunne læses undervejs"),
        ("http://127.1", "kunne læses undervejs"),
        ("http://0.0.0.0", "kunne læses undervejs"),
        ("http://localhost.example", "kunne læses undervejs"),
    ],
)
def test_an_address_is_refused(url: str, why: str) -> None:
    with pytest.raises(ConnectionSettingError, match=re.escape(why)):
        Connection(url, token="abc")


@pytest.mark.parametrize("token", ["a b", "a\n", "a\r\nX: y", "æ", "=", "\x00"])
def test_a_token_that_is_none_is_refused(token: str) -> None:
    with pytest.raises(ConnectionSettingError, match="Adgangsnøglen rummer tegn"):
        Connection("https://status.example", token)
