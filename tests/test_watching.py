"""What of the data is watched, and that the readers of an edition learn nothing of the rest."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from synlighed.catalogue import Catalogue, with_board
from synlighed.cataloguing import compile_catalogue
from synlighed.edition import narrow
from synlighed.load import load
from synlighed.model import discover
from synlighed.site import Settings
from synlighed.status.board import Board
from synlighed.status.document import read_document
from synlighed.status.measured import Answer
from synlighed.status.published import status_files
from synlighed.status.watched import Watched
from synlighed.status.words import Status
from synlighed.visibility import Edition
from synlighed.watching import watched_in
from tests.pages.builder import compile_small
from tests.status.boards import ITEMS, NOW, board, document, incident

BASE = Path(__file__).parent / "cases" / "base"
SETTINGS = Settings("https://a.example/")
SHARED = "nord.data"
SERVICE = "services/adgang-til-data"
HIDDEN = "Skjulebog"
"""A word of the app that only readers inside may know of."""


def catalogue_of(folder: Path, added: dict[str, str]) -> Catalogue:
    """The small data with something added to its files."""
    data = Path(shutil.copytree(BASE, folder / "data"))
    for name, text in added.items():
        with (data / name).open("a", encoding="utf-8") as file:
            file.write(text)
    found, problems = compile_catalogue(load(data, discover(), shown_as="data"), date(2026, 11, 23))
    assert found, [problem.message for problem in problems]
    return found


@pytest.mark.parametrize("status", ["udkast", "arkiveret", "klar", ""])
def test_only_what_is_finished_is_told(tmp_path: Path, status: str) -> None:
    added = f"content_status: {status}\n" if status else ""
    found = catalogue_of(tmp_path, {"notices/flytning.yml": added})
    assert bool(watched_in(found, SETTINGS).notices) is (status in ("klar", ""))


def test_an_update_says_how_far_the_editors_have_come(tmp_path: Path) -> None:
    more = "  - at: 21. november 2026 kl. 8\n    text: Vi leder.\n    status: undersøges\n"
    given = (BASE / "notices" / "flytning.yml").read_text(encoding="utf-8")
    data = Path(shutil.copytree(BASE, tmp_path / "data"))
    text = given.replace("owner:", f"{more}owner:")
    (data / "notices" / "flytning.yml").write_text(text, encoding="utf-8")
    found, problems = compile_catalogue(load(data, discover(), shown_as="data"), date(2026, 11, 23))
    assert found, problems
    [notice] = watched_in(found, SETTINGS).notices
    assert [told for _, told in notice.updates] == [
        "Undersøges: Vi leder.",
        "Flytningen er rykket en time.",
    ]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """A service that everybody may see, and an app inside that is measured as one with it."""
    public = "visibility: offentlig\n"
    registered = f"map:\n  registration: registreret\n  app_id: {SHARED}\n"
    return catalogue_of(
        tmp_path_factory.mktemp("shared"),
        {
            "services/adgang-til-data.yml": f"{public}monitored_as: {SHARED}\n",
            "contacts/apps-og-hjaelp.yml": public,
            "organisations/regionens-it.yml": public,
            "organisations/sygehus-nord.yml": public,
            "apps/min-plan.yml": registered,
        },
    )


def watched(whole: Catalogue, edition: Edition) -> tuple[Catalogue, Watched]:
    narrowed = narrow(whole, edition, None)
    return narrowed, watched_in(narrowed, SETTINGS)


@pytest.mark.parametrize("edition", Edition)
def test_what_is_measured_as_one_with_something_hidden_is_marked(
    whole: Catalogue, edition: Edition
) -> None:
    """By a flag, that says nothing of what it is."""
    found = {item.key: item.is_shared for item in watched(whole, edition)[1].items}
    assert found[SERVICE] is not edition.is_internal
    assert Watched.from_json(watched(whole, edition)[1].as_json()) == watched(whole, edition)[1]


def told(components: Any) -> dict[str, Any]:
    """A document whose every text is about the hidden app."""
    work = {
        "id": f"v-{HIDDEN}",
        "title": f"{HIDDEN} flyttes",
        "starts_at": "2026-11-23T10:00:00+01:00",
        "ends_at": "2026-11-23T11:00:00+01:00",
        "components": components,
    }
    update = {"at": NOW.isoformat(), "status": "identified", "body": f"{HIDDEN} er faldet ud."}
    hit = incident(id=f"h-{HIDDEN}", title=f"{HIDDEN} er langsom", updates=[update])
    raw = document(data="degraded_performance")
    raw["components"][0] |= {"name": HIDDEN, "message": {"da": f"{HIDDEN} svarer ikke."}}
    return raw | {"incidents": [hit | {"components": components}], "maintenances": [work]}


def outputs(whole: Catalogue, edition: Edition, components: Any, *, pages: bool) -> bytes:
    """Every byte that an edition tells of the status, in its files and perhaps its pages."""
    narrowed, found = watched(whole, edition)
    made = Board(NOW, found, Answer(read_document(told(components)), NOW))
    assert made.states[SERVICE].status is Status.DEGRADED
    files = [content for _, content in status_files(made)]
    if pages:
        site = compile_small(with_board(narrowed, made))
        files += [f"{page.title}{page.body}{page.meta}".encode() for page in site.pages]
        files += [file.content for file in site.files]
    return b"".join(files)


def malformed(name: str) -> list[Any]:
    """Lists of what is hit, of which a part cannot be read."""
    return [
        [name, 7],
        [name, None],
        [name, ""],
        [name, {"id": HIDDEN}],
        {"0": name},
        name,
        None,
        [],
    ]


@pytest.mark.parametrize("components", [[SHARED], *malformed(SHARED)])
def test_outside_nothing_is_told_of_what_may_be_about_something_hidden(
    whole: Catalogue, components: Any
) -> None:
    pages = components == [SHARED]
    assert HIDDEN.encode() in outputs(whole, Edition.INTERNAL, components, pages=pages)
    for edition in (Edition.PUBLIC, Edition.PARTNER):
        shown = outputs(whole, edition, components, pages=pages)
        assert HIDDEN.lower().encode() not in shown.lower()


@pytest.mark.parametrize("components", malformed("nord.koerebog"))
def test_a_list_that_cannot_be_read_is_not_all_of_what_is_hit(components: Any) -> None:
    """Nor where nothing else is measured as the same."""
    hit = {key: told(components)[key] for key in ("incidents", "maintenances")}
    made = board(
        document(koerebog="degraded_performance") | hit, items=ITEMS[:2], shows_drift=False
    )
    assert made.incidents == made.maintenances == ()
    assert HIDDEN.encode() not in b"".join(content for _, content in status_files(made))
