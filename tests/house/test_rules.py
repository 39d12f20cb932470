"""The rules of the house that a reader of one file cannot see are kept."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from synlighed.model import discover
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.item import Item
from synlighed.model.relation import relations_of
from synlighed.model.site import Site
from synlighed.model.synonyms import Synonyms

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "hooks" / "synlighed"
HOOKS = sorted((ROOT / "hooks").rglob("*.py"))
SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))
TEMPLATES = sorted(PACKAGE.glob("*/templates/*.html"))
THEME = sorted((ROOT / "hooks" / "theme").rglob("*.html"))

HELPERS = (
    "inside.py", "arguments.py", "configuration.py", "measuring.py", "publication.py",
    "posting.py", "registry.py", "sending.py", "sent.py", "tarball.py",
)  # fmt: skip
"""What scripts share; none of them is a command."""

ORDER = (
    {
        "danish", "messages", "wording", "markdown", "icons", "digest", "navigation", "memory",
        "visibility", "wholefile", "places", "vendored", "graph",
    },
    {
        "problems", "sitepage", "environment", "unlinking", "feeds", "pictures", "downloads",
        "charts",
    },
    {"status"},
    {"prose"},
    {"model"},
    {
        "abbreviations", "alphabet", "calendar", "feedback", "inverse", "lists", "roadmap",
        "states", "synonyms",
    },
    {"answers", "owned", "similar", "urls"},
    {"kept"},
    {"gaps"},
    {"load"},
    {"rules"},
    {"catalogue", "draft", "series"},
    {"edition", "cataloguing"},
    {"asking"},
    {"changes"},
    {"memo"},
    {"filed"},
    {"newsfeeds", "oversight"},
    {"made"},
    {"entrances"},
    {"addresses"},
    {"watching"},
    {"export", "staging", "map", "state", "serving"},
    {"search"},
    {"pages"},
    {"newsletter"},
    {"site", "preview"},
)  # fmt: skip
"""A part may import those above it, and none beside it. A new part must be given its place."""

LONGEST = 400
"""Lines of a module; then it says more than one thing."""

MAY_TOUCH_DISK = {
    "compile.py": "the hook hands MkDocs the root folder",
    "serving.py": "reads the built site, and writes beside it",
    "synlighed/load/": "reads the data",
    "synlighed/icons.py": "reads the theme's icons",
    "synlighed/staging.py": "writes a staged site",
    "synlighed/state/": "keeps what a build made",
    "synlighed/wholefile.py": "replaces files",
    "synlighed/vendored.py": "reads the code that is installed from npm",
    "synlighed/map/": "keeps what the platform answered",
    "synlighed/environment.py": "says where the data folder is",
}
TOUCHES_DISK = {
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "iterdir", "glob",
    "scandir", "rglob", "is_file", "is_dir", "exists", "stat", "unlink", "rename", "rmtree",
    "copytree",
}  # fmt: skip

IMPURE = {"os", "time", "random", "socket", "subprocess", "urllib.request", "locale", "tempfile"}
"""What a pure function has no use for; `urllib.parse` and `datetime.date` are only arithmetic."""


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def name_of(file: Path) -> str:
    """A file as these tests call it: `synlighed/load/nodes.py`, `scripts/new.py`."""
    path = file.relative_to(ROOT).as_posix()
    return path.removeprefix("hooks/")


def part_of(file: Path) -> str:
    """The part of the package that a file belongs to: `load`, `catalogue`."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(file: Path) -> Iterator[str]:
    """The full name of every module a file imports, also inside functions."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports relatively"
            module = node.module or ""
            # `from synlighed import markdown` names a module, `from pathlib import Path` does not.
            yield from (
                f"{module}.{alias.name}" if module == "synlighed" else module
                for alias in node.names
            )


def parts_imported(file: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(file) if name.startswith("synlighed.")}


def calls(file: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(file)) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """The last name of what is called: `print`, `read_text`."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def in_package(*names: str) -> list[Path]:
    """The files of the package that do not begin with one of these names."""
    files = [file for file in HOOKS if PACKAGE in file.parents]
    return [file for file in files if not name_of(file).startswith(names)]


