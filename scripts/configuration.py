"""What mkdocs.yml says, read without the tags that only MkDocs understands."""

import yaml
from inside import ROOT

from synlighed.visibility import Edition


def site_url(edition: Edition) -> str:
    """Where an edition is published; ends with `/`, and is that alone when nobody knows."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    plain = yaml.compose(text, Loader=yaml.CSafeLoader)
    where = ["site_url"] if edition.is_internal else ["extra", "site_urls", edition.value]
    for key in where:
        found = {key.value: value for key, value in plain.value} if plain else {}
        plain = found.get(key)
    return f"{plain.value.rstrip('/') if plain else ''}/"
