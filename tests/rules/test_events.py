"""Where the rules about events end: what may stand, beside the mistakes that have their cases."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from synlighed.calendar.repeating import MOST, planned_days
from synlighed.calendar.slots import Slot
from synlighed.calendar.spans import Span, is_skipped
from synlighed.danish.dates import format_date
from synlighed.danish.times import ZONE
from synlighed.load import Loaded, LoadedItem, load
from synlighed.load.datafile import DataFile
from synlighed.load.items import build
from synlighed.load.nodes import Mapping, parse
from synlighed.model import discover
from synlighed.model.events import Event, Repeats
from synlighed.problems import Problem
from synlighed.rules import check
from synlighed.rules.around import Around
from synlighed.rules.clashes import check_clashes
from synlighed.rules.dates import check_dates
from synlighed.rules.events import check_events

BASE = Path(__file__).parents[1] / "cases" / "base"
GROUPS = Path(__file__).parents[1] / "cases" / "A513-one-group-at-two-events" / "groups"
TODAY = date(2026, 11, 23)
LOADED = load(BASE, discover(), shown_as="data")
AROUND = Around.of(LOADED, TODAY)

TOP = """\
title: Møde om {id}
summary: Tre afdelinger fortæller om deres apps.
type: gruppemøde
owner: apps-og-hjaelp
last_reviewed: 1. november 2026
created: 1. november 2026
"""
SERIES = "starts: 1. december 2026 kl. 13\nrepeats: {every: uge, until: 1. marts 2027}\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with two groups and no events, in which nothing is wrong."""
    folder = Path(shutil.copytree(BASE, tmp_path / "data"))
    shutil.copytree(GROUPS, folder / "groups")
    (folder / "events").mkdir()
    return folder


WRITTEN = {
    # Neither a place nor a link is known yet.
    "starts: 2. februar 2027 kl. 13\n": [],
    "starts: 2. februar 2027\nends: 4. februar 2027\n": [],
    "starts: 2. februar 2027\nends: 2. februar 2027\n": [],
    "starts: 2. februar 2027 kl. 22\nends: 3. februar 2027 kl. 2\n": [],
    # What other rules tell of is told once.
    "starts: 2. februar 2027 kl. 13\nends: 1. februar 2027 kl. 15\n": ["F401"],
    "starts: 2. februar 2027 kl. 13\nends: 1. februar 2027\n": ["F401"],
    "starts: 2. februar 2027\nends: 1. februar 2027 kl. 15\n": ["F401"],
    # The hour that comes twice, both times.
    "starts: 25. oktober 2026 kl. 2.30\nends: 25. oktober 2026 kl. 2.15 vintertid\n": [],
    "starts: 25. oktober 2026 kl. 2.30 vintertid\nends: 25. oktober 2026 kl. 2.45\n": ["F401"],
    # The last of its weekday in its month, and the last day of a longest series.
    "starts: 30. december 2026\nrepeats: {every: 'sidste i måneden', until: 1. maj 2027}\n": [],
    "starts: 1. december 2020\nrepeats: {every: uge, until: {last}}\n": [],
}


@pytest.mark.parametrize(("text", "told"), WRITTEN.items(), ids=[text[:60] for text in WRITTEN])
def test_what_may_be_written(text: str, told: list[str], data: Path) -> None:
    last = date(2020, 12, 1) + timedelta(weeks=MOST - 1)
    write(data, "moede", text.replace("{last}", format_date(last)))
    assert codes(data) == told


DEADLINES = {
    ("2. februar 2027 kl. 13", "2. februar 2027 kl. 13"): [],
    ("2. februar 2027 kl. 13", "2. februar 2027 kl. 13.01"): ["F412"],
    ("2. februar 2027 kl. 13", "2. februar 2027"): [],
    ("2. februar 2027 kl. 13", "3. februar 2027"): ["F412"],
    ("2. februar 2027", "2. februar 2027 kl. 9"): [],
    ("2. februar 2027", "3. februar 2027 kl. 9"): ["F412"],
}


