"""A project in which all that is hidden from some readers can be told by its words.

Every free text, address and id of an item for fewer than all holds `zqintern` or `zqpartner`, after
the fewest who may see it; so do pages and files in `docs/`, and the navigation's names for them.
"""

import re
from pathlib import Path
from typing import Any

import yaml

from synlighed.model import discover
from synlighed.model.declare import Part, fields_of
from synlighed.model.fields import (
    DownloadName,
    Mailbox,
    Markdown,
    Number,
    PictureName,
    Url,
    Uuid,
)
from synlighed.visibility import Edition
from tests.corpus import dot, is_free_text, visibility_of, write_corpus
from tests.prose import forget_its_items
from tests.site.project import Project

SYNONYMS = """\
groups:
  - [måle, blodtryk, {partner}]
  - [samtykke, {internal}]
  - [hjemme, hos, "login {internal}"]
  - [håndsæt, bimmelim]
"""
"""Of each group, partners see what names nothing of the inside, and others nothing of either."""

FEEDBACK = """\
feedback:
  mailbox: {partner}svar@enhed.example
  visibility: partner
"""
"""Where partners answer, and nobody else knows of."""

PICTURE = "picturefile"
"""How the words end that pictures are called by."""

DOWNLOAD = "file"
"""How those end that files to take home are called by."""

_ID = re.compile(r"\b([a-z]+)-(\d+)\b")


def planted(visibility: Edition) -> str:
    """The word in all that only those who may see so much may see."""
    return f"zq{visibility}"


def plant_data(folder: Path, size: int, seed: int = 1) -> set[str]:
    """Writes a data folder; gives the words planted in it.

    Args:
        folder: Where.
        size: How many items, of which two in three are hidden from somebody.
        seed: Of the hidden items' content; the others' is the same for all.
    """
    write_corpus(folder, size)
    if seed != 1:
        _other_content(folder, size, seed)
    model, words = discover(), set()
    for kind in model:
        for file in sorted((folder / kind.kind.key).glob("*.yml")):
            item = yaml.safe_load(file.read_text(encoding="utf-8"))
            visibility = visibility_of(file.stem)
            if visibility is Edition.PUBLIC:
                _link_to_hidden(item, kind)
            else:
                words |= _plant(item, kind, f"{planted(visibility)}{kind.kind.key}{seed}")
                item["former_ids"] = [f"{planted(visibility)}-foer-{file.stem}"]
            text = yaml.safe_dump(item, allow_unicode=True, sort_keys=False)
            file.write_text(_ID.sub(_hidden_id, text), encoding="utf-8")
            file.rename(file.with_stem(_ID.sub(_hidden_id, file.stem)))
    internal, partner = (
        f"{planted(visibility)}apps{seed}title"
        for visibility in (Edition.INTERNAL, Edition.PARTNER)
    )
    assert {internal, partner} <= words
    said = SYNONYMS.format(internal=internal, partner=partner)
    (folder / "synonyms.yml").write_text(said, encoding="utf-8")
    with (folder / "site.yml").open("a", encoding="utf-8") as site:
        site.write(FEEDBACK.format(partner=planted(Edition.PARTNER)))
    for word in words:
        if word.endswith(PICTURE):
            (folder / "pictures" / f"{word}.png").write_bytes(dot(word))
        elif word.endswith(DOWNLOAD):
            (folder / "files" / f"{word}.txt").write_text(word, encoding="utf-8")
    return words


def _other_content(folder: Path, size: int, seed: int) -> None:
    """Replaces what the hidden items say."""
    others = write_corpus(folder.with_name(f"{folder.name}-{seed}"), size, seed=seed)
    for file in others.glob("*/*.yml"):
        if visibility_of(file.stem) is not Edition.PUBLIC:
            file.rename(folder / file.parent.name / file.name)


def _hidden_id(id: re.Match[str]) -> str:
    visibility = visibility_of(id[0])
    return id[0] if visibility is Edition.PUBLIC else f"{planted(visibility)}-{id[0]}-x"


def _link_to_hidden(item: dict[str, Any], kind: type[Part]) -> None:
    """Lets the prose of an item that everyone may see lead to others that they may not."""
    for field in fields_of(kind):
        if field.type is Markdown:
            item[field.key] += (
                "\nSe [den ene](services/services-1), [den anden][2], [den tredje](/apps/apps-2/ "
                '"Zqintern") og [den](projects/projects-0).\n\n[2]: contacts/contacts-2 "Zqintern"'
            )


def _plant(values: dict[str, Any], part: type[Part], word: str) -> set[str]:
    words = set()
    for field in fields_of(part):
        if field.key not in values:
            continue
        value, own = values[field.key], f"{word}{field.key.replace('_', '')}"
        if field.part:
            for inner in value if isinstance(value, list) else [value]:
                if isinstance(inner, dict):
                    words |= _plant(inner, field.part, own)
            continue
        if is_free_text(field):
            change = "{} {}"
        elif field.type is Url:
            change = "{}/{}"
        elif field.type is Mailbox:
            change = "{1}@enhed.example"
        elif field.type is Number:
            # It has a form of its own: four letters and a number.
            letters = "ZQIN" if "intern" in word else "ZQPA"
            values[field.key] = f"{letters}{value[4:]}"
            words.add(letters)
            continue
        elif field.type is Uuid:
            words.add(value)
            continue
        elif field.type is PictureName:
            values[field.key] = f"{own}.png"
            words.add(own)
            continue
        elif field.type is DownloadName:
            values[field.key] = f"{own}.txt"
            words.add(own)
            continue
        elif field.declared.unique and field.type is str:
            change = "{}.{}"
        else:
            continue
        several = isinstance(value, list)
        made = [change.format(old, own) for old in (value if several else [value])]
        values[field.key] = made if several else made[0]
        words.add(own)
    return words


def plant_docs(project: Project) -> None:
    """Writes pages that some may not see, and one for all that leads to them and to more."""
    forget_its_items(project.root)
    for visibility in (Edition.INTERNAL, Edition.PARTNER):
        word = planted(visibility)
        page = (
            f"---\nvisibility: {visibility}\n---\n# {word} side\n\n{word} ![{word}]({word}.png)\n"
        )
        project.write(f"docs/{word}/index.md", page)
        project.write(f"docs/{word}/{word}.png", word)
    project.write(
        "docs/for-alle.md",
        "---\nvisibility: offentlig\n---\n# For alle\n\n"
        "![Billedet](for%20alle.png), "
        "[en side](zqintern/index.md), [en anden](/zqpartner/index.md#zqpartner-side), "
        '[en app](/apps/zqintern-apps-2-x.md "Zqintern"), [et kontaktpunkt][k].\n\n'
        "[k]: /hjaelp/zqintern-contacts-2-x.md\n",
    )
    project.write("docs/for alle.png", "for alle")
    project.change(
        "mkdocs.yml",
        "  - Om:\n",
        "  - For alle: for-alle.md\n"
        "  - Zqintern: [{Zqintern del: zqintern/index.md}]\n"
        "  - Zqpartner: zqpartner/index.md\n"
        "  - Om:\n",
    )
