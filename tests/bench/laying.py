"""Each engine in a folder of its own, with a page on which `firstFor(text)` gives what is best.

All have the same documents: the title and the text of every page that our own search knows, as they
stand on the built site.
"""

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from time import perf_counter
from types import SimpleNamespace

import lxml.html
import material
from material.plugins.search.plugin import SearchIndex

from synlighed.vendored import vendored
from tests.bench.running import ROOT, run

PAGE = """<!doctype html>
<html lang="da"><meta charset="utf-8"><title>Prøve</title>
<link rel="icon" href="data:,">
{scripts}
"""

FOUND = """<!doctype html>
<html lang="da"><title>{0}</title><body><main><h1>{0}</h1>
<p>{1}</p></main></body></html>
"""

OURS = """<script src="assets/search.js"></script>
<script>
    globalThis.firstFor = async (text) => {
        const { hits } = await slSearch.find(text, { most: 3 });
        return hits.map(({ url }) => url);
    };
</script>"""

MINISEARCH = """<script type="module">
    import MiniSearch from "./minisearch.js";
    const made = (async () => {
        const engine = new MiniSearch({
            idField: "url",
            fields: ["title", "text"],
            searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2 },
        });
        engine.addAll(await (await fetch("documents.json")).json());
        return engine;
    })();
    globalThis.firstFor = async (text) => (await made).search(text).slice(0, 3).map(({ id }) => id);
</script>"""

PAGEFIND = """<script type="module">
    const engine = await import("./pagefind/pagefind.js");
    globalThis.firstFor = async (text) => {
        const { results } = await engine.search(text);
        const first = await Promise.all(results.slice(0, 3).map((result) => result.data()));
        return first.map(({ url }) => url.slice(1));
    };
</script>"""

# As the theme does it: with the configuration that its plugin writes, and in its worker.
MATERIAL = """<script>
    const answered = (worker) => new Promise((done) => {
        worker.addEventListener("message", ({ data }) => done(data.data), { once: true });
    });
    const made = (async () => {
        const { config, docs } = await (await fetch("search_index.json")).json();
        const worker = new Worker("javascripts/workers/WORKER");
        const ready = answered(worker);
        worker.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } });
        await ready;
        return worker;
    })();
    globalThis.firstFor = async (text) => {
        const worker = await made;
        const found = answered(worker);
        worker.postMessage({ type: 2, data: text });
        const { items } = await found;
        return items.slice(0, 3).map(([{ location }]) => location.split("#")[0]);
    };
</script>"""


@dataclass(frozen=True)
class Document:
    """A page to be found."""

    url: str
    title: str
    text: str
    html: str


def documents_of(site: Path) -> list[Document]:
    """The pages of a built site that our search knows."""
    index = json.loads((site / "soeg" / "indeks.json").read_text(encoding="utf-8"))
    return [_document(site, url, title) for url, _, title, *_ in index["pages"]]


def _document(site: Path, url: str, title: str) -> Document:
    page = lxml.html.parse(str(site / url / "index.html"), lxml.html.HTMLParser(encoding="utf-8"))
    article = page.find(".//article")
    text = " ".join(" ".join(article.itertext()).split())
    return Document(url, title, text, lxml.html.tostring(article, encoding="unicode"))


def ours(folder: Path, site: Path, documents: list[Document]) -> float:
    for part in ("assets/search", "soeg"):
        shutil.copytree(site / part, folder / part)
    shutil.copy(site / "assets" / "search.js", folder / "assets")
    _page(folder, OURS)
    return 0


def minisearch(folder: Path, site: Path, documents: list[Document]) -> float:
    """Its index is made by each browser."""
    (folder / "minisearch.js").write_bytes(vendored()["minisearch.js"])
    _write(folder / "documents.json", documents)
    _page(folder, MINISEARCH)
    return 0


def pagefind(folder: Path, site: Path, documents: list[Document]) -> float:
    """Of pages with a heading and a text, which it weighs as it comes."""
    pages, told = folder / "pages", folder / "told"
    for document in documents:
        page = pages / document.url / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        content = (escape(document.title), escape(document.text))
        page.write_text(FOUND.format(*content), encoding="utf-8")
    command = [str(ROOT / ".venv" / "bin" / "uv"), "run", "--isolated", "--locked"]
    command += ["--project", str(ROOT), "--only-group", "bench", "--python", sys.executable]
    making = str(ROOT / "tests" / "bench" / "pagefinding.py")
    run([*command, "python", making, str(pages), str(folder / "pagefind"), str(told)])
    _page(folder, PAGEFIND)
    return float(told.read_text())


def stock(folder: Path, site: Path, documents: list[Document]) -> float:
    """With what its Danish translation says, which is a list of words to leave out and no stems."""
    begun = perf_counter()
    index = SearchIndex(
        lang=["da"],
        separator=r"[\s\-]+",
        pipeline=["stopWordFilter"],
        fields={"title": {"boost": 1e3}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}},
    )
    for document in documents:
        page = SimpleNamespace(
            content=document.html, meta={}, title=document.title, url=document.url, toc=[]
        )
        index.add_entry_from_context(page)
    text = index.generate_search_index(None)
    took = perf_counter() - begun
    (folder / "search_index.json").write_text(text, encoding="utf-8")
    theme = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
    for part in ("workers", "lunr"):
        shutil.copytree(theme / part, folder / "javascripts" / part)
    [worker] = (theme / "workers").glob("search.*.js")
    _page(folder, MATERIAL.replace("WORKER", worker.name))
    return took


ENGINES: dict[str, Callable[[Path, Path, list[Document]], float]] = {
    "ours": ours,
    "MiniSearch as it comes": minisearch,
    "Pagefind": pagefind,
    "Material (lunr)": stock,
}
"""Lays an engine out in a folder; gives the seconds that its index takes when the site is built."""


def _write(file: Path, documents: list[Document]) -> None:
    plain = [{"url": d.url, "title": d.title, "text": d.text} for d in documents]
    file.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")


def _page(folder: Path, scripts: str) -> None:
    (folder / "index.html").write_text(PAGE.format(scripts=scripts), encoding="utf-8")
