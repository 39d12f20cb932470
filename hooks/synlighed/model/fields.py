"""The types of values that fields hold.

Every scalar of a data file is text until the type of its field reads it here, so nothing is
guessed: `13:00`, `NO` and `0123` stay what the editor wrote. A type that refuses a text raises a
pydantic error whose type is a code of `messages`, which finds its way back to line and column.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from typing import Annotated, Any, TypeVar, get_args
from urllib.parse import urlsplit

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from synlighed.danish.dates import (
    DateError,
    DateReason,
    PartialDate,
    parse_date,
    parse_partial_date,
)
from synlighed.danish.half_years import HalfYear, parse_half_year
from synlighed.danish.numbers import parse_int
from synlighed.danish.times import parse_clock, parse_moment
from synlighed.danish.words import parse_yes_no

T = TypeVar("T")

LONGEST_ID = 80
"""Characters; an id is the name of a file and a part of addresses."""

SLUG = rf"^(?!.{{{LONGEST_ID + 1}}})[a-z0-9]+(-[a-z0-9]+)*$"
"""An id: ASCII letters, digits and single hyphens, the same in every address."""

ID_SCHEMA = {"type": ["string", "integer"], "pattern": SLUG}
"""An id of digits alone is a number to YAML."""

TEXT_SCHEMA = {"type": ["string", "number", "boolean"]}
"""Editors read `1.10` and `true` as YAML types; to us they are the text that stands there."""


class Unknown(Enum):
    """A fact that somebody must still find out; never guessed, shown as »Ikke oplyst«."""

    UNKNOWN = "ukendt"

    def __str__(self) -> str:
        return "ukendt"


UNKNOWN = Unknown.UNKNOWN


def refuse(code: str, **context: Any) -> PydanticCustomError:
    """The error to raise when a text is not what its field takes; `code` is one of `messages`."""
    return PydanticCustomError(code, "{code}", {"code": code, **context})


@dataclass(frozen=True)
class Reads:
    """Annotates a type with how it is read from text, and with what an editor is told of it."""

    read: Callable[[str], Any]
    schema: Mapping[str, Any] = field(hash=False)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            self.read, core_schema.str_schema(strict=True)
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.schema)


class _OrUnknown:
    """Lets the word »ukendt« stand where a fact of any type belongs."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        known = next(member for member in get_args(source) if member is not Unknown)
        return core_schema.no_info_wrap_validator_function(
            _unless_unknown, handler.generate_schema(known)
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [handler(schema), {"const": UNKNOWN.value}]}


def _unless_unknown(value: Any, read: Callable[[Any], Any]) -> Any:
    if isinstance(value, str) and value.strip().lower() == UNKNOWN.value:
        return UNKNOWN
    return read(value)


Fact = Annotated[T | Unknown, _OrUnknown()]
"""A fact that must be given, or be called `ukendt`."""


class Markdown(str):
    """Danish prose in Markdown; HTML in it is shown as the text it is."""


class Url(str):
    """An absolute http or https address."""


class Mailbox(str):
    """A mail address of a function, never of a person."""


class Phone(str):
    """A telephone number as Danes write it."""

    @property
    def can_be_called(self) -> bool:
        """Whether it may be somebody's; one of zeros alone stands where none is known yet."""
        return bool(re.sub(r"^\+\d\d", "", self).strip("0 "))


class Reference(str):
    """The id of an item of another kind; which kind is part of the field's declaration."""


class Number(str):
    """What a rule or criterion is cited by: `AK-04`, `RL-03.1`."""


class AppId(str):
    """What a store knows an app by: `dk.digst.hc`."""


class Uuid(str):
    """An id of its own, that nothing else in the world has (RFC 9562)."""


class PictureName(str):
    """The name of a file among the pictures of the data."""


class PagePath(str):
    """The address of a page of this site, from its root: `mistet-enhed/`."""


