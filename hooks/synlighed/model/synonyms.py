"""`data/synonyms.yml`: what means the same to whoever searches."""

from typing import Annotated, Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from synlighed.model.declare import Part, required
from synlighed.model.fields import TEXT_SCHEMA, Reads

LONGEST = 60
"""Characters of a word or short name."""

MOST_WORDS = 4
"""Words of a short name; what has more is a question or a sentence."""

_FORM = rf"^\s*\S+(\s+\S+){{0,{MOST_WORDS - 1}}}\s*$"


class _AtLeastTwo:
    """Tells an editor how few a group can be; that fewer are refused is for the rules."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "minItems": 2}


# What is wrong with one word is for the rules to say: a field that refuses one loses all groups,
# and the editor would not hear of the rest.
Name = Annotated[
    str, Reads(str.strip, {**TEXT_SCHEMA, "minLength": 1, "maxLength": LONGEST, "pattern": _FORM})
]
Group = Annotated[tuple[Name, ...], _AtLeastTwo()]


class Synonyms(Part):
    """The words and short names that mean the same, group by group."""

    source: str
    """The file itself, as a path from the root of the repository."""

    groups: tuple[Group, ...] = required(
        "Grupper",
        "Ord eller korte navne, der betyder det samme for den, der søger: én gruppe på hver linje.",
        "[mobil, telefon, smartphone]",
    )
