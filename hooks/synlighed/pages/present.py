"""How a value is shown on a page: one function for each type of value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from synlighed.danish.dates import PartialDate, format_date, format_partial_date
from synlighed.danish.half_years import HalfYear, format_half_year
from synlighed.danish.numbers import format_number
from synlighed.danish.times import format_moment
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.fields import (
    UNKNOWN,
    Mailbox,
    Markdown,
    Phone,
    Reference,
    Unknown,
    Url,
    Word,
)
from synlighed.model.item import Source
from synlighed.pages.here import Here


@dataclass(frozen=True)
class Fact:
    """A label and a value, ready to be shown."""

    label: str
    value: Markup


NOT_KNOWN = Markup('<span class="sl-unknown">Ikke oplyst</span>')
NOT_TOLD = Markup('<span class="sl-unknown">ikke oplyst</span>')
"""The same after what it is that is not known."""


def show(value: Any, field: Field, here: Here) -> Markup:
    """A field's value as HTML: a single one as text or link, several as a list."""
    if field.choices and value is not UNKNOWN:
        return _capital(show_inline(value, field, here))
    if not isinstance(value, tuple) or len(value) == 1 or field.type is Word:
        return show_inline(value, field, here)
    items = Markup("").join(
        Markup("<li>{}</li>").format(_show_one(member, field, here)) for member in value
    )
    form = (
        '<ol class="sl-steps">{}</ol>'
        if field.declared.ordered
        else '<ul class="sl-values">{}</ul>'
    )
    return Markup(form).format(items)


def show_briefly(value: Any, field: Field, here: Here) -> Markup:
    """A field's value where there is little room; sentences have commas of their own."""
    show_it = show if field.many and field.type is str else show_inline
    return show_it(value, field, here)


def show_inline(value: Any, field: Field, here: Here) -> Markup:
    """A field's value within a line of text, several with commas between."""
    if not isinstance(value, tuple):
        return _show_one(value, field, here)
    return Markup(", ").join(_show_one(member, field, here) for member in value)


def show_source(source: Source) -> Markup:
    """A source within a line: its name, which leads there, and when it is from."""
    shown = Markup("{}").format(source.title)
    if source.url:
        shown = Markup('<a href="{}" rel="noreferrer">{}</a>').format(source.url, shown)
        shown += Markup(' <span class="sl-host">{}</span>').format(_host(source.url))
    return shown + f" ({format_partial_date(source.date)})" if source.date else shown


def _show_one(value: Any, field: Field, here: Here) -> Markup:
    return _SHOWN[type(value) if type(value) in _SHOWN else _base(value)](value, field, here)


def _base(value: Any) -> type:
    return Part if isinstance(value, Part) else str


def _capital(text: Markup) -> Markup:
    """The text with a capital, unless its first word has its own, as `iOS`."""
    first = text.split(maxsplit=1)[0]
    return text[:1].upper() + text[1:] if first == first.lower() else text


def _part(value: Part, field: Field, here: Here) -> Markup:
    """A part: its first value, linked to its address if it has one, then the others by label."""
    fields = fields_of(type(value))
    shown = [inner for inner in fields if getattr(value, inner.key) not in (None, ())]
    first, *rest = shown
    lead = show(getattr(value, first.key), first, here)
    answers = [inner for inner in shown if inner.choices and inner.choices == first.choices]
    address = next((inner for inner in rest if inner.type is Url), None)
    if len(answers) > 1:
        # Answers of one kind say nothing without the question.
        lead = _answers(value, answers, here)
    elif address and (first.choices or first.type is str):
        url = getattr(value, address.key)
        lead = Markup(
            '<a href="{}" rel="noreferrer">{}</a> <span class="sl-host">{}</span>'
        ).format(url, lead, _host(url))
        rest.remove(address)
    more = Markup("").join(
        Markup('<span class="sl-more">{}: {}</span>').format(
            inner.label, show(getattr(value, inner.key), inner, here)
        )
        for inner in rest
        if inner not in answers
    )
    return Markup('<div class="sl-part">{} {}</div>').format(lead, more)


def _answers(value: Part, fields: Sequence[Field], here: Here) -> Markup:
    rows = Markup("").join(
        Markup("<div><dt>{}</dt> <dd>{}</dd></div> ").format(
            inner.label, show(getattr(value, inner.key), inner, here)
        )
        for inner in fields
    )
    return Markup('<dl class="sl-answers">{}</dl>').format(rows)


def _host(url: Url) -> str:
    return urlsplit(url).netloc.removeprefix("www.")


def _reference(value: Reference, field: Field, here: Here) -> Markup:
    item = here.catalogue.get(field.declared.to, value)
    return Markup('<a href="{}">{}</a>').format(here.to_item(item), item.title)


def _word(value: Word, field: Field, here: Here) -> Markup:
    words = here.catalogue.site.vocabularies.words(field.declared.vocabulary)
    name = next((word.name for word in words if word.id == value), value)
    return Markup("{}").format(name)


def _url(value: Url, field: Field, here: Here) -> Markup:
    parts = urlsplit(value)
    shown = (parts.netloc + parts.path).removeprefix("www.").rstrip("/")
    if len(shown) > 60:
        shown = shown[:57] + "..."
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(value, shown)


def _phone(value: Phone, field: Field, here: Here) -> Markup:
    if here.is_example or not value.can_be_called:
        return Markup("{}").format(value)
    return Markup('<a href="tel:{}">{}</a>').format(value.replace(" ", ""), value)


def _time(machine: str, text: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(machine, text)


_SHOWN: dict[type, Callable[[Any, Field, Here], Markup]] = {
    Part: _part,
    str: lambda value, field, here: Markup("{}").format(value),
    int: lambda value, field, here: Markup(format_number(value)),
    Decimal: lambda value, field, here: Markup(format_number(value)),
    bool: lambda value, field, here: Markup("Ja" if value else "Nej"),
    date: lambda value, field, here: _time(value.isoformat(), format_date(value)),
    datetime: lambda value, field, here: _time(value.isoformat(), format_moment(value)),
    time: lambda value, field, here: Markup("kl. {}").format(f"{value:%H.%M}"),
    PartialDate: lambda value, field, here: _time(value.isoformat(), format_partial_date(value)),
    HalfYear: lambda value, field, here: Markup("{}").format(format_half_year(value)),
    Unknown: lambda value, field, here: NOT_KNOWN,
    Markdown: lambda value, field, here: here.prose(value),
    Mailbox: lambda value, field, here: Markup('<a href="mailto:{0}">{0}</a>').format(value),
    Phone: _phone,
    Reference: _reference,
    Url: _url,
    Word: _word,
}
