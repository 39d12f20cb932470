"""The scenarios that come with the reference server, begun at a fixed time with four apps."""

from datetime import datetime
from functools import cache
from typing import Any

import yaml

from synlighed.map.reference.world import World
from synlighed.map.scenario import Registered, parse_scenario
from tests.conftest import ROOT

MAP = ROOT / "hooks" / "synlighed" / "map"
SCENARIOS = sorted(file.stem for file in (MAP / "scenarios").glob("*.yml"))

START = datetime.fromisoformat("2026-11-23T09:42:00+01:00")

APPS = (
    Registered("nord.dagbog", "Dagbog"),
    Registered("nord.koerebog", "Kørebog"),
    Registered("nord.maaleren", "Måleren"),
    Registered("nord.vagtplan", "Vagtplan"),
)


@cache
def contract() -> dict[str, Any]:
    """The contract, as data."""
    found: dict[str, Any] = yaml.safe_load((MAP / "openapi.yaml").read_text(encoding="utf-8"))
    return found


def begun(scenario: str, **about: Any) -> World:
    """A world in which one of the scenarios begins."""
    file = MAP / "scenarios" / f"{scenario}.yml"
    parsed = parse_scenario(file.read_text(encoding="utf-8"), file.name)
    return World(parsed, about.pop("apps", APPS), about.pop("start", START), **about)
