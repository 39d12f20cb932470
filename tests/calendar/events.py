"""Events, filled in as a test needs, and the calendar files of a site of them."""

from functools import cache
from pathlib import Path
from typing import Any

from synlighed.addresses import Addresses
from synlighed.calendar.slots import Slot, slots_of
from synlighed.catalogue import Catalogue
from synlighed.cataloguing import compile_catalogue
from synlighed.load import load
from synlighed.memo import Once
from synlighed.model import discover
from synlighed.model.events import Event
from synlighed.pages.calendar_files import calendar_files
from synlighed.pages.here import Here
from synlighed.sitepage import Settings
from tests.conftest import ROOT
from tests.export.sample import COMMON, TODAY

SETTINGS = Settings("https://intra.example/")

MONTHLY = {"every": "måned", "until": "30. juni 2027"}
CANCELLED = {"date": "20. november 2026", "what": "aflyst"}


def event(id: str = "seminar", **fields: Any) -> Event:
    """An event on 2 February 2027 from one to three o'clock, unless a field says otherwise."""
    given = {
        **COMMON,
        "id": id,
        "source": f"data/events/{id}.yml",
        "title": "Apps i ambulatoriet",
        "type": "seminar",
        "starts": "2. februar 2027 kl. 13.00",
        "ends": "kl. 15.00",
        **fields,
    }
    return Event.model_validate(given)


def moved(to: str = "9. februar 2027 kl. 14.00", **fields: Any) -> dict[str, Any]:
    """A change of time, told on 20 November."""
    return {"date": "20. november 2026", "what": "flyttet", "starts": to, **fields}


def slot(id: str = "seminar", **fields: Any) -> Slot:
    """The first slot of an event."""
    return slots_of(event(id, **fields))[0]


def files_of(catalogue: Catalogue, settings: Settings = SETTINGS) -> dict[str, bytes]:
    """Every calendar file of a site, by its address."""
    here = Here(catalogue, Addresses(catalogue), "")
    files = list(calendar_files(catalogue, settings, here, Once(catalogue)))
    found = {file.uri: file.content for file in files}
    assert len(found) == len(files), "two files have one address"
    return found


@cache
def shipped() -> Catalogue:
    """The project's own data."""
    found, problems = compile_catalogue(load(Path(ROOT / "data"), discover()), TODAY)
    assert found, problems
    return found
