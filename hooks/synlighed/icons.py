"""Icons from the sets that come with the theme, as inline SVG."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup


@cache
def icon(name: str) -> Markup:
    """The icon of that name, such as `material/cellphone`, hidden from screen readers.

    Raises:
        LookupError: the sets have no such icon.
    """
    file = _folder() / f"{name}.svg"
    if ".." in name or not file.is_file():
        raise LookupError(f"no icon called {name}")
    svg = file.read_text(encoding="utf-8").strip()
    return Markup(svg.replace("<svg ", '<svg class="sl-icon" aria-hidden="true" ', 1))


def exists(name: str) -> bool:
    """Whether the sets have an icon of that name."""
    try:
        icon(name)
    except LookupError:
        return False
    return True


@cache
def _folder() -> Path:
    theme = find_spec("material")
    if theme is None or not theme.submodule_search_locations:
        raise LookupError("mkdocs-material is not installed")
    return Path(theme.submodule_search_locations[0]) / "templates" / ".icons"
