#!/usr/bin/env python3
"""Makes the mail of an issue of the newsletter, and sends it; or writes a draft of the next."""

import inside  # noqa: I001 - must come first
import sys
from datetime import date
from pathlib import Path

from arguments import Arguments
from configuration import site_url
from sending import NotSent, PerhapsSent, send
from sent import SENDING, SENT, Busy, Record, Sending, record_of
from synlighed import environment
from synlighed.addresses import Addresses
from synlighed.catalogue import Catalogue, compile_catalogue
from synlighed.danish.dates import format_date
from synlighed.danish.times import format_moment
from synlighed.danish.words import closest
from synlighed.edition import narrow
from synlighed.load import load
from synlighed.model import discover
from synlighed.model.newsletters import Newsletter
from synlighed.newsletter.html import LARGEST, html_of
from synlighed.newsletter.letter import Letter, letter_of
from synlighed.newsletter.message import message_of
from synlighed.problems import as_text
from synlighed.sitepage import Settings
from synlighed.visibility import Edition
from synlighed.wholefile import replace

KIND = Newsletter.kind


class Refused(Exception):
    """What keeps a letter from being made or sent, in Danish."""


def main() -> int:
    arguments = Arguments("Laver mailen til et nyhedsbrev, og sender den.")
    arguments.add_argument("command", choices=("mail",), metavar="mail", help="laver mailen")
    arguments.add_argument("issue", metavar="NYHEDSBREV", help="nyhedsbrevets id eller nummer")
    arguments.add_argument("--out", type=Path, metavar="MAPPE", help="skriv mailen som filer her")
    arguments.add_argument(
        "--send", action="store_true", help="send mailen til listen i data/site.yml"
    )
    arguments.add_argument(
        "--again", action="store_true", help="også selv om den er sendt en gang før"
    )
    given = arguments.parse_args()
    if not (given.out or given.send):
        arguments.error("Der mangler --out eller --send.")
    whole = _everything()
    if whole is None:
        return 1
    try:
        letter, catalogue, settings = _letter(whole, given.issue)
        if given.out:
            _write(letter, catalogue, settings, given.out)
        if given.send:
            _check_it_may_be_sent(letter)
            _send(letter, message_of(letter, catalogue, settings), again=given.again)
    except Refused as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        where = error.filename or given.out or "mappen"
        sys.stderr.write(f"Der kan ikke skrives i {where}: {error.strerror or error}.\n")
        return 1
    return 0


def _everything() -> Catalogue | None:
    """All data; nothing when they hold a mistake, which is told."""
    folder, shown_as = environment.data_folder(inside.ROOT)
    loaded = load(folder, discover(), shown_as=shown_as)
    whole, problems = compile_catalogue(loaded, environment.today())
    if whole is None:
        sys.stderr.write(as_text(problems))
    return whole


def _letter(whole: Catalogue, name: str) -> tuple[Letter, Catalogue, Settings]:
    """The letter of an issue, with all that its readers may see and where they see it."""
    edition = environment.edition()
    issue = _find(whole, name, edition)
    if issue is None:
        raise Refused(_not_there(whole, name, edition))
    settings = Settings(site_url(edition))
    if "://" not in settings.site_url:
        raise Refused(
            f"I mkdocs.yml står der ikke, hvor udgaven »{edition}« ligger, så ingen kunne følge "
            "brevets links. Se site_url og site_urls."
        )
    catalogue = narrow(whole, edition, _day_of(issue))
    return letter_of(issue, catalogue, Addresses(catalogue), settings), catalogue, settings


def _find(whole: Catalogue, name: str, edition: Edition) -> Newsletter | None:
    """The issue of that id or number, if the readers may see it."""
    shown = narrow(whole, edition)
    issues = shown.items(KIND.key) if KIND.key in shown.model else ()
    for issue in issues:
        if isinstance(issue, Newsletter) and name in (issue.id, str(issue.number)):
            return issue
    return None


def _not_there(whole: Catalogue, name: str, edition: Edition) -> str:
    """Why there is no such issue, in a sentence."""
    if _find(whole, name, Edition.INTERNAL):
        return f"Nyhedsbrevet »{name}« er ikke for dem, der ser udgaven »{edition}«."
    ids = [item.id for item in whole.items(KIND.key)]
    near = closest(name, ids)
    meant = f"Mente du »{near[0]}«?" if near else f"Der er: {', '.join(ids) or 'ingen endnu'}."
    return f"Nyhedsbrevet »{name}« findes ikke. {meant}"


def _day_of(issue: Newsletter) -> date | None:
    """The day its readers see it on: today, or its own when that is to come; never of a draft."""
    day = max(environment.today(), issue.date)
    return day if issue.is_out(day) else None


def _write(letter: Letter, catalogue: Catalogue, settings: Settings, out: Path) -> None:
    """Writes the mail as a file to open, and its HTML as one to copy from."""
    html = html_of(letter).encode()
    files = {
        f"{letter.newsletter.id}.eml": message_of(letter, catalogue, settings, as_draft=True),
        f"{letter.newsletter.id}.html": html,
    }
    for name, content in files.items():
        replace(out / name, content, mode=0o644)
        print(f"Skrev {out / name} ({_size(content)})")
    if len(html) > LARGEST:
        print(f"Brevet fylder {_size(html)}: over {LARGEST // 1024} kB viser Gmail ikke det hele.")


def _size(content: bytes) -> str:
    return f"{max(1, round(len(content) / 1024))} kB"


def _check_it_may_be_sent(letter: Letter) -> None:
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


def _send(letter: Letter, mail: bytes, *, again: bool) -> None:
    """Sends the letter to the list, unless that was done or begun before."""
    assert letter.mailing
    relay, to = environment.relay(), str(letter.mailing.list)
    try:
        with record_of(environment.state_folder(inside.ROOT), letter.newsletter.uid) as record:
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


if __name__ == "__main__":
    inside.run(main)
