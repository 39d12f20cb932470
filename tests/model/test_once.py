"""What is worked out of an item once, and never taken for another's."""

import pickle
from copy import copy

from synlighed.model.item import Item
from synlighed.model.once import once
from tests.export.sample import instrument

asked: list[str] = []


@once
def loud(item: Item) -> str:
    asked.append(item.title)
    return item.title.upper()


def test_it_is_worked_out_once_for_each() -> None:
    asked.clear()
    one, other = instrument(1, title="Måler"), instrument(2, title="Vægt")
    assert [loud(one), loud(other), loud(one)] == ["MÅLER", "VÆGT", "MÅLER"]
    assert asked == ["Måler", "Vægt"]


def test_an_item_is_equal_to_one_that_nobody_asked() -> None:
    one, same = instrument(1), instrument(1)
    loud(one)
    assert one == same and repr(one) == repr(same)


def test_a_copy_with_other_values_is_asked_anew() -> None:
    one = instrument(1, title="Måler")
    assert (loud(one), one.identity, one.order[1]) == (
        "MÅLER",
        ("instruments", "maaler-1"),
        "maaler-1",
    )
    changed = one.model_copy(update={"title": "Vægt", "id": "vaegt"})
    assert (loud(changed), changed.identity[1], changed.order[1]) == ("VÆGT", "vaegt", "vaegt")
    assert loud(copy(one)) == "MÅLER"
    deep = one.model_copy(update={"title": "Vægt", "id": "vaegt"}, deep=True)
    assert (loud(deep), deep.identity[1]) == ("VÆGT", "vaegt")


def test_it_is_not_kept_on_disk() -> None:
    asked.clear()
    one = instrument(1, title="Måler")
    before = pickle.dumps(one)
    loud(one)
    assert pickle.dumps(one) == before
    assert loud(pickle.loads(before)) == "MÅLER" and asked == ["Måler"] * 2
