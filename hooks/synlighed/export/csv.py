"""`/api/v1/<kind>.csv`: every item of a kind, as a Danish Excel opens it with a double click.

Semicolons, since the decimal sign is a comma; a byte order mark, so that Excel sees UTF-8; and no
cell that a spreadsheet could run as a formula (OWASP, "CSV Injection").
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

from synlighed.catalogue import Catalogue
from synlighed.danish.dates import PartialDate
from synlighed.export.plain import plain
from synlighed.filed import filed, item_rows
from synlighed.inverse import Key
from synlighed.memo import Recall
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.fields import Reference, Word
from synlighed.model.item import Item
from synlighed.sitepage import Settings, SiteFile
from synlighed.urls import export_url, item_url

_STARTS_FORMULA = tuple("=+-@|%\t\r\n\uff1d\uff0b\uff0d\uff20")


def csv_files(catalogue: Catalogue, settings: Settings, recall: Recall) -> Iterator[SiteFile]:
    """One CSV file for each kind, with the Danish labels of its fields as headings."""
    for kind in catalogue.model:
        url = export_url(kind.kind, "csv")
        yield from filed(recall, url, partial(_of_kind, kind, settings, recall))


def _of_kind(
    kind: type[Item], settings: Settings, recall: Recall, catalogue: Catalogue
) -> Iterator[SiteFile]:
    rows = [csv_line(["Id", "Adresse", *(field.label for field in fields_of(kind))])]
    rows += item_rows(kind.kind.key, catalogue, recall, "csv", partial(_row, settings))
    yield csv_file(export_url(kind.kind, "csv"), rows)


def csv_file(uri: str, lines: Iterable[str]) -> SiteFile:
    """A file of lines, the headings first."""
    return SiteFile(uri, "".join(lines).encode("utf-8-sig"))


def csv_line(cells: Iterable[str]) -> str:
    """The cells of one row, so that no spreadsheet runs any of them."""
    text = io.StringIO()
    row = csv.writer(text, delimiter=";", lineterminator="\r\n")
    row.writerow([_harmless(cell) for cell in cells])
    return text.getvalue()


def _row(settings: Settings, identity: Key, catalogue: Catalogue) -> str:
    item = catalogue.get(*identity)
    cells = [item.id, settings.site_url + item_url(item)]
    cells += [_text(getattr(item, field.key), field, catalogue) for field in fields_of(type(item))]
    return csv_line(cells)


def _text(value: Any, field: Field, catalogue: Catalogue) -> str:
    """A value in one cell: names instead of ids, dates as Excel reads them, lists with commas."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        between = "; " if field.part else ", "
        return between.join(_text(member, field, catalogue) for member in value)
    if isinstance(value, Part):
        return ", ".join(
            f"{inner.label}: {_text(getattr(value, inner.key), inner, catalogue)}"
            for inner in fields_of(type(value))
            if getattr(value, inner.key) not in (None, ())
        )
    if isinstance(value, Reference):
        return catalogue.get(field.declared.to, value).title
    if isinstance(value, Word):
        words = catalogue.site.vocabularies.words(field.declared.vocabulary)
        return next((word.name for word in words if word.id == value), str(value))
    if isinstance(value, datetime):
        # Danish time; a cell with an offset is not a date to a spreadsheet.
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, (date, PartialDate)):
        return value.isoformat()
    return str(plain(value))


def _harmless(cell: str) -> str:
    """The cell as text, whatever it begins with; the apostrophe is a spreadsheet's own sign."""
    starts_formula = any(text.startswith(_STARTS_FORMULA) for text in (cell, cell.lstrip()))
    return f"'{cell}" if starts_formula else cell
