"""Which devices an app is for: an answer for each owner and each way of using one."""

from dataclasses import dataclass
from typing import Literal

from synlighed.model.apps import App
from synlighed.model.fields import UNKNOWN, Unknown

Answer = Literal["Ja", "Nej", "Ikke oplyst"]

# The values are those of the fields `device_ownership` and `usage_mode`.
_OWNERS = {
    "regional": "Regionen",
    "kommunal": "Kommunen",
    "borger": "Borgeren eller patienten selv",
}
_MODES = {
    "personlig": "Én bruger har den for sig selv",
    "delt": "Flere deles om den, som en funktionstelefon",
}


@dataclass(frozen=True)
class Device:
    """A sort of device, and whether the app is for it."""

    label: str
    answer: Answer


@dataclass(frozen=True)
class Devices:
    """The sorts of devices by one of the things that tell them apart."""

    title: str
    devices: tuple[Device, ...]


def devices_of(app: App) -> tuple[Devices, ...]:
    """What is known of which devices an app is for."""
    return (
        Devices("Hvem ejer enheden?", _devices(_OWNERS, app.device_ownership)),
        Devices("Hvem bruger den?", _devices(_MODES, app.usage_mode)),
    )


def _devices(
    labels: dict[str, str], named: str | tuple[str, ...] | Unknown | None
) -> tuple[Device, ...]:
    return tuple(Device(label, _answer(value, named)) for value, label in labels.items())


def _answer(value: str, named: str | tuple[str, ...] | Unknown | None) -> Answer:
    """An answer is given by naming what the app is for: then all the rest is a no."""
    if named is None or named is UNKNOWN:
        return "Ikke oplyst"
    return "Ja" if value in _as_tuple(named) else "Nej"


def _as_tuple(named: object) -> tuple[object, ...]:
    return named if isinstance(named, tuple) else (named,)
