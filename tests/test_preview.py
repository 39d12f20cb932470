"""What the preview's server answers while a mistake stands."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import pytest

from synlighed.preview import ADDRESS, App, Mistakes, Preview, told
from synlighed.problems import Problem

PAGE = b"<!doctype html><html><head></head><body dir=ltr><h1>Mit Sygehus</h1></body></html>"
PROBLEM = Problem(
    "F202",
    "data/apps/<b>.yml",
    line=3,
    length=5,
    line_text="tilte: <script>alert(1)</script>",
    args={"name": "<i>tilte</i>", "key": "tilte", "kind": "apps"},
    suggestions=("title",),
)


def site(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
    path = environ["PATH_INFO"]
    if path.endswith(".json"):
        start("200 OK", [("Content-Type", "application/json")])
        return [b"{}"]
    if path.startswith("/livereload/"):
        start("200 OK", [("Content-Type", "text/plain")])
        return [b"1"]
    start("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(PAGE)))])
    return BytesIO(PAGE)


def answer(preview: Preview, path: str, app: App = site, root: str = "/") -> tuple[str, str]:
    """The status and the text that a browser gets; its length must be the one promised."""
    begun: list[Any] = []
    content = told(app, preview, root)({"PATH_INFO": path}, lambda *head: begun.extend(head))
    body = b"".join(content)
    length = dict(begun[1]).get("Content-Length")
    assert length is None or int(length) == len(body)
    return begun[0], body.decode()


def test_a_site_without_mistakes_is_answered_as_it_is() -> None:
    assert answer(Preview(good_since="13.05"), "/") == ("200 OK", PAGE.decode())


def test_a_mistake_is_told_first_on_every_page() -> None:
    preview = Preview(Mistakes((PROBLEM, PROBLEM)), good_since="13.05")
    status, text = answer(preview, "/apps/mit-sygehus/")
    assert status == "200 OK"
    assert text.startswith('<!doctype html><html><head></head><body dir=ltr><div role="alert"')
    assert "Der er 2 fejl i data, så du ser siden, som den var kl. 13.05." in text
    assert 'href="/fejl-i-data/"' in text and "<h1>Mit Sygehus</h1>" in text


def test_what_is_no_page_is_answered_as_it_is() -> None:
    preview = Preview(Mistakes((PROBLEM,)), good_since="13.05")
    assert answer(preview, "/api/v1/apps.json") == ("200 OK", "{}")


def test_the_page_of_mistakes_says_where_and_how_and_runs_nothing_of_theirs() -> None:
    preview = Preview(Mistakes((PROBLEM,)), good_since="13.05")
    status, text = answer(preview, f"/synlighed/{ADDRESS}", root="/synlighed/")
    assert status == "503 Service Unavailable"
    assert "<h1>Der er 1 fejl i data</h1>" in text and "linje 3" in text
    assert "Mente du »title«?" in text and 'href="/synlighed/"' in text
    assert text.count("<script") == 1 and "<i>" not in text and "<b>" not in text


@pytest.mark.parametrize("path", ["/", "/apps/", "/api/v1/apps.json"])
def test_before_the_first_site_every_page_tells_what_to_mend(path: str) -> None:
    status, text = answer(Preview(Mistakes((PROBLEM,))), path)
    assert status == "503 Service Unavailable" and "når alt er rettet" in text


def test_the_browser_hears_that_all_is_mended_also_before_the_first_site() -> None:
    assert answer(Preview(Mistakes((PROBLEM,))), "/livereload/1/2") == ("200 OK", "1")


def test_other_mistakes_than_those_of_the_data_are_told_as_they_are() -> None:
    preview = Preview(Mistakes(text="mkdocs.yml: <nav>"), good_since="9.00")
    assert "Der er en fejl, så du ser siden" in answer(preview, "/")[1]
    assert "mkdocs.yml: &lt;nav&gt;" in answer(preview, f"/{ADDRESS}")[1]


def test_without_mistakes_the_page_of_mistakes_leads_back() -> None:
    status, text = answer(Preview(good_since="13.05"), f"/{ADDRESS}")
    assert status == "200 OK" and "Der er ingen fejl" in text and 'href="/"' in text
