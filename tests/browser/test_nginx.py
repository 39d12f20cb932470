"""The published site behind a real nginx that is set up by the site's own example."""

import gzip
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, expect

from synlighed import serving
from synlighed.visibility import Edition
from tests import nginx
from tests.browser.conftest import Visit, record
from tests.browser.families import find_families, fullest_facet
from tests.browser.test_accessibility import DESKTOP, search
from tests.conftest import shared_folder

pytestmark = pytest.mark.skipif(
    not nginx.installed() and "CI" not in os.environ, reason=nginx.MISSING
)

PROBE = """<!doctype html><html lang="da"><title>Uændret</title><body>
<script>document.title = "Script på siden"</script>
<img src="ingen.png" onerror="document.title = 'Hændelse'">
<a href="javascript:document.title='Link'">Link</a>
<script src="https://elsewhere.example/x.js"></script>
<iframe srcdoc="<script>top.document.title = 'Ramme'</script>"></iframe>
<style>body { color: rgb(1, 2, 3) }</style>
<form action="https://elsewhere.example/"><button>Send</button></form>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str, built_site: Path) -> Path:
    """The built site with a page more, as one who got in would add it, and some odd files."""
    copy = shared_folder(tmp_path_factory, worker_id) / "behind-nginx"
    with FileLock(f"{copy}.lock"):
        if not copy.exists():
            shutil.copytree(built_site, copy)
            (copy / "probe.html").write_text(PROBE, encoding="utf-8")
            (copy / ".hemmelig").write_text("hemmelig")
            for name in ("rss.xml", "rss-drift.xml", "atom.xml", "feed.json", "moede.ics"):
                (copy / name).write_text("{}")
    return copy


@pytest.fixture(scope="module")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    example = site / "haandbog" / "drift" / "nginx.conf"
    with nginx.serve(example, site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context(locale="da-DK", viewport={"width": DESKTOP, "height": 900})
    visit = Visit(context.new_page())
    record(visit)
    yield visit
    context.close()


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def get(url: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body; a redirect is not followed."""
    request = Request(url, method=method, headers=headers)
    try:
        with build_opener(_Stay).open(request, timeout=10) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except HTTPError as answer:
        return answer.code, {k.lower(): v for k, v in answer.headers.items()}, answer.read()


def test_every_family_works_and_nothing_is_blocked(visit: Visit, address: str, site: Path) -> None:
    # The page for what is missing comes with a status that the console tells of.
    paths = [path for name, path in find_families(site).items() if name != "missing page"]
    for path in paths:
        visit.page.goto(address + path)
        expect(visit.page.locator("h1").first).to_be_visible()
    visit.page.goto(f"{address}/apps/")
    visit.page.get_by_title("Skift til mørkt udseende").click()
    expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    search(visit.page, "sygehus", DESKTOP)
    expect(visit.page.get_by_role("option").first).to_be_visible()
    facet, value = fullest_facet(site, "apps")
    visit.page.goto(f"{address}/apps/?{facet}={value}")
    expect(visit.page.get_by_role("button", name="Ryd alle valg")).to_be_visible()
    assert visit.errors == []
    assert visit.hosts == {address.partition("//")[2]}


def test_a_script_that_somebody_put_in_does_not_run(visit: Visit, address: str) -> None:
    blocked: list[str] = []
    visit.page.expose_function("blocked", lambda directive: blocked.append(directive))
    visit.page.add_init_script(
        "addEventListener('securitypolicyviolation', e => blocked(e.effectiveDirective))"
    )
    visit.page.goto(f"{address}/probe.html")
    visit.page.get_by_text("Link").click()
    visit.page.evaluate("document.querySelector('button').click()")
    visit.page.wait_for_timeout(200)
    # Asked of the page itself: Playwright's own answer is empty after a form that was stopped.
    assert visit.page.evaluate("document.title") == "Uændret"
    assert visit.page.url == f"{address}/probe.html"
    assert visit.page.evaluate("getComputedStyle(document.body).color") != "rgb(1, 2, 3)"
    assert {"script-src-elem", "script-src-attr", "style-src-elem", "form-action"} <= {*blocked}


