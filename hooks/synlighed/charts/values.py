"""The axis of values: its ends, the marks along it, and how their numbers are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from synlighed.danish.numbers import format_number

NAMES = {6: "mio.", 9: "mia."}
"""What a power of ten is called, where Danes have a word that everybody reads alike."""

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_PARTS = (1, 2, 5, 10, 20, 25, 30, 50)
_MOST = 5
"""As many parts as an axis is divided into."""


@dataclass(frozen=True)
class ValueAxis:
    """From the least to the most, with a mark at each of `ticks`."""

    ticks: tuple[Decimal, ...]
    power: int
    """The numbers along it are multiples of ten to this; 0 but for what is huge or tiny."""

    @property
    def least(self) -> Decimal:
        """Where it begins."""
        return self.ticks[0]

    @property
    def most(self) -> Decimal:
        """Where it ends."""
        return self.ticks[-1]

    @property
    def factor(self) -> str:
        """What its numbers are to be multiplied with: »mio.«, »× 10²¹«; empty when nothing."""
        if not self.power:
            return ""
        return NAMES.get(self.power, f"× 10{str(self.power).translate(_RAISED)}")

    def label(self, tick: Decimal) -> str:
        """A mark's number: `9.500`, `0,5`."""
        return format_number(_plain(tick.scaleb(-self.power)))

    def short(self, value: Decimal) -> str:
        """A number beside those of the axis: in full, or to three digits where they are."""
        if not self.power:
            return format_number(value)
        scaled = value.scaleb(-self.power)
        rounded = round(scaled, max(0, 2 - scaled.adjusted())) if scaled else scaled
        return f"{format_number(_plain(rounded))} {self.factor}"

    def share(self, value: Decimal) -> float:
        """How far along the axis a value is, from 0 to 1."""
        return float((value - self.least) / (self.most - self.least))


def value_axis(
    values: Sequence[Decimal], scale: tuple[Decimal, Decimal] | None = None
) -> ValueAxis:
    """An honest axis: from end to end of the scale, and else from zero.

    Args:
        values: All that is to be shown.
        scale: The least and the most that can be, if there is such.
    """
    if scale:
        ticks = _between(*scale)
    else:
        least, most = min(*values, Decimal(0)), max(*values, Decimal(0))
        ticks = _around(least, most if most > least else least + 1)
    return ValueAxis(ticks, _power(ticks))


def _between(least: Decimal, most: Decimal) -> tuple[Decimal, ...]:
    """Marks that begin at one end and come to the other; the ends alone, if no step does."""
    power = (most - least).adjusted() - 1
    for step in (Decimal(part).scaleb(power) for part in _PARTS):
        times = (most - least) / step
        # Where there is a zero between the ends, it has a mark.
        is_even = times == times.to_integral_value() and not (least < 0 < most and least % step)
        if 1 < times <= _MOST and is_even:
            return tuple(least + step * number for number in range(int(times) + 1))
    return (least, most)


def _around(least: Decimal, most: Decimal) -> tuple[Decimal, ...]:
    """Marks at whole steps, from the one below to the one above; zero is one of them."""
    step = _step(most - least)
    first, last = int((least / step).__floor__()), int((most / step).__ceil__())
    return tuple(step * number for number in range(first, last + 1))


def _step(span: Decimal) -> Decimal:
    """The least of 1, 2 and 5 times a power of ten that divides a span into few parts."""
    raw = span / (_MOST - 1)
    power = raw.adjusted()
    return next(step for step in _STEPS if step >= raw.scaleb(-power)).scaleb(power)


def _power(ticks: tuple[Decimal, ...]) -> int:
    most = max(abs(tick) for tick in ticks).adjusted()
    return most - most % 3 if most >= 6 or most < -3 else 0


def _plain(number: Decimal) -> Decimal:
    """The same number without zeros at the end of its decimals."""
    short = number.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short
