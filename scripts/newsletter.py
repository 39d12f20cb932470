#!/usr/bin/env python3
"""Makes the mail of an issue of the newsletter, and sends it; or writes a draft of the next."""

import inside  # noqa: I001 - must come first
import sys
from datetime import date
from pathlib import Path

from arguments import Arguments
from configuration import site_url
from synlighed import environment
from synlighed.addresses import Addresses
from synlighed.catalogue import Catalogue, compile_catalogue
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


def main() -> int:
    arguments = Arguments("Laver mailen til et nyhedsbrev.")
    arguments.add_argument("command", choices=("mail",), metavar="mail", help="laver mailen")
    arguments.add_argument("issue", metavar="NYHEDSBREV", help="nyhedsbrevets id eller nummer")
    arguments.add_argument(
        "--out", type=Path, metavar="MAPPE", required=True, help="hvor filerne skal skrives"
    )
    given = arguments.parse_args()
    edition = environment.edition()
    folder, shown_as = environment.data_folder(inside.ROOT)
    loaded = load(folder, discover(), shown_as=shown_as)
    whole, problems = compile_catalogue(loaded, environment.today())
    if whole is None:
        sys.stderr.write(as_text(problems))
        return 1
    issue = _find(whole, given.issue, edition)
    if issue is None:
        sys.stderr.write(f"{_not_there(whole, given.issue, edition)}\n")
        return 2
    catalogue = narrow(whole, edition, _day_of(issue))
    settings = Settings(site_url(edition))
    letter = letter_of(issue, catalogue, Addresses(catalogue), settings)
    try:
        return _write(letter, catalogue, settings, given.out)
    except OSError as error:
        where = error.filename or given.out
        sys.stderr.write(f"Der kan ikke skrives i {where}: {error.strerror or error}.\n")
        return 1


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


def _write(letter: Letter, catalogue: Catalogue, settings: Settings, out: Path) -> int:
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
    return 0


def _size(content: bytes) -> str:
    return f"{max(1, round(len(content) / 1024))} kB"


if __name__ == "__main__":
    inside.run(main)
