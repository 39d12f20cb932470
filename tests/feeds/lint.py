"""What RFC 5545 asks of a calendar file, and the programs that read it; without any library."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "CATEGORIES"}
"""Properties that are texts, or lists of them."""
ONCE = (
    "UID",
    "DTSTAMP",
    "LAST-MODIFIED",
    "SEQUENCE",
    "DTSTART",
    "SUMMARY",
    "URL",
    "STATUS",
    "TRANSP",
)
"""What every entry says, and says once."""
ONLY_FEEDS = {"NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"}
"""Outlook makes a calendar of an entry whose file has any of these."""

_PARAMETER = r';[A-Z0-9-]+=(?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^";:,\x00-\x08\x0a-\x1f\x7f]*)'
_LINE = re.compile(rf"([A-Z0-9-]+)((?:{_PARAMETER})*):(.*)", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
_ESCAPED = re.compile(r"(?:[^\\;,]|\\[\\;,n])*")
_LIST = re.compile(r"(?:[^\\;]|\\[\\;,n])*")
_TIME = re.compile(r"\d{8}(T\d{6}Z?)?")


@dataclass
class Component:
    """What stands between a BEGIN and its END."""

    name: str
    lines: list[tuple[str, str, str]] = field(default_factory=list)
    """The name, the parameters and the value of each property."""
    parts: list["Component"] = field(default_factory=list)

    def __len__(self) -> int:
        """How many lines it takes."""
        return 2 + len(self.lines) + sum(map(len, self.parts))

    def value(self, name: str) -> str:
        """The value of a property that stands there once; empty when it does not stand there."""
        found = [value for known, _, value in self.lines if known == name]
        assert len(found) < 2, f"{name} stands more than once"
        return found[0] if found else ""

    def line(self, name: str) -> str:
        """A property as it stands there, without its folds."""
        return next(f"{n}{parameters}:{v}" for n, parameters, v in self.lines if n == name)


def read(content: bytes) -> Component:
    """A calendar file, which must be without a fault.

    Raises:
        AssertionError: it has one, which is named.
    """
    calendar = _components(iter(_lines(content)))
    _assert_calendar(calendar)
    for part in calendar.parts:
        if part.name == "VEVENT":
            _assert_entry(part)
    return calendar


def entries(content: bytes) -> dict[str, Component]:
    """The entries of a file without a fault, by UID."""
    found = [part for part in read(content).parts if part.name == "VEVENT"]
    return {part.value("UID"): part for part in found}


def plain(value: str) -> str:
    """A text without its escapes."""
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], value)


def unfolded(content: bytes) -> bytes:
    """Every line whole."""
    return content.replace(b"\r\n ", b"").replace(b"\r\n\t", b"")


def _lines(content: bytes) -> Iterator[str]:
    """The lines of a file, unfolded."""
    assert content.endswith(b"\r\n")
    assert not re.search(rb"\r(?!\n)|(?<!\r)\n", content), "a line ends with less than CRLF"
    before = b""
    for line in content.split(b"\r\n")[:-1]:
        assert 0 < len(line) <= 75, f"{len(line)} octets: {line!r}"
        line.decode()  # A sequence that a fold splits is none.
        if line.startswith(b" "):
            trailing = len(before) - len(before.rstrip(b"\\"))
            assert trailing % 2 == 0, f"a fold splits an escape: {before!r}"
        before = line
    for line in unfolded(content).decode().split("\r\n")[:-1]:
        assert not _CONTROL.search(line), f"a control character: {line!r}"
        yield line


def _components(lines: Iterator[str]) -> Component:
    assert next(lines) == "BEGIN:VCALENDAR"
    calendar = _component("VCALENDAR", lines)
    assert next(lines, None) is None, "something follows the calendar"
    return calendar


def _component(name: str, lines: Iterator[str]) -> Component:
    found = Component(name)
    for line in lines:
        if line == f"END:{name}":
            return found
        if line.startswith("BEGIN:"):
            found.parts.append(_component(line.removeprefix("BEGIN:"), lines))
            continue
        parsed = _LINE.fullmatch(line)
        assert parsed, f"no property: {line!r}"
        _assert_property(*parsed.groups())
        found.lines.append((parsed[1], parsed[2], parsed[3]))
    raise AssertionError(f"{name} never ends")


def _assert_property(name: str, parameters: str, value: str) -> None:
    if name in TEXTS:
        form = _LIST if name == "CATEGORIES" else _ESCAPED
        assert form.fullmatch(value), f"{name} is not escaped: {value!r}"
    if name.startswith("DT") or name == "LAST-MODIFIED":
        parsed = _TIME.fullmatch(value)
        assert parsed, f"{name} is no time: {value!r}"
        expected = "" if value.endswith("Z") else ";TZID=Europe/Copenhagen"
        if name == "DTSTART" and len(value) == 15 and not parameters:
            return  # Of a part of a zone, which is in no zone itself.
        assert parameters == (";VALUE=DATE" if len(value) == 8 else expected), f"{name}{parameters}"


def _assert_calendar(calendar: Component) -> None:
    assert calendar.value("VERSION") == "2.0"
    assert calendar.value("PRODID")
    # It would make invitations of the entries (RFC 5546), and DTSTAMP the time of the copy.
    assert not calendar.value("METHOD")
    zone, *events = calendar.parts
    assert zone.name == "VTIMEZONE" and {event.name for event in events} <= {"VEVENT"}
    assert zone.value("TZID") == "Europe/Copenhagen"
    assert len(zone) <= 20, "Google takes a long zone for another encoding"
    uids = Counter(event.value("UID") for event in events)
    assert all(number == 1 for number in uids.values()), uids.most_common(1)
    named = {name for name, _, _ in calendar.lines} & ONLY_FEEDS
    assert named in (set(), ONLY_FEEDS)


def _assert_entry(entry: Component) -> None:
    for name in ONCE:
        assert entry.value(name), f"{name} is missing"
    assert entry.value("DTSTAMP").endswith("Z") and entry.value("LAST-MODIFIED").endswith("Z")
    starts, ends = entry.value("DTSTART"), entry.value("DTEND")
    assert len(starts) != 15 or "TZID" in entry.line("DTSTART"), "a time in no zone"
    if ends:
        assert (len(ends) == 8) is (len(starts) == 8), "a day and a time"
        assert ends.endswith("Z") or starts.endswith("Z") or ends > starts, "it ends too early"
    is_cancelled = entry.value("STATUS") == "CANCELLED"
    assert entry.value("SUMMARY").startswith("AFLYST:") or not is_cancelled
    assert entry.value("TRANSP") == "TRANSPARENT" or not is_cancelled
    assert entry.value("SEQUENCE").isdigit() and int(entry.value("SEQUENCE")) < 2**31
