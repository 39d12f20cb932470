"""Links to hidden items become their own text, in every way Markdown lets one write a link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.markdown import as_item, links_in
from synlighed.unlinking import without_links

HIDDEN = "services/hemmelig"


def is_hidden(href: str) -> bool:
    return as_item(href) in (("services", "hemmelig"), ("services", "hemmelig-ting"))


def plain(text: str) -> str:
    return without_links(text, is_hidden)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se [MAP](services/hemmelig).", "Se MAP."),
        ('Se [MAP](/services/hemmelig/ "Titel").', "Se MAP."),
        ("Se [MAP](<services/hemmelig>).", "Se MAP."),
        ("Se [M [A] P](services/hemmelig).", "Se M [A] P."),
        ("Se [*MAP*\nher](services/hemmelig).", "Se *MAP*\nher."),
        ("Se [MAP][1].\n\n[1]: services/hemmelig", "Se MAP."),
        ('Se [MAP] [1].\n\n[1]: <services/hemmelig> "Titel"', "Se MAP."),
        ("Se [MAP][] og [MAP].\n\n[map]: services/hemmelig\n  'Titel'", "Se MAP og MAP."),
        ("[En](services/aaben) og [to](services/hemmelig)", "[En](services/aaben) og to"),
        ("[Ude](https://www.example.org/services/hemmelig)",) * 2,
        ("Se [MAP](services/hemmelig\\-ting).", "Se [MAP]."),
        ('Se [MAP](services/hemmelig "Den \\"nye\\" titel").', "Se MAP."),
        ("Ingen links, kun [klammer].",) * 2,
    ],
)
def test_a_link_becomes_text(text: str, expected: str) -> None:
    assert plain(text) == expected


pieces = st.one_of(
    st.sampled_from([HIDDEN, f"/{HIDDEN}/", f"{HIDDEN}\\-ting", "[a](", "[1]: ", "[a][1]"]),
    st.sampled_from([*"\\[]()<>:\n \"'1a\\`*!-", "\n\n", "    "]),
)


@given(st.lists(pieces, max_size=14).map("".join))
def test_no_text_keeps_a_link(text: str) -> None:
    assert not any(map(is_hidden, links_in(plain(text))))
