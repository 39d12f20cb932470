"""What the preview shows while a mistake stands: a banner over the last good site, and a page.

Both are put in by the preview's server (WSGI, PEP 3333) and are no part of the site.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from synlighed.danish.numbers import count
from synlighed.digest import digest
from synlighed.pages.here import fill
from synlighed.problems import Problem

Start = Callable[..., Any]
App = Callable[[dict[str, Any], Start], Iterable[bytes]]

ADDRESS = "fejl-i-data/"
"""Where all mistakes are told, from the root of the preview."""

_BODY = re.compile(rb"<body[^>]*>")


@dataclass(frozen=True)
class Mistakes:
    """Why the site could not be built."""

    problems: tuple[Problem, ...] = ()
    """What is wrong with the data."""
    text: str = ""
    """What is wrong, when it is not the data."""

    @property
    def summary(self) -> str:
        """The mistakes, counted."""
        errors = sum(problem.is_error for problem in self.problems)
        return f"{count(errors, 'fejl', 'fejl')} i data" if errors else "en fejl"

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that must be mended, in the order one reads the files."""
        found = (problem for problem in self.problems if problem.is_error)
        return tuple(sorted(found, key=lambda problem: problem.order))


@dataclass
class Preview:
    """The state of a preview: what is wrong now, and when the site it shows was made."""

    mistakes: Mistakes | None = None
    good_since: str = ""
    """The time the site on show was built, as `13.05`; empty when none has been built yet."""


def told(app: App, preview: Preview, root: str) -> App:
    """A preview's server that also tells what is wrong.

    Args:
        app: The server that answers with the site.
        preview: Its state, looked at for each answer.
        root: The path of the front page.
    """

    def answer(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path.startswith("/livereload/"):
            return app(environ, start)
        if path == root + ADDRESS or (preview.mistakes and not preview.good_since):
            return _page(preview, root, start)
        if preview.mistakes:
            return _with_banner(app, environ, start, _banner(preview, root))
        return app(environ, start)

    return answer


def _page(preview: Preview, root: str, start: Start) -> Iterable[bytes]:
    told = digest(repr(preview.mistakes), preview.good_since).hex()
    about = {"mistakes": preview.mistakes, "since": preview.good_since}
    page = fill("mistakes.html", **about, root=root, told=told)
    content = page.encode()
    head = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(content)))]
    start("503 Service Unavailable" if preview.mistakes else "200 OK", head)
    return [content]


def _banner(preview: Preview, root: str) -> bytes:
    assert preview.mistakes
    return fill(
        "mistakes-banner.html",
        summary=preview.mistakes.summary,
        since=preview.good_since,
        href=root + ADDRESS,
    ).encode()


def _with_banner(app: App, environ: dict[str, Any], start: Start, banner: bytes) -> Iterable[bytes]:
    """The answer with the banner first on the page; what is no page is answered as it is."""
    begun: list[Any] = []

    def note(status: str, head: list[tuple[str, str]], *more: Any) -> None:
        begun[:] = status, head, more

    content = app(environ, note)
    status, head, more = begun
    names = {name.lower(): value for name, value in head}
    if not names.get("content-type", "").startswith("text/html"):
        start(status, head, *more)
        return content
    page = _BODY.sub(lambda body: body[0] + banner, b"".join(content), count=1)
    if close := getattr(content, "close", None):
        close()
    kept = [(name, value) for name, value in head if name.lower() != "content-length"]
    start(status, [*kept, ("Content-Length", str(len(page)))], *more)
    return [page]
