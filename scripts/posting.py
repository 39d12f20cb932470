"""Sends a letter to its list: once, when it is ready, and never when nobody knows."""

import sys
from datetime import timedelta

from inside import ROOT
from sending import NotSent, PerhapsSent, send
from sent import SENDING, SENT, Busy, Record, Sending, record_of

from synlighed import environment
from synlighed.danish.dates import format_date
from synlighed.danish.times import format_moment
from synlighed.newsletter.letter import Letter
from synlighed.visibility import Edition

MAY_WAIT = timedelta(days=14)
"""How long after its day a letter may be one that nobody has sent."""


class Refused(Exception):
    """What keeps a letter from being made or sent, in Danish."""


def check_it_may_be_sent(letter: Letter) -> None:
    """Refuses what is not ready for its readers, or has nobody to go to."""
    issue = letter.newsletter
    if not letter.edition.is_internal:
        raise Refused(
            f"Mailen til udgaven »{letter.edition}« bliver ikke sendt herfra: Listen i "
            f"data/site.yml er for dem, der ser udgaven »{Edition.INTERNAL}«. Lav mailen som en "
            "fil med --out, og send den i hånden."
        )
    if issue.content_status == "udkast":
        raise Refused(
            f"{issue.source} er et udkast, så det bliver ikke sendt. Er det færdigt, så slet "
            "linjen »content_status: udkast«."
        )
    if issue.date > environment.today():
        raise Refused(
            f"{issue.source} udkommer først den {format_date(issue.date)}. Send det den dag, "
            "eller ret »date«."
        )
    if not (letter.issue.stories or letter.issue.works):
        raise Refused(
            f"{issue.source} bringer intet, som læserne kan se, så det bliver ikke sendt. Skriv "
            "noget under »contents« eller »planned_work«."
        )
    if letter.mailing is None:
        raise Refused(
            "Der står ikke i data/site.yml, hvem nyhedsbrevet kommer fra, og hvem der får det. "
            "Udfyld »newsletter« med »sender«, »list« og »list_id«."
        )


def post(letter: Letter, mail: bytes, *, again: bool) -> None:
    """Sends the letter to the list, unless that was done or begun before."""
    assert letter.mailing
    relay, to = environment.relay(), str(letter.mailing.list)
    try:
        with record_of(environment.state_folder(ROOT), letter.newsletter.uid) as record:
            before = record.read()
            if not again:
                _check_nobody_has_it(letter, before)
            _tell_its_day(letter)
            record.write(_sending(SENDING, to))
            try:
                send(mail, str(letter.mailing.sender), to, relay)
            except NotSent as error:
                record.write(before)
                raise Refused(f"{error}\nIntet er sendt.") from None
            except PerhapsSent as error:
                raise Refused(f"{error}\n{_NOBODY_KNOWS}") from None
            except KeyboardInterrupt:
                raise Refused(f"Afbrudt. {_NOBODY_KNOWS}") from None
            _note(record, to)
    except Busy:
        message = "Nogen er ved at sende et nyhedsbrev lige nu. Prøv igen om lidt."
        raise Refused(message) from None
    print(f"Sendte »{letter.subject}« til {to}")


_NOBODY_KNOWS = (
    "Ingen ved, om mailen kom af sted: se efter hos en, der står på listen. Kom den ikke, så send "
    "den med --again."
)


def _check_nobody_has_it(letter: Letter, before: Sending | None) -> None:
    """Refuses what was sent from here, and what is so old that it may have been from elsewhere."""
    issue = letter.newsletter
    if before:
        raise Refused(_was_sent(before))
    if environment.today() - issue.date > MAY_WAIT:
        raise Refused(
            f"{issue.source} er fra den {format_date(issue.date)}, så det kan være sendt for længe "
            "siden: Den maskine, der sender et brev, er den eneste, der husker det, og her er det "
            "ikke sendt. Har ingen fået det, så tilføj --again."
        )


def _tell_its_day(letter: Letter) -> None:
    """Says so when a list of mails will not show it as one of today."""
    issue = letter.newsletter
    if issue.date != environment.today():
        day = format_date(issue.date)
        print(f"Mailen bliver dateret den {day}. Skal den have en anden dag, så ret »date«.")


def _was_sent(before: Sending) -> str:
    if before.state == SENT:
        return (
            f"Det nyhedsbrev blev sendt til {before.to} den {before.at}, så det bliver ikke sendt "
            "igen. Skal det ud en gang til, så tilføj --again."
        )
    return f"Det nyhedsbrev er begyndt at blive sendt før, og blev afbrudt. {_NOBODY_KNOWS}"


def _sending(state: str, to: str) -> Sending:
    return Sending(state, to, format_moment(environment.now()))


def _note(record: Record, to: str) -> None:
    """Notes that it was sent; should that fail, it stays noted as begun, which is as good."""
    try:
        record.write(_sending(SENT, to))
    except OSError as error:
        sys.stderr.write(f"Det er sendt, men kan ikke skrives op: {error.strerror or error}.\n")
