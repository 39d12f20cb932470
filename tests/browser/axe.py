"""What axe finds wrong with an opened page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
Rules = dict[str, object]
# Its rules for WCAG 2.0 and 2.1, A and AA, and for good practice are on by themselves.
EVERYTHING: Rules = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
COLOURS: Rules = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}


def findings(page: Page, rules: Rules = EVERYTHING) -> list[str]:
    """Every finding of every rule, with the element it is about."""
    violations = AXE.run(page, options=rules).response["violations"]
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:300]}"
        for violation in violations
        for node in violation["nodes"]
    ]
