"""What a page leaves behind when it is made: nothing that only a garbage collector finds.

None runs while a site is compiled, so at 10,000 items such circles took two hundred MB. A template
that both defines a macro and uses it makes one; a macro belongs in a file of its own.
"""

import gc
from datetime import date
from pathlib import Path

from synlighed.cataloguing import compile_catalogue
from synlighed.load import load
from synlighed.model import discover
from synlighed.site import Settings, compile_site
from tests.conftest import ROOT

TODAY = date(2026, 11, 23)


def test_no_template_holds_on_to_what_it_showed() -> None:
    made, _ = compile_catalogue(load(ROOT / "data", discover(), shown_as="data"), TODAY)
    assert made
    compile_site(made, Settings())
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        compile_site(made, Settings())
        gc.collect()
        macros = {
            Path(left.__code__.co_filename).name
            for left in gc.garbage
            if getattr(left, "__qualname__", "") == "root.<locals>.macro"
        }
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert macros == set()
