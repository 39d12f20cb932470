"""Where the platform is, and what we show to be let in."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]+=*")
"""As RFC 6750, 2.1 writes one; above all without line breaks, which would make a new header."""

_ADDRESS = re.compile(r"[!-~]+")
"""Visible ASCII. Parsers disagree about the rest."""


class ConnectionSettingError(Exception):
    """A connection that we will not use, told in Danish, without the address or the token."""


@dataclass(frozen=True, init=False)
class Connection:
    """The address of the platform, and the token that lets us read.

    Raises:
        ConnectionSettingError: the address is no plain http(s) address, or the token would be
            readable on its way.
    """

    url: str
    """Without a slash at its end."""
    token: str = field(default="", repr=False)
    ca_file: str = ""
    """The certificates to trust instead of the public ones; a file in PEM."""

    def __init__(self, url: str, token: str = "", ca_file: str = "") -> None:
        refusal = _refusal(url, token)
        object.__setattr__(self, "url", "" if refusal else url.rstrip("/"))
        object.__setattr__(self, "token", "" if refusal else token)
        object.__setattr__(self, "ca_file", ca_file)
        # Some tools show the variables of a traceback; these are not for them.
        del url, token
        if refusal:
            raise ConnectionSettingError(refusal)

    @property
    def host(self) -> str:
        """What a message calls it: `status.example`, with the port when it is written."""
        return urlsplit(self.url).netloc

    def leads_home(self, url: str) -> bool:
        """Whether an address has the same scheme, host and port (RFC 6454, 4)."""
        return origin(urlsplit(url)) == origin(urlsplit(self.url))


@dataclass(frozen=True)
class Limits:
    """How much patience one question is worth."""

    connect: float = 3.0
    """Seconds until there must be a connection."""
    read: float = 5.0
    """Seconds of silence."""
    total: float = 10.0
    """Seconds for everything: all tries, and the pauses between them."""
    largest: int = 1024 * 1024
    """Bytes of an answer, unpacked."""
    tries: int = 3
    redirects: int = 3
    backoff: float = 0.5
    """Seconds that the first pause is at most; each later one may be twice as long."""
    longest_pause: timedelta = timedelta(days=1)
    """The server may ask for no more; whoever says a year has made a mistake."""


def origin(address: SplitResult) -> tuple[str, str, int | None]:
    """The scheme, host and port of an address.

    Raises:
        ValueError: the port is no number.
    """
    port = address.port or {"http": 80, "https": 443}.get(address.scheme)
    return address.scheme, address.hostname or "", port


def _refusal(url: str, token: str) -> str:
    """Why a connection is refused, or nothing."""
    try:
        address = urlsplit(url)
        scheme, host, _ = origin(address)
    except ValueError:
        return "Adressen kan ikke læses: skriv den som https://status.example."
    if scheme not in ("http", "https"):
        return "Adressen skal begynde med https:// (eller http:// på et lukket net)."
    if not _ADDRESS.fullmatch(url) or "\\" in url:
        return (
            "Adressen må ikke rumme mellemrum, omvendte skråstreger eller danske bogstaver: "
            "skriv et navn med æ, ø eller å i formen, der begynder med xn--."
        )
    if not host:
        return "Adressen mangler navnet på en maskine."
    if "@" in address.netloc:
        return "Adressen må ikke rumme brugernavn eller adgangskode: brug en adgangsnøgle."
    if "?" in url or "#" in url:
        return "Adressen må ikke rumme »?« eller »#«: skriv kun, hvor tjenesten begynder."
    if token and not _TOKEN.fullmatch(token):
        return "Adgangsnøglen rummer tegn, som en adgangsnøgle ikke kan have: kopiér den igen."
    if token and scheme == "http" and not _is_loopback(host):
        return "Adgangsnøglen ville kunne læses undervejs: adressen skal begynde med https://."
    return ""


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