@pytest.mark.parametrize(("days", "told"), DEADLINES.items())
def test_one_can_sign_up_until_it_begins(
    days: tuple[str, str], told: list[str], data: Path
) -> None:
    starts, deadline = days
    where = "registration: {mailbox: apps@it.example, deadline: " + deadline + "}"
    write(data, "moede", f"starts: {starts}\n{where}\n")
    assert codes(data) == told


def test_one_can_sign_up_until_the_last_that_is_held(data: Path) -> None:
    """And when none is, the deadline no longer matters."""
    where = "registration: {mailbox: apps@it.example, deadline: 9. december 2026}\n"
    days = "starts: 1. december 2026 kl. 13\nrepeats: {every: uge, until: 15. december 2026}\n"
    cancelled = [
        f"  - {{date: 20. november 2026, what: aflyst, occurrence: {day}. december 2026}}\n"
        for day in (15, 8, 1)
    ]
    for number, told in enumerate(([], ["F412"], ["F412"], [])):
        changes = "changes:\n" + "".join(cancelled[:number]) if number else ""
        write(data, "moede", days + where + changes)
        assert codes(data) == told


CHANGES = {
    # Back to where it was.
    "{what: flyttet, starts: 9. februar 2027}, {what: flyttet, starts: 2. februar 2027}": [],
    "{what: flyttet, place: Sal 2}, {what: aflyst, reason: Ingen har tid.}": [],
    "{what: flyttet, ends: 3. februar 2027}": [],
    # From a whole day to hours, and then there is an hour to end at.
    "{what: flyttet, starts: 2. februar 2027 kl. 9}, {what: flyttet, ends: kl. 10}": [],
    "{what: flyttet, starts: 2. februar 2027 kl. 9, ends: 3. februar 2027}": ["F410"],
    "{what: flyttet, starts: 9. februar 2027, ends: 8. februar 2027}": ["F401"],
    # A fault is told of where it was made, and not of what came after.
    "{what: flyttet, ends: kl. 9}, {what: flyttet, place: Sal 2}": ["F410"],
}


@pytest.mark.parametrize(("changes", "told"), CHANGES.items(), ids=list(CHANGES))
def test_what_may_be_changed(changes: str, told: list[str], data: Path) -> None:
    dated = changes.replace("{what", "{date: 20. november 2026, what")
    write(data, "moede", f"starts: 2. februar 2027\nchanges: [{dated}]\n")
    assert codes(data) == told


def test_of_what_was_read_in_part_only_what_is_certain_is_said(data: Path) -> None:
    """A series of which nobody knows when it comes, with a change that may be of it."""
    change = "{date: 20. november 2026, what: flyttet, occurrence: 9. marts 2027}"
    write(
        data,
        "moede",
        f"starts: 2. marts 2027\nrepeats: {{every: uge}}\nends: kl. 9\nchanges: [{change}]\n",
    )
    assert codes(data) == ["F201"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", ["F416"]),
        ("  until: 1. december 2026\n", ["F420"]),
        ("  until: 1. marts 2127\n", ["F421"]),
    ],
)
def test_what_is_no_day_of_a_series_is_known_when_its_days_are(
    more: str, told: list[str], data: Path
) -> None:
    until = more or "  until: 1. marts 2027\n"
    exceptions = "  exceptions: [2. december 2026]\n"
    write(
        data,
        "moede",
        f"starts: 1. december 2026\nrepeats:\n  every: uge\n{until}{exceptions}",
    )
    assert codes(data) == told


def test_a_speaker_who_takes_no_more_talks_may_hold_this_one(data: Path) -> None:
    ambassador = data / "ambassadors" / "ambassadoer-sygehus-nord.yml"
    with ambassador.open("a", encoding="utf-8") as file:
        file.write("available: nej\n")
    write(data, "moede", "starts: 2. februar 2027\nspeakers: [ambassadoer-sygehus-nord]\n")
    assert codes(data) == []


