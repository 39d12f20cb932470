"""The words that messages to an editor are filled in with.

Like `messages`, they are data that no code decides over: why a date was refused, what a file turned
out to be, what an invisible sign is called.
"""

from collections.abc import Mapping

KINDS_OF_NODE: Mapping[str, str] = {
    "text": "en tekst",
    "list": "en liste",
    "mapping": "en gruppe af felter",
    "nothing": "ingenting",
}
"""What can stand in a data file, as the messages name it."""

REASONS: Mapping[str, str] = {
    "FORM": "sådan skrives datoer ikke",
    "NO_DAY": "dagen mangler",
    "NO_SUCH_DAY": "den dag findes ikke i måneden",
    "NO_SUCH_MONTH": "den måned findes ikke",
    "NO_SUCH_TIME": "det klokkeslæt findes ikke",
    "NO_TIME": "klokkeslættet mangler",
    "SHORT_YEAR": "årstallet skal have fire cifre",
    "SKIPPED": "det klokkeslæt bliver sprunget over den nat, hvor uret stilles frem",
    "WRONG_SEASON": "uret er ikke stillet sådan på den dato",
    "WRONG_WEEKDAY": "ugedagen passer ikke med datoen",
    "YEAR": "årstallet er for langt væk",
}
"""Why a date or a moment could not be read, by the names of `danish.dates`' reasons."""

FILES: Mapping[bytes, str] = {
    b"PK\x03\x04": "et dokument fra Word eller Excel eller en zip-fil",
    b"\xd0\xcf\x11\xe0": "et ældre dokument fra Word eller Excel",
    b"%PDF": "en PDF",
    b"{\\rtf": "et dokument i formatet RTF",
}
"""What else than text an editor may save under a name that ends in `.yml`, by how it begins."""

SIGNS: Mapping[str, str] = {
    "\u00ad": "en blød bindestreg",
    "\u200b": "et mellemrum uden bredde",
    "\ufeff": "et mærke, der hører til først i filen",
}
"""What signs that cannot be seen are called; the rest are named by their kind."""

UNKNOWN_IS_ALLOWED = "Ved I det ikke endnu, så skriv »ukendt«."
UNKNOWN_IS_ALLOWED_IN = "Kender I ikke {fields} endnu, så skriv »ukendt«."
UNKNOWN_IS_ALLOWED_BUT_IN = "Ved I ikke alt endnu, så skriv »ukendt«, bare ikke i {fields}."
