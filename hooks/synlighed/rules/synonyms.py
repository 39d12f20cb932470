"""`synonyms.yml`: each group holds words that mean one thing, and each word means one."""

from collections.abc import Iterator

from synlighed.danish.searching import words_of
from synlighed.load import Loaded
from synlighed.load.loaded import LoadedSynonyms
from synlighed.model.relation import Place
from synlighed.model.synonyms import LONGEST, MOST_WORDS
from synlighed.problems import Problem


def check_synonyms(loaded: Loaded) -> Iterator[Problem]:
    """No group of one, no word in two groups, none that is a sentence or has no letters."""
    if loaded.synonyms:
        yield from _alone(loaded.synonyms)
        yield from _no_words(loaded.synonyms)
        yield from _repeated(loaded.synonyms)


def _alone(synonyms: LoadedSynonyms) -> Iterator[Problem]:
    for number, group in enumerate(synonyms.groups):
        if len(group) == 1:
            yield synonyms.problem("F319", ("groups", number, 0), args={"value": group[0]})


def _no_words(synonyms: LoadedSynonyms) -> Iterator[Problem]:
    limits = {"words": MOST_WORDS, "longest": LONGEST}
    for _, place, name in _names(synonyms):
        if len(name) > LONGEST or len(name.split()) > MOST_WORDS:
            yield synonyms.problem("F322", place, args={"value": name, **limits})
        elif not any(map(str.isalpha, name)):
            yield synonyms.problem("F323", place, args={"value": name})


def _repeated(synonyms: LoadedSynonyms) -> Iterator[Problem]:
    """As the search compares them: `Mobil` and `mobiler` are one."""
    first: dict[tuple[str, ...], tuple[int, Place, str]] = {}
    for number, place, name in _names(synonyms):
        words = tuple(words_of(name))
        group, there, other = first.setdefault(words, (number, place, name))
        if not words or there == place:
            continue
        about = {"value": name, "other": other}
        if group == number:
            yield synonyms.problem("F320", place, args=about)
        else:
            line = synonyms.line(there)
            yield synonyms.problem("F321", place, args={**about, "line": line})


def _names(synonyms: LoadedSynonyms) -> Iterator[tuple[int, Place, str]]:
    """Each word or name, with the number of its group and its place."""
    for number, group in enumerate(synonyms.groups):
        for place, name in enumerate(group):
            yield number, ("groups", number, place), name
