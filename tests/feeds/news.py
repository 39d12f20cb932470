"""News to write feeds of, and the feeds as a site would have them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from synlighed.danish.times import ZONE
from synlighed.feeds import atom, json_feed, rss
from synlighed.feeds.archives import cut
from synlighed.feeds.entries import Document, Entry, Picture
from synlighed.feeds.plain import plain_text

SITE = "https://intra.example/nyhedsbrev/"
PAGE = f"{SITE}emner/drift/"
FIRST = datetime(2026, 3, 27, 13, tzinfo=ZONE)
HTML = """\
<p>Fra <strong>1. april</strong> kan alle se <a href="https://intra.example/status/">driften</a>.</p>
<ul>
<li>R&amp;D skriver &lt;b&gt;</li>
<li>a &lt; b</li>
</ul>"""


class Format(NamedTuple):
    """A format, and the address of its current document."""

    item: Callable[[Entry], bytes]
    document: Callable[[Document, Iterable[bytes], datetime | None], bytes]
    stem: str
    ending: str

    def address(self, archive: int = 0) -> str:
        """Of the current document, or of an archive by its number."""
        return f"{SITE}{self.stem}{f'-{archive}' if archive else ''}.{self.ending}"


FORMATS = {
    "rss": Format(rss.item, rss.document, "rss", "xml"),
    "atom": Format(atom.item, atom.document, "atom", "xml"),
    "json": Format(json_feed.item, json_feed.document, "feed", "json"),
}


def made(number: int = 1, **fields: Any) -> Entry:
    """An entry, told on a day of its own and changed an hour later, unless a field says else."""
    published = fields.get("published", FIRST + timedelta(days=number))
    html = fields.get("html", HTML)
    given = {
        "id": f"urn:uuid:8d1b9a52-5b0e-5c1c-9a57-{number:012x}",
        "title": f"Nyt nummer {number}",
        "published": published,
        "updated": published + timedelta(hours=1),
        "link": f"{SITE}nyt-{number}/",
        "summary": f"Kort om nummer {number}.",
        "html": html,
        "text": plain_text(html),
    }
    return Entry(**{**given, **fields})


def described(format: Format, **fields: Any) -> Document:
    """What the current document says of itself."""
    given = {
        "title": "Nyhedsbrev: drift",
        "summary": "Nyt om drift & apps.",
        "author": "Region Eksempel",
        "page": PAGE,
        "address": format.address(),
        "current": format.address(),
    }
    return Document(**{**given, **fields})


def written(format: Format, entries: Iterable[Entry], **fields: Any) -> bytes:
    """A document of entries."""
    shown = tuple(entries)
    updated = max((one.updated for one in shown), default=None)
    return format.document(described(format, **fields), map(format.item, shown), updated)


def whole(format: Format, entries: tuple[Entry, ...]) -> dict[str, bytes]:
    """All documents of a feed by their addresses, the current one first."""
    parts = cut(len(entries))
    last = len(parts.archives)
    documents = {
        format.address(): written(
            format, entries[parts.current], previous=format.address(last) if last else ""
        )
    }
    for number, archive in enumerate(parts.archives, 1):
        documents[format.address(number)] = written(
            format,
            entries[archive],
            address=format.address(number),
            previous=format.address(number - 1) if number > 1 else "",
        )
    return documents


PICTURE = Picture("https://intra.example/assets/drift.png", 48_213, "image/png")
NEWS = (
    made(
        3,
        title='Æbler & "pærer" <script>alert(1)</script> &amp; ]]>',
        summary="Kun <b>tre</b> & en halv ]]>",
        html="<p>Enden på en sektion: ]]&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt; 😀</p>",
        categories=("Drift & apps", "Eksempel"),
    ),
    made(2, categories=("Drift",), picture=PICTURE),
    made(1, published=datetime(2026, 3, 29, 0, 30, tzinfo=UTC)),
)
"""The newest first; the last was told half an hour before the clocks went forward."""


def many(number: int) -> tuple[Entry, ...]:
    """So many, the newest first, every other with a picture."""
    return tuple(
        replace(made(one), picture=PICTURE if one % 2 else None) for one in range(number, 0, -1)
    )
