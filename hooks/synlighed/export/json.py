"""`/api/v1/<kind>.json`: every item of a kind, for programs.

The promise of v1: names stay and are only added to. `fields` holds what the data file says, and is
valid under the kind's published JSON Schema; `unknown` names the facts in it that nobody has found
out yet; `relations` holds the other items that name this one.
"""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from synlighed.catalogue import Catalogue
from synlighed.export.plain import plain
from synlighed.filed import filed, item_rows
from synlighed.inverse import Key
from synlighed.memo import Recall
from synlighed.model.item import Kind
from synlighed.model.values import unknown_facts
from synlighed.sitepage import Settings, SiteFile
from synlighed.urls import export_url, item_url, schema_url


def json_files(catalogue: Catalogue, settings: Settings, recall: Recall) -> Iterator[SiteFile]:
    """One JSON file for each kind."""
    for kind in catalogue.model:
        url = export_url(kind.kind, "json")
        yield from filed(recall, url, partial(_of_kind, kind.kind, settings, recall))


def _of_kind(
    kind: Kind, settings: Settings, recall: Recall, catalogue: Catalogue
) -> Iterator[SiteFile]:
    head = {
        "kind": kind.key,
        "schema": settings.site_url + schema_url(kind),
        "count": catalogue.count(kind.key),
    }
    rows = item_rows(kind.key, catalogue, recall, "json", partial(_item, settings))
    content = f'{_encode(head)[:-1]},"items":[{",".join(rows)}]}}\n'
    yield SiteFile(export_url(kind, "json"), content.encode())


def _item(settings: Settings, identity: Key, catalogue: Catalogue) -> str:
    item = catalogue.get(*identity)
    document = {
        "id": item.id,
        "url": settings.site_url + item_url(item),
        "example": bool(item.example),
        "unknown": unknown_facts(item),
        "fields": plain(item),
        "relations": {
            links.slug: [f"{other.kind.key}/{other.id}" for other in links.items]
            for links in catalogue.incoming(item)
        },
    }
    return _encode(document)


def _encode(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
