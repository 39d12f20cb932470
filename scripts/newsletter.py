#!/usr/bin/env python3
"""Makes the mail of an issue of the newsletter, and sends it; or writes a draft of the next."""

import inside  # noqa: I001 - must come first
import sys
from argparse import Namespace
from datetime import UTC, date
from pathlib import Path
from uuid import uuid4

from arguments import Arguments
from configuration import site_url
from posting import Refused, check_it_may_be_sent, post
from synlighed import environment
from synlighed.addresses import Addresses
from synlighed.catalogue import Catalogue
from synlighed.cataloguing import compile_catalogue
from synlighed.danish.dates import DateError, parse_date
from synlighed.danish.words import closest
from synlighed.edition import narrow
from synlighed.load import load
from synlighed.map.store import Store
from synlighed.model import discover
from synlighed.model.newsletters import Newsletter
from synlighed.newsletter.draft import draft_of, next_issue
from synlighed.newsletter.html import LARGEST, html_of
from synlighed.newsletter.letter import Letter, letter_of
from synlighed.newsletter.message import message_of
from synlighed.problems import as_text
from synlighed.sitepage import Settings
from synlighed.status.board import Board
from synlighed.status.measured import Answer
from synlighed.visibility import Edition
from synlighed.watching import watched_in
from synlighed.wholefile import replace

KIND = Newsletter.kind


def main() -> int:
    arguments = Arguments("Laver mailen til et nyhedsbrev og sender den, eller laver et udkast.")
    arguments.add_argument(
        "command",
        choices=("draft", "mail"),
        metavar="draft|mail",
        help="draft skriver et udkast til det næste nyhedsbrev; mail laver mailen til et",
    )
    arguments.add_argument(
        "issue", nargs="?", metavar="NYHEDSBREV", help="mail: nyhedsbrevets id eller nummer"
    )
    arguments.add_argument("--out", type=Path, metavar="MAPPE", help="mail: skriv filerne her")
    arguments.add_argument(
        "--send", action="store_true", help="mail: send den til listen i data/site.yml"
    )
    arguments.add_argument(
        "--again", action="store_true", help="mail: også selv om den er sendt før eller er gammel"
    )
    arguments.add_argument("--number", type=int, metavar="N", help="draft: et andet nummer")
    arguments.add_argument(
        "--date", metavar="DAG", help="draft: den dag, det udkommer, når det ikke er i dag"
    )
    given = arguments.parse_args()
    if given.command == "mail" and not given.issue:
        arguments.error("Der mangler NYHEDSBREV.")
    if given.command == "mail" and not (given.out or given.send):
        arguments.error("Der mangler --out eller --send.")
    if given.command == "draft" and given.issue:
        arguments.error(f"Jeg forstår ikke »{given.issue}«.")
    whole = _everything()
    if whole is None:
        return 1
    try:
        return _draft(whole, given) if given.command == "draft" else _mail(whole, given)
    except Refused as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        where = error.filename or given.out or "mappen"
        sys.stderr.write(f"Der kan ikke skrives i {where}: {error.strerror or error}.\n")
        return 1


def _mail(whole: Catalogue, given: Namespace) -> int:
    letter, catalogue, settings = _letter(whole, given.issue)
    if given.out:
        _write(letter, catalogue, settings, given.out)
    if given.send:
        check_it_may_be_sent(letter)
        post(letter, message_of(letter, catalogue, settings), again=given.again)
    return 0


def _draft(whole: Catalogue, given: Namespace) -> int:
    """Writes the file of the next issue, and says what is left to do."""
    try:
        day = parse_date(given.date) if given.date else None
    except DateError:
        raise Refused(f"»{given.date}« er ikke en dag. Skriv »6. marts 2027«.") from None
    if given.number is not None and given.number < 1:
        raise Refused("Et nyhedsbrev har et nummer fra 1 og op.")
    if given.number is None:
        _check_none_is_begun(whole)
    draft = next_issue(whole, environment.today(), str(uuid4()), day, given.number or 0)
    taken = _find(whole, str(draft.number), Edition.INTERNAL) or _find(
        whole, draft.id, Edition.INTERNAL
    )
    if taken:
        raise Refused(f"{taken.source} har nummer {taken.number}. Vælg et andet med --number.")
    folder, shown_as = environment.data_folder(inside.ROOT)
    board = _board(whole)
    text = draft_of(draft, whole, board.maintenances, made_up=board.answer.is_example)
    file = folder / KIND.key / f"{draft.id}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8") as new:
        new.write(text)
    print(f"Skrev {shown_as}/{KIND.key}/{draft.id}.yml. Åbn den, slet og flyt, og skriv resten.")
    return 0


def _check_none_is_begun(whole: Catalogue) -> None:
    """Refuses a second draft of the same, which whoever has forgotten the first would get."""
    for issue in whole.items(KIND.key):
        if isinstance(issue, Newsletter) and issue.content_status == "udkast":
            raise Refused(
                f"{issue.source} er et udkast, der ikke er gjort færdigt. Skriv videre i det, "
                "eller slet filen. Skal der være to, så vælg et nummer til det nye med --number."
            )


def _board(whole: Catalogue) -> Board:
    """How everything works, as far as was heard; this asks nobody."""
    now, url = environment.now().astimezone(UTC), environment.platform()[0]
    watched = watched_in(whole, Settings(site_url(Edition.INTERNAL)))
    store = Store(environment.state_folder(inside.ROOT))
    return Board(now, watched, store.answer(url.rstrip("/")) if url else Answer())


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
    shown = narrow(whole, edition, None)
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


if __name__ == "__main__":
    inside.run(main)
