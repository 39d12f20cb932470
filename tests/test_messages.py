"""The table of messages is whole, and is written for those who read it."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from synlighed.danish.dates import DateReason
from synlighed.messages import MESSAGES
from synlighed.wording import KINDS_OF_NODE, REASONS

PACKAGE = Path(__file__).parents[1] / "hooks" / "synlighed"
CODE = re.compile(r"[FA]\d{3}")

# Words of the trade, and English; a file's ending, a command and a field may be named.
JARGON = re.compile(
    r"\b(yaml|json|string|parse\w*|token|syntaks|validering|ugyldig\w*|null|boolean|array|error|"
    r"exception|invalid|bytes?|regex)\b",
    re.IGNORECASE,
)


def test_every_code_that_is_used_has_a_message_and_every_message_is_used() -> None:
    used = {code for file in PACKAGE.rglob("*.py") for code in codes_in(file)}
    assert used == MESSAGES.keys()


def codes_in(file: Path) -> Iterator[str]:
    if "messages" not in file.parts:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and CODE.fullmatch(str(node.value)):
                yield str(node.value)


def test_codes_stand_in_their_order() -> None:
    errors = [code for code in MESSAGES if code[0] == "F"]
    warnings = [code for code in MESSAGES if code[0] == "A"]
    assert list(MESSAGES) == sorted(errors) + sorted(warnings)


@pytest.mark.parametrize("code", MESSAGES)
def test_a_message_is_whole_sentences_in_plain_danish(code: str) -> None:
    message = MESSAGES[code]
    assert re.match(r"[A-ZÆØÅ»{]", message.text)
    assert message.text.endswith((".", ":", "."))
    for text in (message.text, message.hint):
        assert not JARGON.search(text), text
        assert "  " not in text
        assert text == text.strip()
        assert text.count("»") == text.count("«")


@pytest.mark.parametrize("code", MESSAGES)
def test_an_error_says_how_it_is_mended(code: str) -> None:
    """By a hint, or by the values that are allowed."""
    assert MESSAGES[code].hint or code in {"F204", "F209", "F214", "A510"}


@pytest.mark.parametrize("code", MESSAGES)
def test_what_is_filled_in_has_a_plain_name(code: str) -> None:
    for text in (MESSAGES[code].text, MESSAGES[code].hint):
        for _, name, form, conversion in string.Formatter().parse(text):
            assert name is None or name.isidentifier()
            assert not form and not conversion


def test_every_reason_why_a_date_is_refused_has_its_words() -> None:
    assert REASONS.keys() == {reason.name for reason in DateReason}


def test_the_kinds_of_node_can_be_put_after_er() -> None:
    assert all(re.match(r"(en|et) \w+|ingenting$", words) for words in KINDS_OF_NODE.values())
