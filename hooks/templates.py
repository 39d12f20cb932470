"""MkDocs events about the theme: its templates are read once, and its search is left out."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from synlighed.digest import digest

_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")

_kept: dict[bytes, Environment] = {}
"""The environment of the last build, by what it was made of."""


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Lets the theme give the templates of the last build, as long as it is the same theme."""
    config.theme.get_env = lambda: _environment(config.theme)  # type: ignore[method-assign]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leaves out what the theme's own search would fetch, a megabyte that nobody asks for."""
    for file in [file for file in files if file.src_uri.startswith(_SEARCH)]:
        files.remove(file)
    return files


def _environment(theme: Theme) -> Environment:
    made_of = _digest(theme)
    if made_of not in _kept:
        _kept.clear()
        env = _kept[made_of] = Theme.get_env(theme)
        # Looked for among Material's ten thousand icons, which MkDocs has no use for.
        names = [name for name in env.list_templates() if not name.startswith(".")]
        env.list_templates = lambda extensions=None, filter_func=None: [  # type: ignore[method-assign]
            name for name in names if not filter_func or filter_func(name)
        ]
    return _kept[made_of]


def _digest(theme: Theme) -> bytes:
    """What tells a theme from another; that of a package is the same as long as we run."""
    ours = Path(theme.custom_dir or ".")
    files = sorted(file for file in ours.rglob("*") if theme.custom_dir and file.is_file())
    return digest(
        repr((theme.dirs, theme.locale)),
        *(digest(file.relative_to(ours).as_posix(), file.read_bytes()) for file in files),
    )