class HostAddress(str):
    """The address of something else on the site's own host, from its root: `/formularer/svar`."""


class Word(str):
    """A word of a vocabulary in `site.yml`; which vocabulary is part of the declaration."""


def line(shortest: int = 1, longest: int = 200) -> Reads:
    """Text on one line, of so many characters."""

    def read(text: str) -> str:
        text = text.strip()
        if "\n" in text:
            raise refuse("F207")
        if not shortest <= len(text) <= longest:
            code = "F206" if len(text) > longest else "F205"
            raise refuse(code, length=len(text), shortest=shortest, longest=longest)
        return text

    return Reads(read, {**TEXT_SCHEMA, "minLength": shortest, "maxLength": longest})


def pattern(
    type_: type[str], form: str, code: str, schema: Mapping[str, Any] | None = None
) -> Reads:
    """Text of one form, given as a regular expression that both we and JSON Schema read."""
    matcher = re.compile(form)

    def read(text: str) -> str:
        if not matcher.fullmatch(text):
            raise refuse(code, value=text)
        return type_(text)

    return Reads(read, schema or {"type": "string", "pattern": form})


def whole(least: int, most: int) -> Reads:
    """A whole number within bounds."""

    def read(text: str) -> int:
        try:
            number = parse_int(text)
        except ValueError:
            raise refuse("F208", value=text) from None
        if not least <= number <= most:
            raise refuse("F209", value=text, least=least, most=most)
        return number

    return Reads(read, {"type": ["integer", "string"], "minimum": least, "maximum": most})


def _read_markdown(text: str) -> Markdown:
    text = text.strip()
    if not 1 <= len(text) <= MARKDOWN_LONGEST:
        code = "F206" if text else "F205"
        raise refuse(code, length=len(text), shortest=1, longest=MARKDOWN_LONGEST)
    if _TOO_NESTED.search(text):
        raise refuse("F218")
    return Markdown(text)


MARKDOWN_LONGEST = 20_000
# Python-Markdown recurses once per level, so a text can be made to exhaust the stack.
_TOO_NESTED = re.compile(r"^(?:[ \t]*(?:>|[-*+][ \t]|\d+[.)][ \t])){11}|^[ \t]{41}", re.MULTILINE)


def _read_url(text: str) -> Url:
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        parts.port  # noqa: B018 - reading it checks it
    except ValueError:
        raise refuse("F210", value=text) from None
    if parts.scheme not in ("http", "https") or "." not in host or parts.username is not None:
        raise refuse("F210", value=text)
    if not _URL_CHARACTERS.fullmatch(text):
        raise refuse("F210", value=text)
    return Url(text)


_URL_CHARACTERS = re.compile(r"^[^\s\x00-\x20\x7f\"'<>\\^`{|}]{1,2000}$")


def _read_date(text: str) -> date:
    try:
        return parse_date(text)
    except DateError as error:
        raise refuse("F211", value=text, reason=error.reason.name) from None


def _read_partial_date(text: str) -> PartialDate:
    try:
        return parse_partial_date(text)
    except DateError as error:
        raise refuse("F212", value=text, reason=error.reason.name) from None


def _read_half_year(text: str) -> HalfYear:
    try:
        return parse_half_year(text)
    except DateError as error:
        raise refuse("F213", value=text, reason=error.reason.name) from None


def _read_moment(text: str) -> datetime:
    try:
        return parse_moment(text)
    except DateError as error:
        raise refuse("F227", value=text, reason=error.reason.name) from None


def _read_day_or_moment(text: str) -> datetime | date:
    try:
        return _day_or_moment(text)
    except DateError as error:
        reason = DateReason.NO_DAY if _is_clock(text) else error.reason
        raise refuse("F232", value=text, reason=reason.name) from None


def _read_day_or_clock(text: str) -> datetime | date | time:
    try:
        return parse_clock(text) if _is_clock(text) else _day_or_moment(text)
    except DateError as error:
        raise refuse("F233", value=text, reason=error.reason.name) from None


