"""One page of every family, found in what was built: the data may change, the families stay."""

import json
from pathlib import Path
from typing import Any

from synlighed.model import discover
from tests.browser.watched import APP

KINDS = [kind.kind.key for kind in discover()]
FAMILIES = [
    "front",
    *(f"catalogue of {key}" for key in KINDS),
    *(f"one of {key}" for key in KINDS),
    "example",
    "unknown facts",
    "handbook",
    "fields",
    "prose",
    "missing page",
    "redirect",
    "narrowed",
    "chosen",
    "relation list",
    "second page",
    "status",
    "year",
    "series",
    "one time",
    "one value of the calendar",
    "one value of news",
    "issues of a year",
    "subscribe",
    "talks",
    "search",
    "precedents",
    "overview",
    "what is missing",
    "owners",
    "owner",
    "roles",
    "role",
    "sector",
    "areas",
    "area",
    "challenges",
    "roadmap",
    "disturbed front",
    "disturbed status",
    "disturbed app",
]
OF_MANY = {"relation list": "/hjaelp/contacts-0/ansvarlig-for/", "second page": "/apps/side/2/"}
"""What only a large catalogue has: where it is in the hostile one."""

DISTURBED = {
    "disturbed front": "/",
    "disturbed status": "/status/",
    "disturbed app": APP,
}
"""Where there is much to tell of the status: on the site that is built while something is down."""

IN_FRAME = [name for name in FAMILIES if name != "redirect"]
"""Those that stand in the frame of the site; a redirect is a page of its own."""


def find_families(site: Path) -> dict[str, str]:
    """The path of a page of each family that the site has; of several, the fullest."""
    paths = {
        "front": "/",
        "handbook": "/haandbog/",
        "fields": "/haandbog/ordliste/",
        "prose": "/om/",
        "status": "/status/",
        "year": "/kalender/aar/2026/",
        "one value of the calendar": "/kalender/slags/webinar/",
        "one value of news": "/nyheder/kategori/drift/",
        "issues of a year": "/nyhedsbrev/aar/2026/",
        "subscribe": "/abonner/",
        "talks": "/oplaeg/",
        "search": "/soeg/",
        "precedents": "/findes-det-allerede/",
        "overview": "/overblik/",
        "what is missing": "/overblik/mangler/ikke-oplyst/",
        "owners": "/overblik/ansvarlige/",
        "owner": f"/overblik/{_owner(site)}/",
        "roles": "/roller/",
        "role": "/roller/kliniker/",
        "sector": "/sektorer/kommune/",
        "areas": "/omraader/",
        "area": "/omraader/sikkerhed/",
        "challenges": "/udfordringer/",
        "roadmap": "/paa-vej/",
        "missing page": "/404.html",
        "redirect": redirects(site)[0],
    }
    everything = []
    for kind in discover():
        items = items_of(site, kind.kind.key)
        everything += items
        paths[f"catalogue of {kind.kind.key}"] = f"/{kind.kind.path}/"
        paths[f"one of {kind.kind.key}"] = _fullest(site, items)
    series = next(i for i in items_of(site, "events") if "repeats" in i["fields"])
    paths["series"] = series["path"]
    [first, *_] = sorted((site / series["path"].strip("/")).glob("*/index.html"))
    paths["one time"] = f"{series['path']}{first.parent.name}/"
    facet, value = fullest_facet(site, "apps")
    paths["narrowed"] = f"/apps/{facet}/{value}/"
    paths["chosen"] = f"/apps/?{facet}={value}"
    paths["example"] = _fullest(site, [item for item in everything if item["example"]])
    unknown = [item for item in everything if "ukendt" in item["fields"].values()]
    paths["unknown facts"] = _fullest(site, unknown)
    return paths


def fullest_facet(site: Path, key: str) -> tuple[str, str]:
    """The facet and value that most items of a kind have."""
    facets = json.loads((site / "afgraens" / f"{key}.json").read_bytes())["facets"]
    numbers = {
        (facet, value): len(having)
        for facet, values in facets.items()
        for value, having in values.items()
    }
    return max(numbers, key=lambda pair: numbers[pair])


def items_of(site: Path, key: str) -> list[dict[str, Any]]:
    """Every item of a kind as the site's own export has it, with its path."""
    export = json.loads((site / "api" / "v1" / f"{key}.json").read_bytes())
    root = export["schema"].partition("/api/")[0]
    return [{**item, "path": item["url"].removeprefix(root)} for item in export["items"]]


def _owner(site: Path) -> str:
    """The contact point that answers for most."""
    pages = site.glob("overblik/*/index.html")
    return max(pages, key=lambda page: page.stat().st_size).parent.name


def redirects(site: Path) -> list[str]:
    """The path of every former address."""
    return [
        f"/{page.parent.relative_to(site).as_posix()}/"
        for page in sorted(site.rglob("index.html"))
        if b'http-equiv="refresh"' in page.read_bytes()
    ]


def _fullest(site: Path, items: list[dict[str, Any]]) -> str:
    paths = [item["path"] for item in items]
    return max(paths, key=lambda path: (site / path[1:] / "index.html").stat().st_size)