GUIDELINE = """\
title: Adgang til data
summary: Hent data gennem platformen, og tag kun det nødvendige.
code: RL-03
status: udkast
advice: Spørg først.
phases: [design]
for_roles: [projektleder]
valid_from: 1. januar 2027
rules:
  - {code: RL-03.1, obligation: skal, text: Spørg først.}
changes:
  - {date: 1. januar 2027, text: Reglen gælder for alle.}
  - {date: 1. november 2026, text: Reglen er ny.}
owner: apps-og-hjaelp
last_reviewed: 1. november 2026
created: 1. november 2026
"""


def test_a_guideline_tells_of_its_changes_in_advance_and_the_newest_first(data: Path) -> None:
    (data / "guidelines").mkdir()
    (data / "guidelines" / "data.yml").write_text(GUIDELINE, encoding="utf-8")
    assert codes(data) == []


HOLIDAYS = {
    "starts: 25. december 2026\n": 1,
    "starts: 23. december 2026\nends: 25. december 2026\n": 1,
    "starts: 24. december 2026\n": 0,
    # Over before today.
    "starts: 25. december 2025\n": 0,
    "starts: 25. december 2026\nchanges: [{date: 20. november 2026, what: aflyst}]\n": 0,
    "starts: 25. december 2026\n"
    "changes: [{date: 20. november 2026, what: flyttet, starts: 27. december 2026}]\n": 0,
    "starts: 27. november 2026\n"
    "repeats: {every: uge, until: 31. december 2026, exceptions: [25. december 2026]}\n": 0,
    "starts: 27. november 2026\nrepeats: {every: uge, until: 15. januar 2027}\n": 1,
}


@pytest.mark.parametrize(("text", "told"), HOLIDAYS.items(), ids=[text[:70] for text in HOLIDAYS])
def test_nobody_is_asked_to_work_on_a_holiday_unseen(text: str, told: int, data: Path) -> None:
    write(data, "moede", text)
    assert codes(data) == ["A512"] * told


CLASHES = {
    ("kl. 13", "kl. 14", "kl. 13.59", "kl. 15"): True,
    ("kl. 13", "kl. 14", "kl. 14", "kl. 15"): False,
    ("kl. 13", "kl. 14", "kl. 13", "kl. 14"): True,
    ("kl. 9", "kl. 16", "kl. 13", "kl. 14"): True,
    ("", "", "kl. 13", "kl. 14"): True,
    # Of what has no end, nobody knows more than that it begins.
    ("kl. 9", "", "kl. 13", "kl. 14"): False,
    ("kl. 13.30", "", "kl. 13", "kl. 14"): True,
    ("kl. 13", "", "kl. 13", ""): True,
}


@pytest.mark.parametrize(("times", "told"), CLASHES.items())
def test_a_group_can_be_in_one_place_only(
    times: tuple[str, str, str, str], told: bool, data: Path
) -> None:
    for id, starts, ends in (("et", *times[:2]), ("to", *times[2:])):
        end = f"ends: {ends}\n" if ends else ""
        write(data, id, f"starts: 2. februar 2027 {starts}\n{end}groups: [vidensgruppe]\n")
    assert codes(data) == (["A513"] if told else [])


NO_CLASH = {
    "starts: 2. februar 2027\ngroups: [styregruppe]\n",
    "starts: 2. februar 2027\n",
    "starts: 2. februar 2027\ngroups: [vidensgruppe]\ncontent_status: udkast\n",
    "starts: 2. februar 2027\ngroups: [vidensgruppe]\n"
    "changes: [{date: 20. november 2026, what: aflyst}]\n",
    "starts: 2. februar 2027\ngroups: [vidensgruppe]\n"
    "changes: [{date: 20. november 2026, what: flyttet, starts: 3. februar 2027}]\n",
}


@pytest.mark.parametrize("other", sorted(NO_CLASH))
def test_what_is_for_others_or_not_held_takes_no_time(other: str, data: Path) -> None:
    write(data, "et", "starts: 2. februar 2027\ngroups: [vidensgruppe]\n")
    write(data, "to", other)
    assert codes(data) == []


