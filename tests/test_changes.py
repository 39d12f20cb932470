"""What is not asked again has the answer it had."""

from hypothesis import given, settings

from synlighed.asking import Answers
from synlighed.catalogue import Catalogue
from synlighed.changes import Changes, traces_of
from synlighed.memo import Memo
from tests.export.sample import catalogue_of, instrument, word
from tests.test_memo import catalogues, compiled


def changes(before: Catalogue, after: Catalogue) -> Changes:
    """What changes when one catalogue follows the other."""
    traces = traces_of(before, {})
    return Changes(traces, traces_of(after, traces))


@given(catalogues(), catalogues())
@settings(max_examples=50, deadline=None)
def test_whatever_has_another_answer_is_asked(before: Catalogue, after: Catalogue) -> None:
    found, now = changes(before, after), Answers(after)
    for question, answer in compiled(before, Memo()).answers.items():
        assert found.may_touch(question) or now.to(question) == answer, question


def test_an_edit_touches_the_item_its_kind_and_what_it_names_or_named() -> None:
    before = catalogue_of(
        instrument(1, spare_for=["maaler-2"]), instrument(2), instrument(3), instrument(4)
    )
    after = catalogue_of(
        instrument(1, spare_for=["maaler-3"]), instrument(2), instrument(3), instrument(4)
    )
    found = changes(before, after)
    for number in (1, 2, 3):
        assert found.may_touch(("incoming", "instruments", f"maaler-{number}"))
    assert found.may_touch(("find", "instruments", "maaler-1"))
    assert found.may_touch(("window", "instruments", 0, 48))
    assert not found.may_touch(("incoming", "instruments", "maaler-4"))
    assert not found.may_touch(("find", "instruments", "maaler-2"))


def test_an_item_more_or_less_touches_its_kind_and_no_other() -> None:
    less, more = catalogue_of(instrument(1)), catalogue_of(instrument(1), word("Ål", id="aal"))
    for found in (changes(less, more), changes(more, less)):
        assert found.may_touch(("find", "words", "aal"))
        assert found.may_touch(("count", "words"))
        assert not found.may_touch(("count", "instruments"))


def test_what_it_knows_nothing_of_is_always_asked() -> None:
    same = catalogue_of(instrument(1))
    assert changes(same, same).may_touch(("board",))
    assert changes(same, same).may_touch(("a_question_of_tomorrow", "instruments", "maaler-1"))
