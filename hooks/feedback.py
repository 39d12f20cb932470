"""MkDocs event about what readers answer: gives every page its links.

Comes after `compile.py`, which knows where answers go, and who mends a page of data.
"""

from html import unescape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from synlighed.feedback import way_to_tell, ways_to_answer


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """Puts the links where the theme finds them, if readers are asked at all."""
    if feedback := config.extra.get("feedback"):
        # MkDocs keeps titles escaped, as the theme needs them.
        title = unescape(str(page.meta.get("title") or page.title or config.site_name))
        address = page.canonical_url or f"/{page.url}"
        mailbox = page.meta.get("mailbox", "")
        context["answers"] = ways_to_answer(feedback, title, address, mailbox)  # type: ignore[typeddict-unknown-key]


def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Gives the page for what is not there its link."""
    if template_name == "404.html" and (feedback := config.extra.get("feedback")):
        context["tell"] = way_to_tell(feedback)  # type: ignore[typeddict-unknown-key]
    return context
