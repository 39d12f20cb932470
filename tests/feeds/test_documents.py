"""The documents in full, what they must be by their formats, and what they must not depend on."""

import json
import locale
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.feeds.texts import clean, line, plain_title
from tests.conftest import ROOT
from tests.export.expected import assert_expected
from tests.feeds.clients import MISSING
from tests.feeds.feed_lint import LINT
from tests.feeds.news import FORMATS, NEWS, Format, described, made, many, whole, written

GOLDEN = Path(__file__).parent / "golden"
LOCALE = Path("/usr/share/i18n/locales/da_DK")
TEXTS = st.one_of(
    st.text(max_size=100),
    st.text("<>&;]\"'\n\r\t bpx#/!æ😀\x00\x07\x85\u2028\ud800\ufffe", max_size=100),
)


@pytest.fixture(params=FORMATS)
def format(request: pytest.FixtureRequest) -> Format:
    return FORMATS[request.param]


def test_the_documents_in_full(format: Format) -> None:
    """The one that readers follow, and an archive."""
    current = written(format, NEWS, previous=format.address(2))
    archive = written(
        format,
        NEWS[1:],
        address=format.address(2),
        previous=format.address(1),
        id="urn:uuid:2f1d8a52-5b0e-4c1c-9a57-6f6f0a3f7e51",
    )
    for name, content in (("", current), ("-archive", archive)):
        assert_expected(content.decode(), GOLDEN / f"{format.stem}{name}.{format.ending}")


@pytest.mark.parametrize("number", [0, 1, 69, 70, 175])
def test_every_document_is_without_a_fault(format: Format, number: int) -> None:
    documents = whole(format, many(number))
    for address, content in documents.items():
        LINT[format.stem](content, address)
    assert len(documents) == 1 + max(0, number - 20) // 50


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_makes_documents_without_a_fault(title: str, text: str, name: str) -> None:
    one = made(title=f"x{title}", summary=text, html=text, text=text, categories=(f"x{name}",))
    for format in FORMATS.values():
        content = written(format, (one,), title=f"x{name}", summary=text, author=f"x{title}")
        LINT[format.stem](content, format.address())


def test_a_document_is_put_together_of_items_written_once(format: Format) -> None:
    items = [format.item(one) for one in NEWS]
    for doc in (described(format), described(format, title="En anden", page="https://a.example/")):
        content = format.document(doc, items, NEWS[0].updated)
        assert all(item.strip() in content for item in items)


def test_it_is_as_new_as_its_entries_and_no_newer(format: Format) -> None:
    """No clock is read: also a feed without entries is the same every time."""
    assert written(format, NEWS) == written(format, NEWS)
    empty = written(format, ()).decode()
    assert not [year for year in range(2020, 2100) if f"{year}-" in empty or f" {year} " in empty]


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_it_is_the_same_wherever_it_is_written(zone: str) -> None:
    assert elsewhere(TZ=zone, PYTHONHASHSEED="1") == here()


@pytest.mark.skipif(
    not LOCALE.exists() and "CI" not in os.environ, reason=MISSING.format("locales")
)
def test_it_is_the_same_in_any_language_of_the_machine(tmp_path: Path) -> None:
    """Dates of RSS are in English (RFC 822) where days and months have Danish names."""
    made = tmp_path / "da_DK.UTF-8"
    subprocess.run(["localedef", "-i", "da_DK", "-f", "UTF-8", str(made)], check=True)
    assert elsewhere(LOCPATH=str(tmp_path), LC_ALL="da_DK.UTF-8", EXPECT_DANISH="1") == here()


def here() -> dict[str, str]:
    return {stem: sha256(written(format, NEWS)).hexdigest() for stem, format in FORMATS.items()}


def elsewhere(**environment: str) -> dict[str, str]:
    """The digests of the same documents, written by a machine that is set up otherwise."""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.feeds.test_documents"],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        check=True,
    )
    found: dict[str, str] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize(
    ("text", "cleaned", "on_a_line", "titled"),
    [
        ("Æbler & pærer", "Æbler & pærer", "Æbler & pærer", "Æbler & pærer"),
        ("a < b && c", "a < b && c", "a < b && c", "a < b && c"),
        ("R&D; <b>", "R&D; <b>", "R&D; <b>", "R&\u2060D; <\u2060b>"),
        ("</p>&#60;", "</p>&#60;", "</p>&#60;", "<\u2060/p>&\u2060#60;"),
        (" to\r\n\tog\u2028tre\rfire ", " to\n\tog\ntre\nfire ", *2 * ("to og tre fire",)),
        ("kl. 13.00", *3 * ("kl. 13.00",)),
        ("\x00a\x07\x9f\ud800\ufffe\uffffb😀", *3 * ("ab😀",)),
    ],
)  # fmt: skip
def test_what_texts_become(text: str, cleaned: str, on_a_line: str, titled: str) -> None:
    assert (clean(text), line(text), plain_title(text)) == (cleaned, on_a_line, titled)


def test_json_says_no_more_than_there_is() -> None:
    """Members that are empty are left out."""
    bare = json.loads(FORMATS["json"].item(made(summary="")))
    assert not {"summary", "tags", "image", "attachments"} & set(bare)
    assert "next_url" not in json.loads(written(FORMATS["json"], NEWS))


if __name__ == "__main__":
    locale.setlocale(locale.LC_ALL, "")
    if "EXPECT_DANISH" in os.environ:
        assert NEWS[1].published.strftime("%a") == "søn", "the locale is not in force"
    print(json.dumps(here()))
