"""The page of mistakes, while somebody reads it and somebody mends."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

from playwright.sync_api import Browser, expect

from synlighed.preview import ADDRESS, Mistakes, Preview, told
from tests.test_preview import site


class Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def previewing(preview: Preview) -> Iterator[str]:
    """The address of the page of mistakes of a preview."""
    with make_server("127.0.0.1", 0, told(site, preview, "/"), handler_class=Quiet) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{ADDRESS}"
        finally:
            server.shutdown()
            thread.join()


def test_it_stays_as_it_is_until_there_is_something_else_to_read(browser: Browser) -> None:
    preview = Preview(Mistakes(text="Den første"), good_since="9.00")
    with previewing(preview) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.evaluate("document.body.dataset.read = 'ja'")
        for _ in range(2):
            # It has asked twice, and heard nothing new.
            page.wait_for_event("response")
        expect(page.locator("body[data-read]")).to_contain_text("Den første")
        preview.mistakes = Mistakes(text="Den næste")
        expect(page.locator("body")).to_contain_text("Den næste")
        expect(page.locator("body[data-read]")).to_have_count(0)
        preview.mistakes = None
        expect(page.get_by_role("heading")).to_have_text("Der er ingen fejl")
