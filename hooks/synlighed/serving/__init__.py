"""How a built site is served: an example for nginx that fits just this build.

The policy lets a page run the scripts that the build wrote, each by its hash, and nothing else
(Content Security Policy Level 3, https://www.w3.org/TR/CSP3/).
"""

import base64
import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from synlighed.status.published import WATCHED
from synlighed.visibility import Edition

URI = "haandbog/drift/nginx.conf"
"""Where the example is on the site."""

NOT_YET = "# Filen bliver lavet, når sitet bygges: make build\n"
"""What stands there until the pages do."""

ROOT = "/var/www/synlighed"
"""Where the example expects the site; an edition for others has a folder of its own beside it."""

_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_REFRESH = re.compile(rb'<meta http-equiv="refresh" content="0; ?url=([^"]*)"')


@dataclass
class Served:
    """What the pages of a site need of whoever serves them."""

    hashes: set[str] = field(default_factory=set)
    """Of every script that stands in a page, as a policy writes them."""
    redirects: dict[str, str] = field(default_factory=dict)
    """The addresses that lead on to others, from the root of the site."""

    @property
    def policy(self) -> str:
        """The Content-Security-Policy that lets the site work and nothing else."""
        return "; ".join(
            (
                "default-src 'none'",
                " ".join(("script-src 'self'", *sorted(self.hashes))),
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self'",
                "worker-src 'self'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'",
            )
        )


def needed_by(pages: Iterable[tuple[str, bytes]]) -> Served:
    """What pages need, read off their HTML.

    Args:
        pages: The uri of each file, as `apps/index.html`, and what it holds.
    """
    served = Served()
    seen: set[bytes] = set()
    for uri, html in pages:
        seen.update(_SCRIPT.findall(html))
        # Only pages that lead on are this short.
        if refresh := _REFRESH.search(html[:2000]):
            folder = posixpath.dirname(uri)
            target = posixpath.normpath(posixpath.join("/", folder, refresh[1].decode()))
            served.redirects[f"/{folder}/"] = f"{target}/"
    served.hashes = {_hash(script) for script in seen}
    return served


def nginx(served: Served, site_url: str, edition: Edition) -> str:
    """The example for nginx, as text.

    Args:
        served: What the pages of the build need.
        site_url: Where the site is published.
        edition: Whom it is for; several may be served by one nginx.
    """
    address = urlsplit(site_url)
    return (
        _environment()
        .get_template("nginx.conf")
        .render(
            host=address.hostname or "_",
            # Of `https://intranet.example/synlighed/` the last part is the name of the folder.
            base=address.path.rstrip("/"),
            edition=edition,
            root=ROOT if edition.is_internal else f"{ROOT}-{edition}",
            policy=served.policy,
            watched=WATCHED,
            redirects=dict(_in_order(served.redirects)),
        )
    )


def _hash(script: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"


def _in_order(redirects: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield from sorted(redirects.items())


def _environment() -> Environment:
    # No HTML: nothing in the example comes from data but ids and hashes.
    return Environment(
        loader=PackageLoader("synlighed.serving", "."),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
