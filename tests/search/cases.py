"""The cases of `words.yml`: what the search makes of words, in Python and in a browser."""

from pathlib import Path

import yaml

_CASES = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))

WORDS: list[tuple[str, list[str]]] = [(c["of"], str(c["are"]).split()) for c in _CASES["words"]]
"""A text, and its words as they are compared."""

JOINED: list[tuple[str, str]] = [(c["of"], c["is"]) for c in _CASES["joined"]]
"""A text, and all of it as one word."""

COMPOUNDS: list[tuple[str, list[str], list[str]]] = [
    (c["word"], c["known"].split(), c["parts"].split()) for c in _CASES["compounds"]
]
"""A word, the words that are known, and what of these it is made of."""
