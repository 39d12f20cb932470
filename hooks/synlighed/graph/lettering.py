"""How much room text takes, when nobody knows what font a reader has.

Widths are those of DejaVu Sans, the widest font that a system is likely to have, so that a text is
at most as wide as is said here: Liberation Sans is a tenth narrower, and so are those of Windows,
macOS and Android.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

BOLD = 1.14
"""So much wider is a text in bold."""

_WIDTHS = {
    0.3: "'Iijl",
    0.35: " ,./:;|·",
    0.4: "()-[]ft‐",
    0.5: '!r"*J`',
    0.6: "csz?L_kvxy–",
    0.65: "0123456789$FTabdeghnopqu{}øåéüöä€",
    0.7: "ABEKPSVXYZÅ",
    0.8: "CNRU",
    0.85: "&DGHOQØ#+<=>w~",
    0.9: "M",
    1.05: "%WmæÆ…—@œ",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHERS = 0.9
_WIDEST = 1.45
"""An emoji, or a sign of Chinese."""
_ATTACHED = ("Mn", "Me", "Cf")
_JOINER = "\u200d"
_SKINS = range(0x1F3FB, 0x1F400)
_FEWEST = 3
"""Letters of a word alone on a line."""
_BREAKS_AFTER = "-/_.@"


def width_of(text: str, size: float) -> float:
    """The most that a text is wide, in the unit of its size."""
    return sum(map(_width_of, text)) * size


def wrapped(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """A text in lines that fit; if there would be too many, the last ends with an ellipsis.

    Args:
        text: What is to be set; its spaces are where it may be broken.
        size: Of the letters.
        room: How wide a line may be.
        most: How many lines there may be.
    """
    lines: list[str] = []
    line = ""
    for piece, joined in _pieces(text, size, room):
        longer = f"{line}{'' if joined else ' '}{piece}" if line else piece
        if line and width_of(f"{longer}{_hyphen(longer)}", size) > room:
            lines.append(f"{line}{_hyphen(line) if joined else ''}")
            line = piece
        else:
            line = longer
        if len(lines) == most:
            return (*lines[:-1], _cut(lines[-1], size, room))
    return (*lines, line)


def _pieces(text: str, size: float, room: float) -> Iterator[tuple[str, bool]]:
    """The words of a text, and the parts of those that fit no line; whether each goes on a word."""
    for word in text.split():
        if width_of(word, size) <= room:
            yield word, False
            continue
        parts: list[list[str]] = [[]]
        for letter in _letters(word):
            # Room for the hyphen it may be given.
            if parts[-1] and width_of(f"{''.join(parts[-1])}{letter}-", size) > room:
                parts.append([])
            parts[-1].append(letter)
        if len(parts) > 1 and (lacking := _FEWEST - len(parts[-1])) > 0:
            parts[-1][:0] = parts[-2][-lacking:]
            del parts[-2][-lacking:]
        for number, part in enumerate(parts):
            if part:
                yield "".join(part), number > 0


def _letters(word: str) -> Iterator[str]:
    """What a reader takes for single signs, whatever they are made of."""
    sign = ""
    for letter in word:
        if sign and not _goes_on(sign, letter):
            yield sign
            sign = ""
        sign += letter
    yield sign


def _goes_on(sign: str, letter: str) -> bool:
    return unicodedata.category(letter) in _ATTACHED or sign[-1] == _JOINER or ord(letter) in _SKINS


def _hyphen(line: str) -> str:
    """What a line ends with whose word goes on in the next."""
    return "" if line[-1] in _BREAKS_AFTER else "-"


def _cut(line: str, size: float, room: float) -> str:
    signs = list(_letters(line.removesuffix("-")))
    while signs and width_of(f"{''.join(signs)} …", size) > room:
        signs.pop()
    return f"{''.join(signs).rstrip()} …"


@cache
def _width_of(letter: str) -> float:
    found = _WIDTH_OF.get(letter)
    if found is not None:
        return found
    if unicodedata.category(letter) in _ATTACHED:
        return 0
    if unicodedata.east_asian_width(letter) in "WF" or unicodedata.category(letter) == "So":
        return _WIDEST
    return _OTHERS