def test_a_deadline_takes_no_time(data: Path) -> None:
    write(data, "et", "starts: 2. februar 2027\ngroups: [vidensgruppe]\n")
    write(data, "to", "starts: 2. februar 2027\ngroups: [vidensgruppe]\n")
    file = data / "events" / "to.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("type: gruppemøde", "type: frist"), encoding="utf-8")
    assert codes(data) == []


def test_what_is_over_is_left_alone(data: Path) -> None:
    for id in ("et", "to"):
        write(data, id, "starts: 22. november 2026\ngroups: [vidensgruppe]\n")
    assert codes(data) == []
    for id in ("et", "to"):
        write(data, id, "starts: 23. november 2026\ngroups: [vidensgruppe]\n")
    assert codes(data) == ["A513"]


def test_two_series_that_always_clash_are_told_of_once(data: Path) -> None:
    for id in ("et", "to"):
        write(data, id, f"{SERIES}ends: kl. 14\ngroups: [vidensgruppe, styregruppe]\n")
    (problem,) = problems(data)
    assert (problem.path, problem.args["other"]) == ("data/events/to.yml", "data/events/et.yml")
    assert problem.args["when"] == "tirsdag den 1. december 2026 kl. 13.00"


# ---- Whatever is written


NIGHTS = st.sampled_from([date(2027, 3, 28), date(2027, 10, 31), date(2028, 3, 26)])
"""On which the clocks change."""
DAYS = st.one_of(
    st.dates(date(2026, 12, 1), date(2028, 12, 1)),
    st.builds(lambda night, weeks: night - timedelta(weeks=weeks), NIGHTS, st.integers(0, 5)),
    NIGHTS,
)
CLOCKS = st.sampled_from(["0.00", "1.30", "2.00", "2.30", "2.59", "3.00", "13.00", "23.59"])
EVERY = st.sampled_from(["uge", "anden uge", "måned", "sidste i måneden"])
SELDOM = st.integers(0, 9).map(lambda number: number == 9)


@st.composite
def times(draw: st.DrawFn, days: st.SearchStrategy[date], is_whole: bool) -> str:
    """A time as an editor writes it: most often with hours, if those around it have hours."""
    day = draw(days)
    if is_whole is not draw(SELDOM):
        return format_date(day)
    is_second = day == date(2027, 10, 31) and draw(st.booleans())
    clock = draw(st.sampled_from(["2.00", "2.30"]) if is_second else CLOCKS)
    return f"{format_date(day)} kl. {clock}{' vintertid' if is_second else ''}"


@st.composite
def ends(draw: st.DrawFn, day: date, is_whole: bool) -> str:
    """An end that often comes after a start on a day; empty when nobody knows."""
    later = st.integers(-1, 2).map(lambda number: day + timedelta(days=number))
    clocks = st.just("") if is_whole and not draw(SELDOM) else CLOCKS
    return draw(st.one_of(st.just(""), clocks, times(later, is_whole)))


@st.composite
def changes(draw: st.DrawFn, planned: tuple[date, ...], is_series: bool, is_whole: bool) -> str:
    day = draw(st.sampled_from(planned) if planned and not draw(SELDOM) else DAYS)
    to = draw(st.one_of(DAYS, st.just(day)))
    fields = {"what": "flyttet"}
    if is_series is not draw(SELDOM):
        fields["occurrence"] = format_date(day)
    if draw(st.integers(0, 3)) == 0:
        fields["what"] = "aflyst"
    else:
        fields["starts"] = draw(st.one_of(st.just(""), times(st.just(to), is_whole)))
        fields["ends"] = draw(ends(to, is_whole))
        fields["place"] = draw(st.sampled_from(["", "Sal 1", "Sal 2"]))
    told = "".join(f", {key}: {value}" for key, value in fields.items() if value)
    return f"{{date: 20. november 2026{told}}}"


