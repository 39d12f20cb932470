"""The built site: sound HTML, no broken link, and nothing from another host."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import yaml

from tests.conftest import ROOT
from tests.site.html import Link, Page

FETCHING = {
    ("link", "href"), ("script", "src"), ("img", "src"), ("img", "srcset"), ("iframe", "src"),
    ("source", "src"), ("source", "srcset"), ("video", "src"), ("video", "poster"),
    ("audio", "src"), ("embed", "src"), ("object", "data"), ("form", "action"),
}  # fmt: skip
"""What a browser asks for by itself, or sends something to."""

SITE_URL = "https://synlighed.example/"
REPOSITORY = "https://git.example/synlighed/edit/main/"


def test_there_are_enough_pages(pages: Mapping[str, Page]) -> None:
    """Else the tests below say nothing."""
    assert len(pages) > 150
    for family in ("apps/", "services/", "projekter/", "ordliste/", "haandbog/", "om/"):
        assert any(path.startswith(family) for path in pages)


def test_every_page_is_sound_html(pages: Mapping[str, Page]) -> None:
    """Nothing for a browser to guess at."""
    assert {path: page.errors for path, page in pages.items() if page.errors} == {}


def test_no_id_is_used_twice(pages: Mapping[str, Page]) -> None:
    """A link to a part of a page leads to one place."""
    for path, page in pages.items():
        repeated = {id: n for id, n in Counter(page.ids).items() if n > 1}
        assert not repeated, path


def test_every_link_leads_somewhere(built_site: Path, pages: Mapping[str, Page]) -> None:
    """Each link within the site has its file, and each fragment its id."""
    broken = [
        f"{path}: {link.to}"
        for path, page in pages.items()
        for link in page.links
        if link.is_inside and not leads_somewhere(built_site, pages, page, link)
    ]
    assert not broken, "\n".join(broken[:20])


def leads_somewhere(site: Path, pages: Mapping[str, Page], page: Page, link: Link) -> bool:
    parts = urlsplit(link.to)
    # The page of a missing address is shown anywhere, so its links begin at the root.
    start = site if parts.path.startswith("/") else page.file.parent
    target = page.file if not parts.path else start / unquote(parts.path.lstrip("/"))
    if target.is_dir():
        if not parts.path.endswith(("/", ".")):
            return False
        target = target / "index.html"
    target = target.resolve()
    if not target.is_file() or not target.is_relative_to(site):
        return False
    if not parts.fragment:
        return True
    ids = pages[target.relative_to(site).as_posix()].ids
    return unquote(parts.fragment) in ids


def test_every_page_can_be_reached_by_links(pages: Mapping[str, Page]) -> None:
    """Nobody has to search for what they do not know the name of."""
    found, ahead = set(), ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in pages and path not in found:
            found.add(path)
            ahead += [leads_to(path, link.to) for link in pages[path].links if link.is_inside]
    others = {"404.html", *(path for path, page in pages.items() if is_redirect(page))}
    assert pages.keys() - found - others == set()


def leads_to(path: str, href: str) -> str:
    """The file that a link on a page leads to."""
    to = urlsplit(urljoin(f"/{path}", href)).path.removeprefix("/")
    return f"{to}index.html" if to == "" or to.endswith("/") else to


def test_links_are_relative(pages: Mapping[str, Page]) -> None:
    """So the site works in a folder of another site, or read from a disk."""
    for path, page in pages.items():
        if path != "404.html":
            assert not [link.to for link in page.links if link.to.startswith("/")], path


def test_no_link_in_the_content_names_the_site_itself(pages: Mapping[str, Page]) -> None:
    """It would lead readers of a copy, or of a test site, to the published one."""
    for path, page in pages.items():
        for element in page.main.iter("a"):
            assert not (element.get("href") or "").startswith(SITE_URL), path


def test_nothing_comes_from_another_host(built_site: Path, pages: Mapping[str, Page]) -> None:
    """No page, style sheet or icon asks elsewhere."""
    for path, page in pages.items():
        for link in page.links:
            if (link.tag, link.attribute) in FETCHING and not link.is_inside:
                # Only said, never asked for.
                assert link.tag == "link" and link.to.startswith(SITE_URL), f"{path}: {link}"
        styles = [e.text or "" for e in page.root.iter("style")]
        styles += [e.get("style") or "" for e in page.root.iter()]
        assert not re.search(r"url\(|@import", " ".join(styles)), path
    for sheet in built_site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        outside = re.findall(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^)\"']*)", text)
        assert not outside, sheet.name


def test_canonical_addresses(pages: Mapping[str, Page]) -> None:
    """Each page says where it is published."""
    for path, page in pages.items():
        found = [e.get("href") for e in page.root.iter("link") if e.get("rel") == "canonical"]
        if path == "404.html":
            continue
        assert len(found) == 1 and found[0].startswith(SITE_URL), path
        published = found[0].removeprefix(SITE_URL)
        assert f"{published}index.html" in pages, path


def test_every_page_says_what_it_is(pages: Mapping[str, Page]) -> None:
    """In Danish, with a title of its own."""
    titles: Counter[str] = Counter()
    for path, page in pages.items():
        assert page.root.get("lang") == "da", path
        assert page.title.strip(), path
        assert len(list(page.root.iter("h1"))) == 1, path
        if not is_redirect(page):
            assert page.meta("description"), path
            titles[re.sub(r" - Synlighed$", "", page.title)] += 1
    # An item and a word may well be called the same.
    assert titles.most_common(1)[0][1] <= 3, titles.most_common(5)


def test_edit_links_lead_to_the_items_own_file(pages: Mapping[str, Page]) -> None:
    """Each item's page to its YAML, each hand-written page to its Markdown, no other anywhere."""
    kinds = {"apps": "apps", "services": "services", "projekter": "projects", "ordliste": "terms"}
    kinds |= {"hjaelp": "contacts", "organisationer": "organisations"}
    kinds |= {"ambassadoerer": "ambassadors"}
    items = 0
    for path, page in pages.items():
        to = {link.to for link in page.links if link.to.startswith("https://git.example/")}
        folder, _, rest = path.partition("/")
        if folder in kinds and rest.count("/") == 1 and not is_redirect(page):
            id = rest.removesuffix("/index.html")
            assert to == {f"{REPOSITORY}data/{kinds[folder]}/{id}.yml"}, path
            items += 1
        for link in to:
            assert (ROOT / link.removeprefix(REPOSITORY)).is_file(), f"{path}: {link}"
    assert items > 100


