"""The rules of a guideline, each with a number that can be linked to."""

from markupsafe import Markup

from synlighed.danish.slugs import slugify
from synlighed.model.guidelines import Guideline
from synlighed.pages.here import Here, block


def shown_rules(guideline: Guideline, here: Here) -> Markup:
    """The rules one by one; nothing as long as there are none."""
    rules = guideline.rules if isinstance(guideline.rules, tuple) else ()
    if not rules:
        return Markup()
    anchored = [(slugify(rule.code.replace(".", "-")), rule) for rule in rules]
    return block("rules.html", here, rules=anchored)
