"""Metrics, trends and tools that say only what a test is about."""

from typing import Any

from synlighed.model.metrics import Metric
from synlighed.model.tools import Tool
from synlighed.model.trends import Trend
from tests.export.sample import COMMON


def metric(points: list[dict[str, str]], **fields: Any) -> Metric:
    """A metric with these points."""
    given = {
        **COMMON,
        "id": "svar",
        "source": "data/metrics/svar.yml",
        "title": "Smartphones",
        "definition": "Telefoner, der er i brug.",
        "purpose": "brug",
        "unit": "smartphones",
        "points": points,
        "sources": [{"title": "Opgørelsen", "date": "2026"}],
        **fields,
    }
    return Metric.model_validate(given)


def trend(id: str, *assessments: str, **fields: Any) -> Trend:
    """A trend that was assessed so, a month after the other."""
    moves = [
        {"date": f"1.{month}.2026", "assessment": assessment, "why": "Derfor."}
        for month, assessment in enumerate(assessments, 1)
    ]
    given = {
        **COMMON,
        "id": id,
        "source": f"data/trends/{id}.yml",
        "title": id.capitalize(),
        "why": "Ingen har spurgt.",
        "assessment": assessments[-1],
        "area": "medicoteknisk",
        "first_seen": "2025",
        "assessed_on": "1. oktober 2026",
        "next_review": "1. april 2027",
        "moves": moves,
        **fields,
    }
    return Trend.model_validate(given)


def tool(id: str = "liste", **fields: Any) -> Tool:
    """A tool with a file."""
    given = {
        **COMMON,
        "id": id,
        "source": f"data/tools/{id}.yml",
        "title": "Listen",
        "file": "liste.csv",
        "how_to": "Sæt kryds.",
        "type": "tjekliste",
        "format": "regneark",
        "version": "1.0",
        "updated": "1. oktober 2026",
        "terms_of_use": "Må bruges",
        **fields,
    }
    return Tool.model_validate(given)
