"""A letter as a mail: RFC 5322 with MIME, the same bytes whenever it is made.

What the library would draw lots for is set: its boundaries, and the names of what is in the mail.
"""

from collections.abc import Callable
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from typing import Any
from urllib.parse import urlsplit

from synlighed.calendar.slots import Slot
from synlighed.catalogue import Catalogue
from synlighed.feeds.icalendar import entry, together
from synlighed.newsletter.html import html_of
from synlighed.newsletter.letter import Letter
from synlighed.newsletter.text import text_of
from synlighed.pages.calendar_files import calendar_entry
from synlighed.pages.issue import ShownPicture
from synlighed.sitepage import Settings
from synlighed.urls import slot_file_url

# In text that is quoted-printable a line feed is the end of a line, and nothing else.
_CTE = "quoted-printable"

_IDS = {"message-id", "content-id", "list-id", "list-unsubscribe"}


class _Policy(EmailPolicy):
    """Writes headers where the library's newer way of it loses something.

    It makes encoded words of ids too long for a line, and no program looks for an id in those
    (RFC 2047, section 5); and it loses spaces between two words with letters of ours in them, and
    the quotes around what it wraps.
    """

    def fold_binary(self, name: str, value: Any) -> bytes:
        if name.lower() in _IDS:
            return f"{name}: {value}{self.linesep}".encode("ascii")
        if name == "Subject":
            return f"{name}: {self._words(name, str(value))}{self.linesep}".encode("ascii")
        if name == "From":
            [sender] = value.addresses
            folded = f"{self._words(name, sender.display_name)}{self.linesep} <{sender.addr_spec}>"
            return f"{name}: {folded}{self.linesep}".encode("ascii")
        return super().fold_binary(name, value)

    def _words(self, name: str, text: str) -> str:
        """A text as encoded words, which say the same whatever signs are in it."""
        return Header(text, "utf-8", header_name=name).encode(linesep=self.linesep)


def message_of(
    letter: Letter, catalogue: Catalogue, settings: Settings, *, as_draft: bool = False
) -> bytes:
    """The mail of a letter: its text, the same as HTML with its pictures, and its events.

    Args:
        letter: The letter.
        catalogue: What its readers may see.
        settings: Where the site is.
        as_draft: Whether it is a file to open and send by hand: `X-Unsent` makes Outlook do that.
    """
    message = EmailMessage(policy=_Policy(linesep="\r\n"))
    if as_draft:
        message["X-Unsent"] = "1"
    _address(message, letter)
    message.set_content(text_of(letter), cte=_CTE)
    message.add_alternative(html_of(letter, _source(letter)), subtype="html", cte=_CTE)
    [_, html] = message.iter_parts()
    assert isinstance(html, MIMEPart)
    for shown in letter.pictures:
        _add_picture(html, shown, letter)
    for slot in letter.slots:
        _add_event(message, slot, catalogue, settings)
    message["Content-Language"] = "da"
    for part in (part for part in message.walk() if part is not message):
        # It is for the whole to say (RFC 2045, section 4).
        del part["MIME-Version"]
    _set_boundaries(message, letter)
    return message.as_bytes()


def _address(message: EmailMessage, letter: Letter) -> None:
    """Who it is from, whom it is to, and what programs know it by."""
    if mailing := letter.mailing:
        message["From"] = Address(letter.site, addr_spec=str(mailing.sender))
        message["To"] = str(mailing.list)
    message["Subject"] = letter.subject
    message["Date"] = letter.moment
    message["Message-ID"] = f"<{_name(letter)}@{_domain(letter)}>"
    if mailing:
        # RFC 2919 and RFC 2369.
        message["List-Id"] = f"<{mailing.list_id}>"
    if letter.unsubscribe:
        message["List-Unsubscribe"] = f"<mailto:{letter.unsubscribe}>"


def _name(letter: Letter) -> str:
    """What is only this letter's; two editions of an issue are two letters."""
    uid = letter.newsletter.uid
    return str(uid) if letter.edition.is_internal else f"{uid}.{letter.edition}"


def _domain(letter: Letter) -> str:
    """Whose names are: the list's, which is there for ever, or else the site's."""
    if letter.mailing:
        return letter.mailing.list_id
    return urlsplit(letter.home).hostname or "invalid"


def _source(letter: Letter) -> Callable[[ShownPicture], str]:
    """Names each picture by its part of the mail (RFC 2392)."""
    return lambda shown: f"cid:{_cid(shown, letter)}"


def _cid(shown: ShownPicture, letter: Letter) -> str:
    return f"{shown.picture.name}.{letter.newsletter.uid}@{_domain(letter)}"


def _add_picture(html: MIMEPart, shown: ShownPicture, letter: Letter) -> None:
    maintype, _, subtype = shown.picture.type.partition("/")
    html.add_related(
        shown.picture.content,
        maintype=maintype,
        subtype=subtype,
        cid=f"<{_cid(shown, letter)}>",
        filename=shown.picture.name,
        disposition="inline",
    )


def _add_event(message: EmailMessage, slot: Slot, catalogue: Catalogue, settings: Settings) -> None:
    """The event to take home: a file, and without METHOD no invitation (RFC 6047, 2.4)."""
    vevent = entry(calendar_entry(slot, settings, catalogue))
    name = "-".join(slot_file_url(slot).split("/")[1:])
    message.add_attachment(
        together([vevent]),
        maintype="text",
        subtype="calendar",
        filename=name,
        params={"charset": "utf-8", "name": name},
    )


def _set_boundaries(message: EmailMessage, letter: Letter) -> None:
    """What is between parts; no part can hold it, since `=_` is none of the encodings' own."""
    several = (part for part in message.walk() if part.is_multipart())
    for number, part in enumerate(several, 1):
        part.set_boundary(f"=_{letter.newsletter.uid}_{number}")
