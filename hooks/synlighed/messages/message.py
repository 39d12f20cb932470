"""What an editor is shown about one kind of mistake."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """What is wrong, and how it is mended; `{names}` are filled in from the problem."""

    text: str
    hint: str = ""