@pytest.mark.parametrize("file", in_package("synlighed/__init__.py"), ids=name_of)
def test_imports_point_one_way(file: Path) -> None:
    """A part knows the parts it is built on, and not those built on it or beside it."""
    place = {part: level for level, parts in enumerate(ORDER) for part in parts}
    part = part_of(file)
    assert part in place, f"give {part} a place in ORDER, and in ARCHITECTURE.md"
    for other in parts_imported(file) - {part}:
        assert place[other] < place[part], f"{part} may not import {other}"


def test_modules_of_one_part_form_no_ring() -> None:
    """Within a part, too, imports point one way."""
    for file in in_package():
        name = "synlighed." + file.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".")
        seen: set[str] = set()
        new = {name}
        while new:
            module = new.pop()
            seen.add(module)
            path = PACKAGE / Path(*module.split(".")[1:])
            source = path.with_suffix(".py") if path.with_suffix(".py").exists() else None
            for other in imports(source) if source else ():
                assert other != name, f"{name} and {module} import each other"
                if other.startswith("synlighed.") and other not in seen:
                    new.add(other)


def test_only_hooks_import_mkdocs() -> None:
    """Another renderer needs other adapters, and nothing else."""
    files = [*HOOKS, *SCRIPTS]
    importers = {
        name_of(file)
        for file in files
        if any(name.partition(".")[0] in ("mkdocs", "material") for name in imports(file))
    }
    assert importers == {
        "by_hand.py", "compile.py", "compiled.py", "edition.py", "feedback.py", "frame.py",
        "preview.py", "serving.py", "templates.py",
    }  # fmt: skip


def test_the_network_is_met_in_one_place() -> None:
    """Only the connection to the platform may ask another host, and what installs the project."""
    for file in [*HOOKS, *SCRIPTS]:
        asked = {"requests", "urllib.request", "http.client", "ftplib"} & set(imports(file))
        may_ask = name_of(file).startswith(("synlighed/map/", "scripts/registry.py"))
        assert not asked or may_ask, f"{file}: {asked}"
        assert "requests" not in asked or name_of(file) == "synlighed/map/client.py"


def test_environment_is_read_by_adapters_only() -> None:
    """What the environment says is an argument to everything else."""
    for file in in_package("synlighed/environment.py"):
        assert "environment" not in parts_imported(file), file


@pytest.mark.parametrize("file", in_package(*MAY_TOUCH_DISK), ids=name_of)
def test_only_loading_opens_files(file: Path) -> None:
    """No other part of the package reads or writes a file."""
    touched = {called(call) for call in calls(file)} & TOUCHES_DISK
    assert not touched, f"{name_of(file)} calls {touched}"
    assert "pathlib" not in set(imports(file)), f"{name_of(file)} knows paths"


@pytest.mark.parametrize(
    "file",
    in_package(
        "synlighed/environment.py",
        "synlighed/load/disk.py",
        "synlighed/map/",
        "synlighed/state/",
        "synlighed/wholefile.py",
    ),
    ids=name_of,
)
def test_the_compile_knows_no_clock_and_no_environment(file: Path) -> None:
    """The same data gives the same bytes: whatever differs between two runs is an argument."""
    assert not IMPURE & set(imports(file))
    clocks = {"now", "today", "utcnow", "fromtimestamp", "getenv"}
    assert not clocks & {called(call) for call in calls(file)}


@pytest.mark.parametrize("file", HOOKS, ids=name_of)
def test_only_scripts_print_or_exit(file: Path) -> None:
    """A library that prints or exits cannot be used by another program."""
    assert not {"print", "input", "exit", "quit", "_exit"} & {called(call) for call in calls(file)}
    names = {node.attr for node in ast.walk(tree(file)) if isinstance(node, ast.Attribute)}
    assert not {"stdout", "stderr", "argv"} & names
    assert "SystemExit" not in {n.id for n in ast.walk(tree(file)) if isinstance(n, ast.Name)}