def test_without_the_policy_it_would_run(browser: Browser, site: Path) -> None:
    """Or the probe would prove nothing."""
    page = browser.new_page()
    page.goto((site / "probe.html").as_uri())
    assert page.evaluate("document.title") != "Uændret"
    page.close()


@pytest.mark.parametrize("path", ["/", "/apps/", "/findes-ikke/", "/api/v1/apps.json", "/apps"])
def test_every_answer_is_guarded(address: str, path: str) -> None:
    """A mistake and a redirect as well."""
    _, headers, _ = get(address + path)
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self' ")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["server"] == "nginx"


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/assets/tokens.css", "text/css; charset=utf-8"),
        ("/api/v1/apps.json", "application/json; charset=utf-8"),
        ("/api/v1/apps.csv", "text/csv; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/moede.ics", "text/calendar; charset=utf-8"),
        ("/rss.xml", "application/rss+xml; charset=utf-8"),
        ("/rss-drift.xml", "application/rss+xml; charset=utf-8"),
        ("/atom.xml", "application/atom+xml; charset=utf-8"),
        ("/feed.json", "application/feed+json; charset=utf-8"),
        ("/assets/images/favicon.png", "image/png"),
    ],
)
def test_types(address: str, path: str, type_: str) -> None:
    status, headers, _ = get(address + path)
    assert (status, headers["content-type"]) == (200, type_)


def test_what_is_long_is_compressed(address: str, site: Path) -> None:
    for path in ("apps/index.html", "api/v1/apps.json", "assets/site.js", "api/v1/apps.csv"):
        url = f"{address}/{path.removesuffix('index.html')}"
        _, headers, body = get(url, **{"Accept-Encoding": "gzip"})
        assert headers["content-encoding"] == "gzip" and "Accept-Encoding" in headers["vary"]
        assert gzip.decompress(body) == (site / path).read_bytes()


def test_what_may_change_is_asked_for_again(address: str, site: Path) -> None:
    _, headers, _ = get(f"{address}/apps/")
    assert headers["cache-control"] == "no-cache"
    status, _, body = get(f"{address}/apps/", **{"If-None-Match": headers["etag"]})
    assert (status, body) == (304, b"")
    [bundle] = (site / "assets" / "javascripts").glob("bundle.*.min.js")
    _, headers, _ = get(f"{address}/assets/javascripts/{bundle.name}")
    assert "immutable" in headers["cache-control"]


def test_former_addresses_lead_on(address: str, site: Path) -> None:
    path = find_families(site)["redirect"]
    status, headers, _ = get(address + path)
    assert status == 301
    target = headers["location"]
    assert target.startswith("/") and (site / target[1:] / "index.html").exists()
    assert get(address + target)[0] == 200


def test_what_is_not_there(address: str) -> None:
    for path in ("/findes-ikke/", "/.hemmelig", "/404.html", "/apps/../.hemmelig"):
        status, _, body = get(address + path)
        assert status == 404 and "Siden findes ikke" in body.decode()
    assert get(f"{address}/apps")[1]["location"] == "/apps/"
    assert get(f"{address}/", method="POST")[0] == 405


def test_what_only_operations_need_is_not_handed_out(address: str, site: Path) -> None:
    """It tells what the measurements are called, and a refresh reads it from the disk."""
    assert "probes" in (site / "status" / "watched.json").read_text(encoding="utf-8")
    assert get(f"{address}/status/watched.json")[0] == 404
    assert get(f"{address}/status/status.json")[0] == 200


def test_all_editions_in_one_nginx(tmp_path: Path) -> None:
    """Each in its own folder, and with its own former addresses, however long those are."""
    long = "/projekter/faelles-udbud-af-telemedicin-og-hjemmemonitorering-for-alle-sygehuse/"
    texts = [
        serving.nginx(serving.Served(redirects={long: f"/{edition}/"}), url, edition)
        for edition in Edition
        for url in (f"https://{edition}.example/",)
    ]
    assert nginx.is_accepted("\n".join(texts), tmp_path) == ""
    roots = {line.split()[1] for text in texts for line in text.splitlines() if "  root " in line}
    assert len(roots) == 3
    assert all(f"location = {long} {{" in text for text in texts)
