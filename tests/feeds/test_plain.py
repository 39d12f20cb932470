"""The plain text of what an editor wrote: pleasant to read, and all of it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.feeds.plain import WIDTH, plain_text
from synlighed.markdown import is_outside, render
from tests.export.expected import assert_expected

WRITTEN = """\
## Nyt om driften

Fra **1. april** kan alle se [driften](https://intra.example/status/), også *uden* at logge ind.
Spørgsmål stilles til [apps@region.example](mailto:apps@region.example) eller på
[12 34 56 78](tel:+4512345678); se også <https://intra.example/hjaelp/>.

- Et kort punkt
- Et punkt, der er så langt, at det ikke kan stå på én linje i en mail, og derfor fortsætter
    - under det
    - og med [en lang adresse](https://intra.example/en/adresse/der/er/for/lang/til/en/linje/i/en/mail/)

1. Først

    og stadig først

2. Så

> Vi ved aldrig, om det virker, før nogen ringer og spørger, og så er det tit for sent.
>
> > Enig.

Kommandoen `dig +short` siger:

    dig +short intra.example
      10.0.0.1   ; ikke   ombrudt, selv om linjen er meget længere, end en linje bør være i en mail

---

Venlig hilsen{break}
Redaktionen, R&D <b>
""".replace("{break}", "  ")


def text_of(markdown: str, width: int = WIDTH) -> str:
    return plain_text(render(markdown, lambda href: href if is_outside(href) else None), width)


def test_a_whole_text() -> None:
    assert_expected(text_of(WRITTEN) + "\n", Path(__file__).parent / "golden" / "plain.txt")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("løs tekst", "løs tekst"),
        ("<p>En</p>\n<p>To</p>", "En\n\nTo"),
        ("<p>En<br>to</p>", "En\nto"),
        ("<p>kl.&nbsp;13.00 &lt;b&gt; &amp;amp;</p>", "kl.\xa013.00 <b> &amp;"),
        ('<p><a href="https://a.example/">a.example</a></p>', "<https://a.example/>"),
        ('<p><a href="https://a.example/b">a</a>.</p>', "a <https://a.example/b>."),
        ('<p><a href="https://a.example/b"></a></p>', "<https://a.example/b>"),
        ('<p><a href="mailto:a@b.example">Hjælp</a></p>', "Hjælp <a@b.example>"),
        ('<p><a href="mailto:a@b.example">a@b.example</a></p>', "a@b.example"),
        ('<p><a href="tel:+4512345678">12 34</a></p>', "12\xa034"),
        ("<p><strong>Vigtigt</strong>: <em>nu</em> <code>x</code></p>", "Vigtigt: nu x"),
        ("<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", "- a\n- b\n  1. c"),
        ("<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>", "- a\n\n- b\n\n  c"),
        ("<ol>" + "<li>x</li>" * 10 + "</ol>", "\n".join(f"{n:2}. x" for n in range(1, 11))),
        (
            '<p><img src="https://a.example/b.png" alt="En prik"></p><p>b</p>',
            "[Billede: En prik]\n\nb",
        ),
        ("<ul><li></li><li>b</li></ul>", "-\n- b"),
        ("<blockquote><p>a</p><ul><li>b</li></ul></blockquote>", "> a\n>\n> - b"),
        ("<pre><code>a\n\n  b\n</code></pre>", "a\n\n  b"),
        ("<h3>A</h3><p>b</p><hr><p>c</p>", "A\n\nb\n\n* * *\n\nc"),
    ],
)
def test_what_becomes_of_each(html: str, text: str) -> None:
    assert plain_text(html) == text


@given(
    st.text("*_`#>[]()!-1. \n\tabæ<&:/", max_size=300), st.sampled_from([24, 40, WIDTH])
)  # fmt: skip
def test_nothing_is_lost_and_nothing_is_too_wide(written: str, width: int) -> None:
    """But what has no space in it stays whole, and code is as it was written."""
    html = render(written, lambda href: None)
    text = plain_text(html, width)
    assert without_space(text, "->0123456789.*") == without_space(
        re.sub(r"&(lt|gt|amp);", lambda sign: {"lt": "<", "gt": ">", "amp": "&"}[sign[1]],
               re.sub(r"<[^>]*>", "", html)),
        "->0123456789.*",
    )  # fmt: skip
    if "<pre>" not in html and not re.search(r"(<blockquote>|<li>)[^§]*(<blockquote>|<li>)", html):
        assert all(len(line) <= width or " " not in line.lstrip("->0123456789. ")
                   for line in text.splitlines())  # fmt: skip


def without_space(text: str, marks: str) -> str:
    """The signs of a text, without those that lists, quotes and lines are marked with."""
    return re.sub(rf"[\s{re.escape(marks)}]", "", text)


def test_it_follows_however_deep_a_text_goes() -> None:
    """As deep as Markdown itself does."""
    text = text_of("> " * 300 + "bund")
    assert text.endswith("bund") and text.startswith("> > > ")
