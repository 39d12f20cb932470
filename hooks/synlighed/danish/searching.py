"""Danish words as a search compares them: spelled in one way, and without their endings.

The browser does the same to what a reader types (`docs/assets/search/danish.js`); the cases under
`tests/search/words.yml` are run through both.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from snowballstemmer import stemmer

_COMPOSED = (("a\u030a", "å"), ("a\u0308", "æ"), ("o\u0308", "ø"), ("u\u0308", "y"))
_MARKS = re.compile(r"[\u0300-\u036f]+")
_SPELLED_OUT = (("ae", "æ"), ("oe", "ø"), ("aa", "å"), ("ß", "ss"), ("œ", "ø"))
# Words, and what points and hyphens make one of them: e-mail, AK-04, dk.digst.hc.
_WORD = re.compile(r"[^\W_]+(?:[-.·'’‑][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_SMALL = """
    ad af aldrig alle allerede alt altid anden at bare blev blive bliver burde både bør da de
    dem den denne der deres derfor derhen det dette dig din dine disse dit dog du efter egentlig
    eller ellers en end enten er et faktisk for fordi fra få får før gerne gå går gør gøre ham
    han har hen hende her hos hun hvad hvem hver hverken hvilke hvilken hvilket hvis hvor
    hvordan hvorfor hvornår i ifm igen ikke ind inden jeg jer jeres jo kan kun kunne lige man
    mange med meget mellem men mens mig min mine mit mod må måske måtte ned nogen nogensinde
    noget nogle nr nu når nær og også om op os over overhovedet på samt selv sig sin sine sit
    skal skulle som stadig så sådan til ud uden under var ved vel vi vil ville virkelig vores
    vær være været
"""
_stemmer = stemmer("danish")


def words_of(text: str) -> Iterator[str]:
    """The words of a text as they are compared, in order.

    What points or hyphens join is given as one word as well, after its parts: `e`, `mail`, `email`.
    """
    return map(stem, _written_in(text))


def telling_words_of(text: str) -> Iterator[str]:
    """The same without the small words."""
    return (stem(word) for word in _written_in(text) if word not in SMALL_WORDS)


def _written_in(text: str) -> Iterator[str]:
    for found in _WORD.finditer(spelled(text)):
        parts = _PART.findall(found[0])
        yield from parts
        if len(parts) > 1:
            yield "".join(parts)


def as_one_word(text: str) -> str:
    """All of a text as one word: `mitsygehus` of `Mit Sygehus`."""
    return stem("".join(_PART.findall(spelled(text))))


def spelled(text: str) -> str:
    """A text in small letters, with æ, ø and å for how they are written elsewhere.

    ae, ä and á become æ, æ and a; so `aeble` and `Äble` are `æble`, and `poesi` is `pøsi` wherever
    it stands.
    """
    small = unicodedata.normalize("NFD", text.lower())
    for composed, letter in _COMPOSED:
        small = small.replace(composed, letter)
    small = _MARKS.sub("", small)
    for letters, letter in _SPELLED_OUT:
        small = small.replace(letters, letter)
    return unicodedata.normalize("NFC", small)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its ending: `godkend` of `godkendelser`. What holds digits keeps them.

    The Danish stemmer of Snowball (https://snowballstem.org/algorithms/danish/stemmer.html).
    """
    return word if any(map(str.isdigit, word)) else _stemmer.stemWord(word)


SMALL_WORDS = frozenset(spelled(_SMALL).split())
"""Words that say little of what somebody is looking for, unless they are its whole name."""

SMALL_STEMS = frozenset(map(stem, SMALL_WORDS))
"""The same as they are compared; a word that says much may become one of them, as `digst` does."""