@st.composite
def events(draw: st.DrawFn) -> str:
    """An event with its mistakes, but not so many that few have none."""
    day, is_whole, is_series = draw(DAYS), draw(st.booleans()), draw(st.booleans())
    repeats = Repeats(
        every=draw(EVERY),
        until=format_date(day + timedelta(days=draw(st.integers(0, 400)))),
    )
    lines = [f"starts: {draw(times(st.just(day), is_whole))}"]
    if end := draw(ends(day, is_whole)):
        lines.append(f"ends: {end}")
    if is_series:
        lines.append(f"repeats: {{every: '{repeats.every}', until: {format_date(repeats.until)}}}")
    planned = planned_days(day, repeats) if is_series else ()
    if changed := draw(st.lists(changes(planned, is_series, is_whole), max_size=3)):
        lines.append(f"changes: [{', '.join(changed)}]")
    return "\n".join([*lines, ""])


@given(events())
def test_what_passes_the_rules_is_at_times_that_exist(text: str) -> None:
    """And nothing ends before it begins: as planned, after each change, and in the end."""
    entry = built("moede", text)
    assume(entry)
    assert entry
    told = [*check_dates(entry, AROUND), *check_events(entry, AROUND)]
    if not any(problem.is_error for problem in told):
        for slot in entry.slots:
            for span in spans_of(slot):
                assert not is_skipped(span.starts)
                assert not is_skipped(span.ends)
                assert span.ends is None or isinstance(span.ends, datetime) is not span.is_all_day
                assert span.begins <= span.over
                assert span.first_day <= span.last_day


def spans_of(slot: Slot) -> Iterator[Span]:
    yield slot.was
    for revision in slot.revisions:
        yield revision.span
    yield slot.span


@st.composite
def meetings(draw: st.DrawFn) -> str:
    """A meeting of a group, or a week of them; some come again before they are over."""
    starts = datetime(2027, 1, 4, 8, tzinfo=ZONE) + timedelta(hours=draw(st.integers(0, 30)))
    hours = draw(st.one_of(st.integers(0, 12), st.integers(0, 400)))
    ends = starts + timedelta(hours=hours)
    weeks = draw(st.sampled_from([0, 0, 1, 3]))
    until = starts.date() + timedelta(weeks=weeks)
    repeats = f"repeats: {{every: uge, until: {until}}}\n" if weeks else ""
    return f"starts: {starts:%Y-%m-%d %H.%M}\nends: {ends:%Y-%m-%d %H.%M}\n{repeats}groups: [a]\n"


@given(st.lists(meetings(), max_size=8))
def test_the_sweep_finds_what_comparing_all_would(texts: list[str]) -> None:
    """What is told of is true, and of two events that clash one is named at least."""
    entries = [built(f"moede-{number}", text) for number, text in enumerate(texts)]
    told = [
        {problem.path, problem.args["other"]}
        for problem in check_clashes(with_items(entries), TODAY)
    ]
    clashing = [
        {one.file.path, other.file.path}
        for one, other in combinations([entry for entry in entries if entry], 2)
        if overlap(one, other)
    ]
    assert all(pair in clashing for pair in told)
    assert all(pair & set().union(*told) for pair in clashing)


def overlap(one: LoadedItem, other: LoadedItem) -> bool:
    """Whether two events, each with an end, share a minute."""
    return any(
        max(mine.begins, theirs.begins) < min(over(mine), over(theirs))
        for mine in (slot.span for slot in one.slots)
        for theirs in (slot.span for slot in other.slots)
    )


def over(span: Span) -> datetime:
    return max(span.over, span.begins + timedelta(minutes=1))


def with_items(entries: list[LoadedItem | None]) -> Loaded:
    return replace(LOADED, items=tuple(entry for entry in entries if entry))


def built(id: str, text: str) -> LoadedItem | None:
    file = DataFile(f"data/events/{id}.yml", TOP.format(id=id) + text)
    node, _ = parse(file)
    assert isinstance(node, Mapping)
    event, _ = build(Event, file, node, id=id, source=file.path)
    return LoadedItem(event, file) if event else None


def write(data: Path, id: str, text: str) -> None:
    (data / "events" / f"{id}.yml").write_text(TOP.format(id=id) + text, encoding="utf-8")


def problems(data: Path) -> tuple[Problem, ...]:
    return check(load(data, discover(), shown_as="data"), TODAY)


def codes(data: Path) -> list[str]:
    return [problem.code for problem in problems(data)]