@pytest.mark.parametrize("file", [*HOOKS, *SCRIPTS], ids=name_of)
def test_a_module_says_one_thing(file: Path) -> None:
    """It is short, and says in its docstring what it is for."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST
    assert ast.get_docstring(tree(file)), f"{file} has no docstring"


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_a_script_sees_to_its_own_environment(file: Path) -> None:
    """Every command can be typed as it is in a bare clone, so it imports `inside` first."""
    if file.name in HELPERS:
        return
    first = next(n for n in tree(file).body if isinstance(n, (ast.Import, ast.ImportFrom)))
    assert isinstance(first, ast.Import) and first.names[0].name == "inside"
    assert file.stat().st_mode & 0o111, f"{file.name} cannot be run"
    assert file.read_text(encoding="utf-8").startswith("#!/usr/bin/env python3\n")


# ---- Safe: no text is trusted


TRUSTED = {
    "synlighed/icons.py": {
        # The theme's own files.
        """svg.replace("<svg ", '<svg class="sl-icon" aria-hidden="true" ', 1)""",
    },
    "synlighed/newsletter/html.py": {
        # Cleaned by nh3.
        "markdown.styled(intro, PROSE)",
    },
    "synlighed/pages/here.py": {
        # Cleaned by nh3.
        "markdown.render(text, self._resolve)",
        # A template, which escapes.
        "fill(template, here=here, **content)",
    },
    "synlighed/pages/linked_data.py": {
        # JSON, in which every sign of HTML is escaped.
        "text.translate(_ESCAPES)",
    },
    "synlighed/pages/present.py": {
        # One of two constants.
        "form",
        '"Ja" if value else "Nej"',
        # Digits, commas and points.
        "format_number(value)",
    },
}
"""Every place where something not written in the code itself is called safe, and why it is."""


@pytest.mark.parametrize("file", HOOKS, ids=name_of)
def test_only_constants_are_markup(file: Path) -> None:
    """Text becomes HTML through `Markup("...").format(text)` or a template: both escape it."""
    source = file.read_text(encoding="utf-8")
    found = {
        re.sub(r"\s+", " ", ast.get_source_segment(source, call.args[0]) or "")
        for call in calls(file)
        if called(call) == "Markup" and call.args and not isinstance(call.args[0], ast.Constant)
    }
    assert found <= TRUSTED.get(name_of(file), set())


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_no_template_turns_escaping_off(file: Path) -> None:
    """Not for a value, not for a block."""
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*(safe|tojson|xmlattr)\b|autoescape|Markup", text)
    # An attribute without quotation marks ends at the first space of its value.
    assert not re.search(r"=\s*\{\{", re.sub(r'"[^"]*"', '""', text))


# ---- Links


def test_relative_links_are_written_in_one_place() -> None:
    """So they only lead to addresses that exist, and the site can lie in any folder."""
    climbing = {
        (name_of(file), node.value)
        for file in HOOKS
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "../" in node.value
    }
    assert {place for place in climbing if "$schema=" not in place[1]} == {
        ("synlighed/addresses.py", "../"),
        # The address of a data file in the repository, beside docs/.
        ("compiled.py", "../"),
    }


MADE_BY_LINK = {
    "{{ here.to_item(card.item) }}", "{{ here.to_item(item) }}", "{{ here.to_item(contact) }}",
    "{{ here.to_item(topic.contact) }}",
    "{{ csv }}", "{{ json }}", "{{ door.href }}", "{{ page.href }}", "{{ links.all_at }}",
    "{{ value.href }}", "{{ always.href }}", "{{ lost }}", "{{ narrower }}",
    "{{ here.to_kind(kind) }}",
    "{{ here.to_status() }}", "{{ here.link(one.url) }}", "{{ here.link(plan.url) }}",
    "{{ here.link(item.url) }}", "{{ here.link(state.item.url) }}",
    "{{ shown.href }}", "{{ shown.bars }}", "{{ one.href }}",
    "{{ here.link(files.FEED) }}", "{{ here.link(files.STATUS) }}",
    "{{ here.link(files.HISTORY) }}",
    "{{ href }}", "{{ canonical }}", "{{ favicon }}",
    "{{ here.link(files.MAINTENANCE) }}",
    "{{ deadlines }}",
    "{{ around.all_at }}", "{{ calendar }}", "{{ calendar.href }}", "{{ cell.href }}",
    "{{ event.file }}", "{{ event.series }}", "{{ everything }}", "{{ feed }}", "{{ maintenance }}",
    "{{ series.file }}", "{{ subscribe }}", "{{ talks }}",
    "{{ here.to_talks() }}", "{{ here.to_subscribe() }}",
    "{{ here.to_item(speaker.ambassador) }}",
    "{{ answer.href }}", "{{ template.url }}", "{{ example }}", "{{ notices }}",
    "{{ here.to_item(route) }}", "{{ here.to_item(entry.item) }}",
    "{{ here.to_item(criterion) }}", "{{ here.to_item(shown.actor) }}",
    "{{ here.to_item(loss.contact) }}", "{{ here.to_item(loss.process) }}",
    "{{ here.to_kind(item.kind) }}", "{{ here.to_kind(process.kind) }}",
    "{{ here.to_item(one) }}", "{{ here.to_item(older) }}", "{{ here.to_item(newer) }}",
    "{{ here.to_item(issue) }}", "{{ here.to_item(news.corrects) }}",
    "{{ here.to_kind(news[0].kind) }}", "{{ issue.href }}", "{{ issues }}", "{{ news }}",
    "{{ opml }}", "{{ roadmap }}",
    "{{ half.href }}", "{{ here.to_item(row.item) }}", "{{ format.href }}", "{{ story.href }}",
    "{{ story.picture.src }}", "{{ news.picture.src }}",
    "{{ here.to_kind(issue.kind) }}",
    "{{ here.to_item(one.trend) }}", "{{ here.to_item(tool) }}", "{{ panel.content.file }}",
    "{{ entry.href }}", "{{ letter.href }}", "{{ search }}", "{{ way.href }}",
    "{{ node.href }}",
    "{{ here.to_item(fresh.ask) }}", "{{ here.to_item(owner) }}", "{{ told.href }}",
    "{{ how }}", "{{ all[0] }}",
    "{{ all }}", "{{ mail }}", "{{ page }}", "{{ preview }}",
    "{{ area.href }}", "{{ areas }}", "{{ challenges }}", "{{ claim.href }}",
    "{{ here.to_item(one.contact) }}", "{{ other }}", "{{ overview }}",
    "{{ all_owners }}", "{{ all_series }}", "{{ back }}", "{{ drift.href }}",
    "{{ here.to_item(shown.metric) }}", "{{ here.to_kind(shown.kind) }}",
    # In mails: absolute, made by a `Here` that sees the site from afar, or the name of a part.
    "{{ letter.home }}", "{{ source(story.picture) }}",
    "mailto:{{ letter.mailbox }}", "mailto:{{ letter.unsubscribe }}",
    # The front page of a preview.
    "{{ root }}",
    # Addresses that the field's type has read: http, https, and what a mail address is made of.
    "{{ material.url }}", "{{ slot.url }}", "{{ series.url }}", "{{ told.url }}",
    "{{ talk.mail }}", "{{ row.mail }}", "mailto:{{ told.mailbox }}",
    "{{ panel.content.url }}",
    "mailto:{{ mail.subscribe }}", "mailto:{{ mail.unsubscribe }}",
    # Within the page, and out of the site.
    "#{{ letter.id }}", "#hvor", "#{{ section.id }}", "#{{ id }}", "#kontaktpunkter",
    "#{{ loss.process.id }}", "#{{ one.aim.id }}", "#sporg-{{ answer.next.id }}",
    "mailto:{{ contact.mailbox }}",
    "tel:{{ contact.phone | replace(' ', '') }}",
}  # fmt: skip


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_templates_write_no_address_of_their_own(file: Path) -> None:
    """Every link in a template was made by `Here.link`, or stays on the page."""
    links = re.findall(r'(?:href|src|action)="([^"]*)"', file.read_text(encoding="utf-8"))
    assert set(links) <= MADE_BY_LINK


MADE_BY_HOOKS = {
    "{{ page.edit_url }}",
    "{{ answers.wrong | e }}", "{{ answers.helped | e }}", "{{ answers.did_not_help | e }}",
    "{{ tell | e }}",
}  # fmt: skip
"""Where the pencil leads, and what begins a mail or a form, with every part of it encoded."""


@pytest.mark.parametrize("file", THEME, ids=lambda file: file.name)
def test_the_theme_writes_addresses_through_mkdocs(file: Path) -> None:
    """Its filter makes them relative to the page."""
    for link in re.findall(r'(?:href|src|action)="([^"]*)"', file.read_text(encoding="utf-8")):
        assert link.startswith("#") or "| url" in link or link in MADE_BY_HOOKS, link


# ---- Nothing of one organisation


WORDS_OF_ONE = re.compile(
    r"syddan|regional[- ]it|\brsyd|\bouh\b|odense|esbjerg|lillebælt|sønderjylland"
    r"|mit[- ]sygehus|\bMAP\b|\bmap-|mindapps",
    re.IGNORECASE,
)
"""Names that another region would have to replace; those of the whole country may stay."""

NAME_OF_THE_CONTRACT = "map-status/1"
"""What documents about status call themselves; it goes over the wire, and no reader sees it."""

THE_PLATFORM = {("apps", "map"), ("services", "part_of_map")}
"""Fields about the platform that apps are registered with, by the name it has in the strategy."""


def test_nothing_of_one_organisation_is_in_the_code() -> None:
    """Another region uses the generator by replacing `data/`, `docs/` and `mkdocs.yml`.

    Docstrings may use an example, and so may the examples of fields.
    """
    found = [
        f"{name_of(file)}: {text}"
        for file in [*HOOKS, *SCRIPTS]
        if file.parent.name != "model"
        for text in texts_shown(file)
        if WORDS_OF_ONE.search(text) and text != NAME_OF_THE_CONTRACT
    ]
    found += [
        f"{file.name}: {line.strip()}"
        for file in [*TEMPLATES, *THEME]
        for line in file.read_text(encoding="utf-8").splitlines()
        if WORDS_OF_ONE.search(line)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("kind", [*discover(), Site, Synonyms], ids=lambda kind: kind.__name__)
def test_no_label_is_one_organisations_own(kind: type[Part]) -> None:
    """What every page and form says is true in another region, too."""
    told = [text for field in fields_below(kind) for text in (field.label, field.help)]
    if issubclass(kind, Item):
        told += [kind.kind.one, kind.kind.several, kind.kind.many, kind.kind.intro]
        told += [relation.inverse for relation in relations_of(kind)]
    assert not [text for text in told if WORDS_OF_ONE.search(text)]


def fields_below(model: type[Part]) -> Iterator[Field]:
    """Every field of a kind, those of its parts included."""
    for field in fields_of(model):
        if issubclass(model, Item) and (model.kind.key, field.key) in THE_PLATFORM:
            continue
        yield field
        if field.part:
            yield from fields_below(field.part)


def texts_shown(file: Path) -> Iterator[str]:
    """The strings of a module that are not docstrings."""
    alone = {id(node.value) for node in ast.walk(tree(file)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value
