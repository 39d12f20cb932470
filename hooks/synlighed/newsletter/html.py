"""The HTML of a mail, as every mail program shows it: tables, and styles on each element."""

from collections.abc import Callable
from functools import cache

from jinja2 import Template
from markupsafe import Markup

from synlighed import markdown
from synlighed.feeds.texts import clean
from synlighed.newsletter.letter import Letter
from synlighed.newsletter.looks import DARK, LOOKS, PROSE
from synlighed.newsletter.text import MADE_UP, WORK
from synlighed.pages.here import environment_of
from synlighed.pages.issue import ShownPicture

WIDTH = 600
"""Pixels of a letter where there is room."""
PADDING = 24
"""Pixels at each side of its text."""

LARGEST = 100 * 1024
"""Bytes; Gmail hides what comes after 102 kB behind a link."""


def html_of(letter: Letter, source: Callable[[ShownPicture], str] | None = None) -> str:
    """The letter as a whole HTML document.

    Args:
        letter: The letter.
        source: Where the mail has each picture; nothing means where the site has it.
    """
    html = _template().render(
        letter=letter,
        issue=letter.issue,
        intro=_styled(letter.issue.intro),
        source=source or _on_the_site,
        shown_width=_shown_width,
        width=WIDTH,
        look=LOOKS,
        dark=DARK,
        made_up=MADE_UP,
        work=WORK,
    )
    return f"{clean(html)}\n"


def _on_the_site(shown: ShownPicture) -> str:
    return shown.src


def _shown_width(shown: ShownPicture) -> int:
    """Pixels; it grows no larger than it is."""
    return min(shown.picture.width, WIDTH - 2 * PADDING)


def _styled(intro: Markup) -> Markup:
    """What an editor wrote, with a style on each element."""
    return Markup(markdown.styled(intro, PROSE))


@cache
def _template() -> Template:
    return environment_of("synlighed.newsletter").get_template("mail.html")
