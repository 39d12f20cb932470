"""What each type of field takes from an editor, and what it refuses and why."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from synlighed.danish.dates import PartialDate
from synlighed.danish.half_years import HalfYear
from synlighed.messages import MESSAGES
from synlighed.model import fields
from synlighed.model.fields import UNKNOWN, Fact

TYPES = {
    name: getattr(fields, name)
    for name in (
        "Title", "Summary", "Line", "Sentence", "MarkdownText", "Link", "Mail", "PhoneNumber",
        "Ref", "Slug", "Term", "Date", "MonthOrYear", "Half", "Moment", "YesNo", "Days", "Months",
        "BundleId", "Selector", "LabelName", "DayOrMoment", "DayOrClock",
    )
}  # fmt: skip

TAKEN: list[tuple[str, str, Any]] = [
    ("Title", "  Mit Sygehus ", "Mit Sygehus"),
    ("Title", "x" * 90, "x" * 90),
    ("Summary", "x" * 20, "x" * 20),
    ("MarkdownText", "En\n\nto\n", "En\n\nto"),
    ("Link", "https://www.sundhed.dk/?q=%C3%A6#top", "https://www.sundhed.dk/?q=%C3%A6#top"),
    ("Link", "http://example.org", "http://example.org"),
    ("Link", "https://example.org:8443/æøå", "https://example.org:8443/æøå"),
    ("Mail", "mobil-apps+1@regional.it.example", "mobil-apps+1@regional.it.example"),
    ("PhoneNumber", "70 00 00 00", "70 00 00 00"),
    ("PhoneNumber", "70000000", "70000000"),
    ("PhoneNumber", "+45 7000 0000", "+45 7000 0000"),
    ("Slug", "map-2-adgang", "map-2-adgang"),
    ("Date", "6. marts 2019", date(2019, 3, 6)),
    ("Date", "onsdag den 6. marts 2019", date(2019, 3, 6)),
    ("Date", "2019-03-06", date(2019, 3, 6)),
    ("Date", "29.2.2024", date(2024, 2, 29)),
    ("MonthOrYear", "2019", PartialDate(2019)),
    ("MonthOrYear", "marts 2019", PartialDate(2019, 3)),
    ("Half", "2. halvår 2027", HalfYear(2027, 2)),
    ("Moment", "23. november 2026 kl. 9.42", datetime(2026, 11, 23, 8, 42, tzinfo=UTC)),
    ("Moment", "23/11-2026 9:42", datetime(2026, 11, 23, 8, 42, tzinfo=UTC)),
    ("Moment", "2026-07-01T09:42", datetime(2026, 7, 1, 7, 42, tzinfo=UTC)),
    ("YesNo", "ja", True),
    ("YesNo", "Nej", False),
    ("Days", "365", 365),
    ("Months", "1", 1),
    ("BundleId", "dk.digst.hc", "dk.digst.hc"),
    ("Selector", "probe_success", "probe_success"),
    ("Selector", 'job:up{job="apps"}', 'job:up{job="apps"}'),
    ("LabelName", "app", "app"),
    ("DayOrMoment", "2. februar 2027 kl. 13", datetime(2027, 2, 2, 12, tzinfo=UTC)),
    ("DayOrMoment", "2027-02-02T13:00", datetime(2027, 2, 2, 12, tzinfo=UTC)),
    ("DayOrMoment", "2. februar 2027", date(2027, 2, 2)),
    ("DayOrMoment", " tirsdag den 2.\u00a0februar 2027 ", date(2027, 2, 2)),
    ("DayOrClock", "kl. 15", time(15)),
    ("DayOrClock", "15:30", time(15, 30)),
    ("DayOrClock", "1.12", time(1, 12)),
    ("DayOrClock", "3. februar 2027 kl. 6", datetime(2027, 2, 3, 5, tzinfo=UTC)),
    ("DayOrClock", "3. februar 2027 kl. 24", datetime(2027, 2, 3, 23, tzinfo=UTC)),
    ("DayOrClock", "3. februar 2027", date(2027, 2, 3)),
]

REFUSED = [
    ("Title", "", "F205"),
    ("Title", "x" * 91, "F206"),
    ("Title", "En\nto", "F207"),
    ("Summary", "x" * 19, "F205"),
    ("MarkdownText", " \n ", "F205"),
    ("MarkdownText", "x" * 20_001, "F206"),
    ("MarkdownText", "> " * 11 + "dybt", "F218"),
    ("MarkdownText", "- " * 11 + "dybt", "F218"),
    ("MarkdownText", "En\n\n" + " " * 41 + "dybt", "F218"),
    ("Link", "www.sundhed.dk", "F210"),
    ("Link", "ftp://example.org/", "F210"),
    ("Link", "javascript:alert(1)", "F210"),
    ("Link", "JaVaScRiPt:alert(1)", "F210"),
    ("Link", "data:text/html,x", "F210"),
    ("Link", "//example.org/", "F210"),
    ("Link", "https://intranet/", "F210"),
    ("Link", "https://user:kode@example.org/", "F210"),
    ("Link", "https://example.org/ x", "F210"),
    ("Link", 'https://example.org/"onclick=x', "F210"),
    ("Link", "https://example.org/<b>", "F210"),
    ("Link", "https://example.org:99999/", "F210"),
    ("Link", "https://[::1/", "F210"),
    ("Link", "https://example.org/" + "x" * 2000, "F210"),
    ("Mail", "apps@enhed", "F215"),
    ("Mail", "apps enhed@example.org", "F215"),
    ("Mail", "Apps <apps@example.org>", "F215"),
    ("Mail", "æøå@example.org", "F215"),
    ("PhoneNumber", "112", "F216"),
    ("PhoneNumber", "70 00 00 00 lokal 2", "F216"),
    ("Slug", "Map", "F217"),
    ("Slug", "map--adgang", "F217"),
    ("Slug", "-map", "F217"),
    ("Slug", "sår", "F217"),
    ("Slug", "../map", "F217"),
    ("Date", "2019", "F211"),
    ("Date", "31. februar 2019", "F211"),
    ("Date", "i går", "F211"),
    ("MonthOrYear", "forår 2019", "F212"),
    ("Half", "efteråret 2027", "F213"),
    ("Moment", "23. november 2026", "F227"),
    ("Moment", "23. november 2026 kl. 25", "F227"),
    ("Moment", "29. marts 2026 kl. 2.30", "F227"),
    ("Moment", "i morgen kl. 9", "F227"),
    ("DayOrMoment", "kl. 13", "F232"),
    ("DayOrMoment", "februar 2027", "F232"),
    ("DayOrMoment", "31. februar 2027", "F232"),
    ("DayOrMoment", "2. februar 2027 kl. 25", "F232"),
    ("DayOrMoment", "29. marts 2026 kl. 2.30", "F232"),
    ("DayOrClock", "kl. 25", "F233"),
    ("DayOrClock", "24.00", "F233"),
    ("DayOrClock", "efter frokost", "F233"),
    ("DayOrClock", "31. februar 2027", "F233"),
    ("DayOrClock", "29. marts 2026 kl. 2.30", "F233"),
    ("YesNo", "yes", "F214"),
    ("YesNo", "1", "F214"),
    ("Days", "0", "F209"),
    ("Days", "366", "F209"),
    ("Months", "tolv", "F208"),
    ("Months", "1,5", "F208"),
    ("Months", "1.5", "F208"),
    ("BundleId", "Mit Sygehus", "F219"),
    ("BundleId", "hc", "F219"),
    ("Selector", "1st", "F229"),
    ("Selector", "probe_success offset 5m", "F229"),
    ("Selector", "min(probe_success)", "F229"),
    ("Selector", 'probe_success{job="apps"', "F229"),
    ("LabelName", "app-id", "F229"),
    ("LabelName", "job:app", "F229"),
]


@pytest.mark.parametrize(("type_", "text", "value"), TAKEN)
def test_a_text_is_read(type_: str, text: str, value: Any) -> None:
    assert reader(type_)(text) == value


@pytest.mark.parametrize(("type_", "text", "code"), REFUSED)
def test_a_text_is_refused_with_its_reason(type_: str, text: str, code: str) -> None:
    with pytest.raises(ValidationError) as error:
        reader(type_)(text)
    assert [details["type"] for details in error.value.errors()] == [code]


@pytest.mark.parametrize("type_", TYPES)
@pytest.mark.parametrize("value", [None, 1, 1.5, True, [], {}, date(2019, 3, 6)])
def test_only_text_is_read(type_: str, value: object) -> None:
    """YAML may not have guessed at it before."""
    with pytest.raises(ValidationError):
        reader(type_)(value)


@pytest.mark.parametrize("text", ["ukendt", "Ukendt", " UKENDT "])
@pytest.mark.parametrize("type_", TYPES)
def test_any_fact_may_be_unknown(type_: str, text: str) -> None:
    fact: TypeAdapter[Any] = TypeAdapter(Fact[TYPES[type_]])
    assert fact.validate_python(text) is UNKNOWN


@pytest.mark.parametrize("type_", ["Link", "Mail", "PhoneNumber", "Slug", "BundleId"])
def test_what_stands_on_one_line_has_no_newline_after_it(type_: str) -> None:
    text = next(text for name, text, _ in TAKEN if name == type_)
    with pytest.raises(ValidationError):
        reader(type_)(f"{text}\n")


def test_an_id_is_short_enough_to_be_the_name_of_a_file() -> None:
    with pytest.raises(ValidationError):
        reader("Slug")("x" * 300)


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(list(TYPES)), st.text(max_size=80))
def test_any_text_is_read_or_refused_by_a_message(type_: str, text: str) -> None:
    try:
        value = reader(type_)(text)
    except ValidationError as error:
        (details,) = error.errors()
        assert details["type"] in MESSAGES
    else:
        assert value is not None


def reader(type_: str) -> Callable[[object], Any]:
    adapter: TypeAdapter[Any] = TypeAdapter(TYPES[type_])
    return adapter.validate_python
