"""The pictures say in words what they show, when it was so, and that an example is one."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from synlighed.status.badge import badge, badge_of
from synlighed.status.bars import bars_of, days_in_words
from synlighed.status.board import Board
from synlighed.status.history import Day, summed
from synlighed.status.words import Status
from tests.status.boards import NOW, board, document, notice

MINUTE = timedelta(minutes=1)


def words(picture: str) -> list[str]:
    """The texts that can be seen, from the left."""
    return [text.text or "" for text in ElementTree.fromstring(picture).iter() if is_text(text)]


def is_text(element: ElementTree.Element) -> bool:
    return element.tag.endswith("}text")


def title(picture: str) -> str:
    return ElementTree.fromstring(picture).attrib["aria-label"]


def badge_on(made: Board, key: str = "apps/koerebog") -> str:
    return badge(made.states[key], made.now)


def test_a_badge_says_when_it_was_measured() -> None:
    made = board(document(koerebog="operational"), now=NOW + 2 * MINUTE)
    assert words(badge_on(made)) == ["Kørebog", "I drift", "pr. 23.11.2026 kl. 09.41"]
    assert title(badge_on(made)) == "Kørebog: I drift pr. 23. november 2026 kl. 09.41"


@pytest.mark.parametrize(
    ("minutes", "told", "shown"),
    [
        # What editors tell holds now.
        (1, Status.MAJOR, "Nede"),
        # It is now that nothing is known; the measurement is from 09.41.
        (10, Status.OPERATIONAL, "Ukendt"),
    ],
)
def test_what_was_not_measured_is_so_now(minutes: int, told: Status, shown: str) -> None:
    said = document(koerebog="operational")
    made = board(said, notice("n", told, "apps/koerebog"), now=NOW + minutes * MINUTE)
    assert words(badge_on(made))[1:] == [shown, f"pr. 23.11.2026 kl. 09.{42 + minutes}"]


def test_an_example_is_called_one() -> None:
    made = board(document(koerebog="operational") | {"example": True})
    assert words(badge_on(made))[1] == "I drift (eksempel)"
    assert "I drift (eksempel) pr." in title(badge_on(made))


def test_a_badge_is_made_anew_when_it_changes_and_twice_an_hour() -> None:
    """Another word is shown at once; the same word need not have the time of every minute."""

    def made_of(minutes: int, word: str) -> str:
        said = document(koerebog=word)
        said["components"][0]["observed_at"] = (NOW + minutes * MINUTE).isoformat()
        made = board(said, now=NOW + minutes * MINUTE)
        return badge_of(made.states["apps/koerebog"], made.now)

    assert made_of(0, "operational") != made_of(0, "major_outage")
    assert len({made_of(minutes, "operational") for minutes in range(60)}) in (2, 3)


def test_the_words_beside_the_bars_say_what_they_show() -> None:
    today = date(2026, 11, 23)
    bad = {0: Status.MAJOR, 3: Status.DEGRADED}
    found = [
        Day(today - timedelta(days=ago), {bad.get(ago, Status.OPERATIONAL): 60.0})
        for ago in range(10)
    ]
    counted = "orstyrrelser i 2 dage, ikke målt i 80 dage, af de 90 dage"
    assert days_in_words(summed(found, today), today) == (
        f"F{counted}: 23.11.2026 (Nede) og 20.11.2026 (Nedsat drift)."
    )
    assert f"f{counted} til og med 23. november 2026" in title(
        bars_of(summed(found, today), today, "Dagbog")
    )
    assert days_in_words(summed(found[1:3], today), today) == (
        "Forstyrrelser i 0 dage, ikke målt i 88 dage, af de 90 dage."
    )
    always = [Day(today - timedelta(days=ago), {Status.PARTIAL: 60.0}) for ago in range(8)]
    told = days_in_words(summed(always, today), today)
    assert told.endswith("19.11.2026 (Delvist nede) og 3 dage til.")


def test_the_bars_say_which_days_they_are() -> None:
    """Of which the last is not over."""
    today = date(2026, 11, 23)
    record = summed([Day(today, {Status.MAJOR: 60.0})], today)
    picture = bars_of(record, today, "Dagbog", is_example=True)
    assert words(picture) == ["26.8.2026", "Eksempel", "23.11.2026"]
    assert title(picture) == (
        "Dagbog (eksempel): forstyrrelser i 1 dag, ikke målt i 89 dage, af de 90 dage "
        "til og med 23. november 2026"
    )
    assert "<title>23. november 2026: værst »Nede«, hidtil</title>" in picture
    assert words(bars_of(record, today, "Dagbog")) == ["26.8.2026", "23.11.2026"]
