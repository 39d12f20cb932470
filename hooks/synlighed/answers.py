"""What readers answered, counted from the mails that came; of a mail nothing but that is kept."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC
from email import policy
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime

from synlighed.danish.dates import PartialDate
from synlighed.danish.times import ZONE
from synlighed.feedback import DID_NOT_HELP, HELPED

# What programs put in front: of replies, of what is sent on, and of mails from outside.
_BEFORE = r"(?:(?:sv|re|vs|fw|fwd|aw|wg)(?:\[\d+\])?\s*:\s*|\[[^\[\]]*\]\s*)*"
_YES, _NO = HELPED.casefold(), DID_NOT_HELP.casefold()
_ANSWER = re.compile(rf"{_BEFORE}(?:(?P<no>{_NO})|(?P<yes>{_YES}))\s*(?::|$)")
_LONGEST = 1000
"""Characters of a subject that are looked at."""

_HEAD = BytesHeaderParser(policy=policy.default)
_ID = re.compile(r"<[^<>\s]{1,500}>")


@dataclass(frozen=True)
class Answer:
    """A mail that says whether a page helped."""

    helped: bool
    month: PartialDate | None
    """When it was sent, by Danish time; none when it does not say."""
    id: str
    """What tells the mail from every other; empty when it does not say."""
    answers: frozenset[str]
    """The mails that it replies to."""


@dataclass(frozen=True)
class Month:
    """The answers of a month."""

    number: int
    yes: int

    @property
    def percent(self) -> int:
        """How many of a hundred said yes, to the nearest whole; a half goes up."""
        return (200 * self.yes + self.number) // (2 * self.number)


def read(mail: bytes) -> Answer | None:
    """The answer that a mail is (RFC 5322); nothing when it is another mail."""
    message = _HEAD.parsebytes(mail)
    found = _ANSWER.match(_plain(_header(message, "Subject")))
    if not found:
        return None
    replied = f"{_header(message, 'In-Reply-To')} {_header(message, 'References')}"
    own = _ID.search(_header(message, "Message-ID"))
    return Answer(
        helped=bool(found["yes"]),
        month=_month(_header(message, "Date")),
        id=own[0] if own else "",
        answers=frozenset(_ID.findall(replied)),
    )


def told_once(answers: Iterable[Answer]) -> list[Answer]:
    """The answers without copies of the same mail, and without what was written back and forth."""
    copies: dict[str, Answer] = {}
    for number, answer in enumerate(answers):
        copies.setdefault(answer.id or str(number), answer)
    return [
        answer for answer in copies.values() if not (answer.answers - {answer.id}) & copies.keys()
    ]


def by_month(answers: Iterable[Answer]) -> Mapping[PartialDate, Month]:
    """How many answers each month has, in order; those of no known month are left out."""
    all_, yes = Counter[PartialDate](), Counter[PartialDate]()
    for answer in answers:
        if answer.month:
            all_[answer.month] += 1
            yes[answer.month] += answer.helped
    return {month: Month(all_[month], yes[month]) for month in sorted(all_)}


def _header(message: EmailMessage, name: str) -> str:
    """A header as text; of what cannot be read, nothing."""
    try:
        return str(message.get(name, ""))
    # What the parser of the standard library makes of headers that were written to harm it.
    except (ValueError, IndexError, AttributeError, LookupError, TypeError):
        return ""


def _plain(subject: str) -> str:
    """A subject as it is compared, however it was written."""
    composed = unicodedata.normalize("NFKC", subject[:_LONGEST])
    seen = "".join(sign for sign in composed if unicodedata.category(sign) != "Cf")
    return " ".join(seen.split()).casefold()


def _month(date: str) -> PartialDate | None:
    try:
        sent = parsedate_to_datetime(date)
        here = (sent if sent.tzinfo else sent.replace(tzinfo=UTC)).astimezone(ZONE)
        return PartialDate(here.year, here.month)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
