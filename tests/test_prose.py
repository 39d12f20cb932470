"""Pages by hand, and what of them an edition holds."""

from datetime import date

import pytest

from synlighed.prose import (
    ProseError,
    below_heading,
    narrowed,
    pages_of,
    review_due_of,
    shown,
    visibility_of,
)
from synlighed.visibility import Edition

HIDDEN = {"apps/skjult.md", "apps/skjult/", "haandbog/index.md", "haandbog/", "om/plan.md"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Uden", None),
        ("---\nvisibility: partner\n---\n# Med", "partner"),
        ("\ufeff---\r\ntitle: Om\r\nvisibility: offentlig\r\n---\r\n# Med", "offentlig"),
        ("---\ntitle: Om\n---\n# Uden\n\nvisibility: offentlig\n---\n", None),
        ("---\n- en liste\n---\n", None),
        ("visibility: offentlig\n\n# Uden streger", None),
    ],
)
def test_a_page_says_who_may_see_it(text: str, said: str | None) -> None:
    assert visibility_of("om.md", text) == said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "---\nvisibility: alle\n---\n",
            "docs/om.md: »visibility« er »alle«, men skal være »intern«, »partner« eller "
            "»offentlig«.",
        ),
        ("---\nvisibility: [\n---\n", "docs/om.md: Felterne øverst i filen er ikke gyldig YAML."),
    ],
)
def test_what_it_cannot_say(text: str, told: str) -> None:
    with pytest.raises(ProseError) as error:
        visibility_of("om.md", text)
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ("title: Om", None),
        ("last_reviewed: 25. november 2026", date(2027, 11, 25)),
        ("last_reviewed: 2026-11-25\nreview_months: 6", date(2027, 5, 25)),
        ("review_months: 6", None),
    ],
)
def test_a_page_says_when_it_was_reviewed(fields: str, due: date | None) -> None:
    assert review_due_of("om.md", f"---\n{fields}\n---\n# Om") == due


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            "last_reviewed: i går",
            "docs/om.md: »last_reviewed« er »i går«, men skal være en dato som »6. marts 2019«.",
        ),
        (
            "last_reviewed: 25. november 2026\nreview_months: sjældent",
            "docs/om.md: »review_months« er »sjældent«, men skal være et helt tal fra 1 til 24.",
        ),
    ],
)
def test_it_says_so_in_a_way_that_can_be_read(fields: str, told: str) -> None:
    with pytest.raises(ProseError) as error:
        pages_of({"om.md": f"---\n{fields}\n---\n# Om"}, Edition.INTERNAL)
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: b\n---\n\n# Om os\n\nVi er.\n", "---\na: b\n---\n\n# Om os\n\n<p>\n\nVi er.\n"),
        ("# Om os {#os}\nVi er.\n", "# Om os {#os}\n\n<p>\n\nVi er.\n"),
        ("# Om\n\n# Mere\n", "# Om\n\n<p>\n\n# Mere\n"),
        ("---\n# a\n---\nVi er.\n", "---\n# a\n---\n\n<p>\n\nVi er.\n"),
        ("# Om os", "# Om os\n\n<p>\n\n"),
    ],
)
def test_what_is_set_below_the_heading(text: str, expected: str) -> None:
    """Also where the page says nothing about itself, or has no heading."""
    assert below_heading(text, "<p>\n") == expected


def test_a_file_belongs_to_the_pages_that_name_it() -> None:
    pages = {
        "a.md": "---\nvisibility: offentlig\n---\n![Kort](kort%20nu.png)",
        "b.md": "---\nvisibility: partner\n---\n[Plan](b/plan.pdf)",
        "c.md": "![Hemmelig](hemmelig.png)",
    }
    files = {"kort nu.png", "b/plan.pdf", "hemmelig.png", "glemt.png", "assets/site.js"}
    public = {"a.md", "kort nu.png", "assets/site.js"}
    assert shown(pages, files, Edition.PUBLIC) == public
    assert shown(pages, files, Edition.PARTNER) == public | {"b.md", "b/plan.pdf"}
    assert shown(pages, files, Edition.INTERNAL) == pages.keys() | files


def test_a_file_of_the_same_name_elsewhere_is_another() -> None:
    pages = {
        "om/a.md": '---\nvisibility: offentlig\n---\n![Kort](kort.png) <img src="../b.png">\n'
        "Se oversigtsplan.png, eller [planen][p].\n\n[p]: /filer/plan.pdf",
    }
    files = {"om/kort.png", "intern/kort.png", "plan.png", "om/b.png", "b.png", "filer/plan.pdf"}
    # A picture in HTML is found from the page's address, and so may be either.
    found = shown(pages, files, Edition.PUBLIC) - pages.keys()
    assert found == {"om/kort.png", "om/b.png", "b.png", "filer/plan.pdf"}


@pytest.mark.parametrize(
    ("href", "hidden"),
    [
        ("/apps/skjult.md", True),
        ("../apps/skjult.md#afsnit", True),
        ("../apps/skjult/", True),
        ("../apps/skjult?a", True),
        ("../haandbog", True),
        ("plan.md", True),
        ("/apps/vist.md", False),
        ("skjult.md", False),
        ("#skjult", False),
        ("https://apps/skjult/", False),
        ("//apps/skjult/", False),
        ("mailto:apps/skjult/", False),
    ],
)
def test_links_between_pages(href: str, hidden: bool) -> None:
    text = f"Se [her]({href})."
    assert narrowed("om/index.md", text, HIDDEN) == ("Se her." if hidden else text)


@pytest.mark.parametrize(
    "html",
    ['<a href="../apps/skjult/">', "<img alt='' src=/apps/skjult/>", '<a href="../om/plan/">'],
)
def test_a_link_in_html_is_refused(html: str) -> None:
    with pytest.raises(ProseError, match=r"docs/tilgaengelighed\.md fører i HTML til"):
        narrowed("tilgaengelighed.md", f"Se {html}her</a>.", HIDDEN | {"om/plan/"})