def _day_or_moment(text: str) -> datetime | date:
    try:
        return parse_moment(text)
    except DateError as error:
        if error.reason is DateReason.NO_TIME:
            return parse_date(text)
        raise


def _is_clock(text: str) -> bool:
    """Whether a text says a time of the day, one that is or none."""
    try:
        parse_clock(text)
    except DateError as error:
        return error.reason is not DateReason.FORM
    return True


def _read_yes_no(text: str) -> bool:
    try:
        return parse_yes_no(text)
    except ValueError:
        raise refuse("F214", value=text) from None


Title = Annotated[str, line(longest=90)]
Summary = Annotated[str, line(20, 200)]
Line = Annotated[str, line()]
Sentence = Annotated[str, line(longest=600)]
MarkdownText = Annotated[Markdown, Reads(_read_markdown, {"type": "string", "minLength": 1})]
Link = Annotated[Url, Reads(_read_url, {"type": "string", "format": "uri"})]
Mail = Annotated[
    Mailbox, pattern(Mailbox, r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", "F215")
]
PhoneNumber = Annotated[Phone, pattern(Phone, r"^\+?[0-9]{2}( ?[0-9]{2,4}){2,6}$", "F216")]
# Whether an id or a word exists is for the rules to say: they can suggest the one that was meant.
Ref = Annotated[Reference, Reads(Reference, ID_SCHEMA)]
Slug = Annotated[str, pattern(str, SLUG, "F217", ID_SCHEMA)]
Term = Annotated[Word, Reads(Word, ID_SCHEMA)]
Date = Annotated[date, Reads(_read_date, {"type": "string"})]
MonthOrYear = Annotated[PartialDate, Reads(_read_partial_date, {"type": ["string", "integer"]})]
Half = Annotated[HalfYear, Reads(_read_half_year, {"type": "string"})]
Moment = Annotated[datetime, Reads(_read_moment, {"type": "string"})]
DayOrMoment = Annotated[datetime | date, Reads(_read_day_or_moment, {"type": "string"})]
DayOrClock = Annotated[
    datetime | date | time, Reads(_read_day_or_clock, {"type": ["string", "number"]})
]
YesNo = Annotated[bool, Reads(_read_yes_no, {"enum": ["ja", "nej"]})]
Days = Annotated[int, whole(1, 365)]
Months = Annotated[int, whole(1, 24)]
Count = Annotated[int, whole(1, 100_000)]
Selector = Annotated[str, pattern(str, r"^[A-Za-z_:][A-Za-z0-9_:]*(\{[^{}]*\})?$", "F229")]
LabelName = Annotated[str, pattern(str, r"^[A-Za-z_][A-Za-z0-9_]*$", "F229")]
Code = Annotated[Number, pattern(Number, r"^[A-ZÆØÅ]{2,4}-[0-9]{2,3}(\.[0-9]{1,2})?$", "F230")]
SitePath = Annotated[PagePath, pattern(PagePath, r"^([a-z0-9]+(-[a-z0-9]+)*/)+$", "F231")]
HostPath = Annotated[
    HostAddress, pattern(HostAddress, r"^(/[A-Za-z0-9_~-]+(\.[A-Za-z0-9_~-]+)*)+/?$", "F240")
]
Uid = Annotated[Uuid, pattern(Uuid, r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", "F234")]
FileName = Annotated[
    PictureName,
    pattern(PictureName, r"^[a-z0-9]+(-[a-z0-9]+)*\.(png|jpg|jpeg|gif|webp)$", "F235"),
]
# RFC 2919, section 3: by then dots keep it apart from every other list, as they do hosts.
ListId = Annotated[str, pattern(str, r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", "F236")]
BundleId = Annotated[
    AppId, pattern(AppId, r"^[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z0-9][A-Za-z0-9_-]*)+$", "F219")
]
