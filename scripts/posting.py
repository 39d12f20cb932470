"""Sends a letter to its list: once, when it is ready, and never when nobody knows."""

import sys

from inside import ROOT
from sending import NotSent, PerhapsSent, send
from sent import SENDING, SENT, Busy, Record, Sending, record_of

from synlighed import environment
from synlighed.danish.dates import format_date
from synlighed.danish.times import format_moment
from synlighed.newsletter.letter import Letter


class Refused(Exception):
    """What keeps a letter from being made or sent, in Danish."""


def check_it_may_be_sent(letter: Letter) -> None:
    """Refuses what is not ready for its readers, or has nobody to go to."""
    issue = letter.newsletter
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
            if before and not again:
                raise Refused(_was_sent(before))
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
