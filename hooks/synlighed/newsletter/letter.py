"""An issue as a letter: what its mail says, before any format."""

from dataclasses import dataclass
from datetime import datetime, time

from synlighed.addresses import Addresses
from synlighed.calendar.slots import Slot
from synlighed.catalogue import Catalogue
from synlighed.danish.dates import format_date
from synlighed.danish.times import ZONE
from synlighed.feeds.texts import line
from synlighed.model.contacts import Contact
from synlighed.model.newsletters import Newsletter
from synlighed.model.site import Mailing
from synlighed.pages.here import Here
from synlighed.pages.issue import Issue, ShownPicture, issue_of
from synlighed.sitepage import Settings
from synlighed.visibility import Edition

MAILED_AT = time(8)
"""The time of its day, in Denmark, that a letter is dated."""


@dataclass(frozen=True)
class Letter:
    """An issue with what stands around it in a mail."""

    issue: Issue
    site: str
    organisation: str
    home: str
    """The address of the site."""
    contact: str
    """The name of who answers for it."""
    mailbox: str
    """Where one writes to them; empty when readers may not know."""
    mailing: Mailing | None
    """From whom and to whom, if that is set up."""
    edition: Edition

    @property
    def newsletter(self) -> Newsletter:
        """The item it is made of."""
        return self.issue.newsletter

    @property
    def subject(self) -> str:
        """What a list of mails shows of it."""
        title, name = line(self.newsletter.title), f"Nyhedsbrev {self.newsletter.number}"
        told = title if title.startswith(f"{name}:") else f"{name}: {title}"
        return f"Eksempel: {told}" if self.newsletter.example else told

    @property
    def heading(self) -> str:
        """Which issue it is, over the title: `Nyhedsbrev 7 · 23. november 2026`."""
        return f"Nyhedsbrev {self.newsletter.number} · {format_date(self.newsletter.date)}"

    @property
    def moment(self) -> datetime:
        """What it is dated, whenever it is made and sent."""
        return datetime.combine(self.newsletter.date, MAILED_AT, ZONE)

    @property
    def unsubscribe(self) -> str:
        """The mailbox that one writes to for it to end; empty when there is none of its own."""
        return (self.mailing.unsubscribe or "") if self.mailing else ""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The times of events that it tells of, each once; of a draft nobody may hear."""
        slots = (story.slot for story in self.issue.stories)
        found = {slot.key: slot for slot in slots if slot and slot.event.is_announced}
        return tuple(found.values())

    @property
    def pictures(self) -> tuple[ShownPicture, ...]:
        """The pictures in it, each once."""
        shown = (story.picture for story in self.issue.stories)
        return tuple({one.picture.name: one for one in shown if one}.values())


def letter_of(
    newsletter: Newsletter, catalogue: Catalogue, addresses: Addresses, settings: Settings
) -> Letter:
    """The letter of an issue.

    Args:
        newsletter: The issue.
        catalogue: What its readers may see.
        addresses: Those of the site that it is from.
        settings: Where that is; the links of a letter are absolute.
    """
    here = Here(catalogue, addresses, "").from_afar(settings.site_url).about(newsletter)
    site = catalogue.site
    contact = catalogue.find(Contact.kind.key, str(newsletter.owner))
    return Letter(
        issue=issue_of(newsletter, here),
        site=line(site.name),
        organisation=line(site.organisation),
        home=here.link(""),
        contact=line(contact.title) if contact else "",
        mailbox=str(contact.mailbox or "") if isinstance(contact, Contact) else "",
        mailing=site.newsletter,
        edition=catalogue.edition,
    )
