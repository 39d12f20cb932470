"""What a run is told by its environment; read by the hook and the scripts, and by nothing else."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from synlighed.danish.times import ZONE
from synlighed.danish.words import join_words
from synlighed.visibility import Edition


class SettingError(Exception):
    """A setting that cannot be used, told in Danish."""


SECURITY = {"starttls": 587, "implicit": 465, "nej": 25}
"""How the connection to a mail server is kept from others, and the port for that.

Source: RFC 6409, section 3.1; RFC 8314, section 3.3.
"""


_NPM = "https://registry.npmjs.org/"
_WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?")


@dataclass(frozen=True)
class Relay:
    """The mail server that takes mails from us."""

    host: str
    port: int
    security: str
    """One of `SECURITY`."""
    user: str = ""
    password: str = field(default="", repr=False)
    trusted: str = ""
    """A file of certificates to trust; the machine's own when empty."""


def data_folder(root: Path, environ: Mapping[str, str] = os.environ) -> tuple[Path, str]:
    """The folder of data, and what problems and edit links call it.

    `SYNLIGHED_DATA` names another folder than `data/`.

    Args:
        root: The root of the repository.
        environ: The environment.
    """
    folder = Path(environ.get("SYNLIGHED_DATA") or "data")
    root = root.absolute()
    # Without "..", which would make every folder seem to be inside.
    absolute = Path(os.path.normpath(root / folder))
    inside = absolute.is_relative_to(root)
    return absolute, (absolute.relative_to(root) if inside else absolute).as_posix()


def pages_by_hand(docs: Path) -> dict[str, str]:
    """The text of each page written by hand, by its place in the folder of them."""
    return {
        file.relative_to(docs).as_posix(): file.read_text(encoding="utf-8", errors="replace")
        for file in sorted(docs.rglob("*.md"))
    }


def state_folder(root: Path, environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of what a build keeps for the next: `SYNLIGHED_STATE`, or `.state/`.

    Args:
        root: The root of the repository.
        environ: The environment.
    """
    return root / (environ.get("SYNLIGHED_STATE") or ".state")


def published_folder(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The folder that a build is to take the place of: `SYNLIGHED_PUBLISHED`, set by `build.py`."""
    folder = environ.get("SYNLIGHED_PUBLISHED")
    return Path(folder) if folder else None


def edition(environ: Mapping[str, str] = os.environ) -> Edition:
    """Whom the site is made for: `SYNLIGHED_EDITION`, or else those inside the organisation.

    Raises:
        SettingError: `SYNLIGHED_EDITION` names no edition.
    """
    name = environ.get("SYNLIGHED_EDITION") or Edition.INTERNAL
    try:
        return Edition(name)
    except ValueError:
        allowed = join_words([f"»{edition}«" for edition in Edition], "eller")
        message = f"SYNLIGHED_EDITION skal være {allowed}, men er »{name}«."
        raise SettingError(message) from None


def is_preview(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a build shows what `make site` does, with what is still to come out.

    `SYNLIGHED_PREVIEW` is `ja`; such a site is for editors, and is published nowhere.
    """
    return environ.get("SYNLIGHED_PREVIEW") == "ja"


def platform(environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Whom to ask how everything works, in the order `map.sources.source_of` takes it.

    `MAP_URL`, where it is; `MAP_TOKEN`, which lets us read; `MAP_CA`, a file of the certificates to
    trust; for Prometheus `ALERTMANAGER_URL` and `ALERTMANAGER_TOKEN`; and `MAP_ADAPTER`, when
    something else is spoken there than the data say. Each may be empty.
    """
    of_alerts = ("ALERTMANAGER_URL", "ALERTMANAGER_TOKEN")
    names = ("MAP_URL", "MAP_TOKEN", "MAP_CA", *of_alerts, "MAP_ADAPTER")
    return tuple(environ.get(name) or "" for name in names)


def relay(environ: Mapping[str, str] = os.environ) -> Relay:
    """The mail server that is set up.

    `SMTP_HOST` is where it is, `SMTP_PORT` and `SMTP_TLS` how to get there; `SMTP_USER` and
    `SMTP_PASSWORD`, if it wants to know who we are; `SMTP_CA`, a file of the certificates to trust.

    Raises:
        SettingError: one of them is missing or cannot be used.
    """
    host, user, password, trusted = (
        environ.get(f"SMTP_{name}") or "" for name in ("HOST", "USER", "PASSWORD", "CA")
    )
    security = environ.get("SMTP_TLS") or "starttls"
    security = "starttls" if security == "ja" else security
    if not host:
        raise SettingError("Der er ingen postserver at sende gennem. Sæt SMTP_HOST.")
    if security not in SECURITY:
        allowed = join_words([f"»{name}«" for name in SECURITY], "eller")
        raise SettingError(f"SMTP_TLS skal være {allowed}, men er »{security}«.")
    if bool(user) != bool(password):
        raise SettingError("SMTP_USER og SMTP_PASSWORD hører sammen: sæt begge eller ingen.")
    if password and security == "nej":
        raise SettingError("Adgangskoden ville kunne læses undervejs: sæt SMTP_TLS til »starttls«.")
    if not (user + password).isascii():
        raise SettingError("SMTP_USER og SMTP_PASSWORD må kun have tegn fra ASCII, ikke æ, ø og å.")
    port = environ.get("SMTP_PORT") or str(SECURITY[security])
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 2**16):
        raise SettingError(f"SMTP_PORT skal være et tal fra 1 til 65535, men er »{port}«.")
    return Relay(host, int(port), security, user, password, trusted)


def npm_registry(environ: Mapping[str, str] = os.environ) -> str:
    """Where packages of npm are, with a slash at the end: npm's own, or `npm_config_registry`.

    Source: https://docs.npmjs.com/cli/v11/using-npm/config#environment-variables

    Raises:
        SettingError: that is no address.
    """
    url = environ.get("npm_config_registry") or environ.get("NPM_CONFIG_REGISTRY") or _NPM
    if not _WEB_ADDRESS.fullmatch(url):
        message = f"npm_config_registry skal være som {_NPM}, uden adgangskode, men er det ikke."
        raise SettingError(message)
    return url.rstrip("/") + "/"


def certificates(environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Files or folders of certificates that what is installed may be fetched with.

    `REQUESTS_CA_BUNDLE` and `PIP_CERT`, as pip reads them; `SSL_CERT_FILE` Python reads itself.
    """
    named = (environ.get(name) for name in ("REQUESTS_CA_BUNDLE", "PIP_CERT"))
    return tuple(file for file in named if file)


def today(environ: Mapping[str, str] = os.environ) -> date:
    """The day in Denmark.

    Raises:
        SettingError: as `now` does.
    """
    return now(environ).date()


def now(environ: Mapping[str, str] = os.environ) -> datetime:
    """The time in Denmark; `SOURCE_DATE_EPOCH` fixes it.

    Source: https://reproducible-builds.org/specs/source-date-epoch/

    Raises:
        SettingError: `SOURCE_DATE_EPOCH` is no point in time.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH")
    try:
        found = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH skal være et antal sekunder siden 1970, men er »{epoch}«."
        raise SettingError(message) from None
    return found.astimezone(ZONE)
