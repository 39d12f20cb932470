"""Devices that can be borrowed."""

from synlighed.model.declare import optional, required
from synlighed.model.fields import Date, Line, Ref
from synlighed.model.item import Item, Kind


class Device(Item):
    """A telephone or a tablet."""

    kind = Kind("devices", "enheder", "enhed", "enheder", "Enheder", card=("colour",))

    colour: Line = required("Farve", "Så den kan kendes.", "rød")
    unit: Ref = required("Hører til", "Hvor.", "ouh", to="organisations", inverse="Låner ud")
    bought: Date | None = optional("Købt", "Hvornår.", "1. maj 2026", section="Historie")
