"""What is worked out of an item once, and kept with it: an item never changes.

In a preview it is kept from one edit to the next, since an item that was read lives on until its
file is another.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from synlighed.model.declare import Part

P = TypeVar("P", bound=Part)
T = TypeVar("T")


def once(work_out: Callable[[P], T]) -> Callable[[P], T]:
    """A function of an item and nothing else, that keeps its answer with the item."""
    name = f"{work_out.__module__}.{work_out.__qualname__}"

    @wraps(work_out)
    def kept_with_it(item: P) -> T:
        known: dict[str, Any] = item.__dict__
        if name not in known:
            known[name] = work_out(item)
        found: T = known[name]
        return found

    return kept_with_it
