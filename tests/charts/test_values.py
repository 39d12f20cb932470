"""The axis of values begins at zero or at the ends of the scale, and has few, round marks."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synlighed.charts.values import value_axis

ANY = st.decimals(-(10**20), 10**20, allow_nan=False, places=6)


@pytest.mark.parametrize(
    ("values", "labels", "factor"),
    [
        (["9500", "12000"], ["0", "5.000", "10.000", "15.000"], ""),
        (["7"], ["0", "2", "4", "6", "8"], ""),
        (["-5", "3"], ["-6", "-4", "-2", "0", "2", "4"], ""),
        (["-1"], ["-1", "-0,5", "0"], ""),
        (["0"], ["0", "0,5", "1"], ""),
        (["1234567"], ["0", "0,5", "1", "1,5"], "mio."),
        (["1e21"], ["0", "0,5", "1"], "× 10²¹"),
        (["0.00001"], ["0", "5", "10"], "× 10⁻⁶"),
    ],
)
def test_without_a_scale_it_holds_zero(values: list[str], labels: list[str], factor: str) -> None:
    axis = value_axis([Decimal(value) for value in values])
    assert [axis.label(tick) for tick in axis.ticks] == labels
    assert axis.factor == factor


@pytest.mark.parametrize(
    ("least", "most", "labels"),
    [
        (0, 100, ["0", "20", "40", "60", "80", "100"]),
        (1, 5, ["1", "2", "3", "4", "5"]),
        (1, 7, ["1", "3", "5", "7"]),
        (-3, 3, ["-3", "0", "3"]),
        (0, 7, ["0", "7"]),
    ],
)
def test_with_a_scale_it_goes_from_end_to_end(least: int, most: int, labels: list[str]) -> None:
    axis = value_axis([Decimal(3)], (Decimal(least), Decimal(most)))
    assert [axis.label(tick) for tick in axis.ticks] == labels


def test_a_number_beside_it_is_told_in_the_same_measure() -> None:
    axis = value_axis([Decimal(1234567)])
    assert axis.short(Decimal(1234567)) == "1,23 mio."
    assert value_axis([Decimal("87.25")]).short(Decimal("87.25")) == "87,25"


@given(st.lists(ANY, min_size=1, max_size=20))
def test_all_values_and_zero_are_on_it(values: list[Decimal]) -> None:
    axis = value_axis(values)
    assert 2 <= len(axis.ticks) <= 7
    assert list(axis.ticks) == sorted(set(axis.ticks))
    assert 0 in axis.ticks
    for value in values:
        assert -1e-9 <= axis.share(value) <= 1 + 1e-9


@given(ANY, ANY)
def test_a_scale_is_kept_to(one: Decimal, other: Decimal) -> None:
    least, most = min(one, other), max(one, other) + 1
    axis = value_axis([least], (least, most))
    assert (axis.least, axis.most) == (least, most)
    assert axis.share(least) == 0