def test_no_page_has_an_edit_link_to_a_generated_page(pages: Mapping[str, Page]) -> None:
    """A catalogue is not a file anyone can edit."""
    edits = {link.to for link in pages["apps/index.html"].links if "git.example" in link.to}
    assert edits == set()


def test_every_item_leads_to_its_catalogue(pages: Mapping[str, Page]) -> None:
    """By the path at the top, though it is not in the navigation."""
    for path in ("apps/mit-sygehus", "ordliste/byod", "organisationer/ouh", "haandbog/apps"):
        page = pages[f"{path}/index.html"]
        trail = next(e for e in page.root.iter("nav") if "md-path" in (e.get("class") or ""))
        assert "../" in {a.get("href") for a in trail.iter("a")}, path


def test_the_map_of_the_site_lists_every_page(built_site: Path, pages: Mapping[str, Page]) -> None:
    """And no redirect."""
    text = (built_site / "sitemap.xml").read_text(encoding="utf-8")
    listed = {url.removeprefix(SITE_URL) for url in re.findall(r"<loc>(.*?)</loc>", text)}
    shown = {path for path, page in pages.items() if not is_redirect(page)} - {"404.html"}
    assert {f"{url}index.html" for url in listed} == shown


def test_search_leads_to_pages(built_site: Path, pages: Mapping[str, Page]) -> None:
    """Every item is found, and every page that is found exists and is found once."""
    index = json.loads((built_site / "soeg" / "indeks.json").read_text(encoding="utf-8"))
    found = [url for url, *_ in index["pages"]]
    assert [url for url in found if f"{url}index.html" not in pages] == []
    assert len(found) == len(set(found))
    items = {
        path.removesuffix("index.html")
        for path, page in pages.items()
        if re.fullmatch(r"(apps|services|projekter|ordliste|hjaelp)/[^/]+/index.html", path)
        and not is_redirect(page)
    }
    assert items <= set(found)


def test_pages_of_the_navigation_exist(built_site: Path) -> None:
    """Its hand-written part is short: generated pages stay out of it."""
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    nav = yaml.safe_load(config[config.index("nav:") : config.index("\nhooks:")])["nav"]
    entries = list(targets(nav))
    assert len(entries) <= 25
    for target in entries:
        folder = target.removesuffix(".md").removesuffix("index")
        assert (built_site / folder / "index.html").is_file(), target


def targets(nav: object) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    entries = nav if isinstance(nav, list) else list(nav.values())
    return [target for entry in entries for target in targets(entry)]


def is_redirect(page: Page) -> bool:
    return any(e.get("http-equiv") == "refresh" for e in page.root.iter("meta"))
