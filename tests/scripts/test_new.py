"""`scripts/new.py`: asks for what it must know, and writes a file that the check accepts."""

import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from synlighed.draft import MADE_BY_US, can_be_skipped, draft, example_file, mistakes_in, questions
from synlighed.load import Loaded, load
from synlighed.model import discover
from synlighed.model.declare import Field, fields_of
from synlighed.model.fields import UNKNOWN
from synlighed.model.item import Item
from synlighed.problems import Problem
from synlighed.rules import check
from synlighed.urls import example_url
from tests.conftest import ROOT
from tests.site.conftest import SMALL
from tests.site.project import Project, copy_project, files_of, interrupt

MODEL = discover()
TODAY = date(2026, 11, 23)

ANSWERS = ["Vægten", "Vejer patienten derhjemme, og sender tallet til afdelingen."]
"""Title and summary of an app; Enter for the rest, which may be unknown."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project that each test leaves as it found it."""
    project = copy_project(tmp_path_factory.mktemp("new") / "project", SMALL)
    before = files_of(project.data)
    yield project
    assert files_of(project.data) == before


@pytest.fixture
def undo(project: Project) -> Iterator[None]:
    """Removes what a test lets the script write."""
    before = set(files_of(project.data))
    yield
    for path in set(files_of(project.data)) - before:
        (project.data / path).unlink()


# ---- As a person uses it


@pytest.mark.usefixtures("undo")
def test_a_new_item(project: Project) -> None:
    """Asks, writes the file, says where it is; and the check has nothing against it."""
    said = project.script("new", "apps", "vaegten", answers="\n".join(ANSWERS) + "\n" * 30)
    assert said.code == 0, said.all
    assert "Navn (title)\n" in said.out and "For eksempel: Vægtdagbogen\n" in said.out
    assert "Vælg mellem: idé, under udvikling" in said.out
    assert "Tryk Enter, hvis det er ukendt." in said.out
    assert "Skrev data/apps/vaegten.yml. Åbn den, og udfyld resten." in said.out
    text = (project.data / "apps" / "vaegten.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/apps.json\n")
    assert "\ntitle: Vægten\n" in text
    assert "\ncreated: 23. november 2026\n" in text and "\nlifecycle: ukendt\n" in text
    said = project.script("check")
    assert said.code == 0 and "vaegten" not in said.all


@pytest.mark.usefixtures("undo")
def test_a_wrong_answer_is_asked_again(project: Project) -> None:
    """With what is wrong, and what was meant."""
    answers = ["Nævnet", "For kort", "En forening, som er lavet til en prøve.", "foreningg"]
    said = project.script(
        "new",
        "organisations",
        "naevnet",
        answers="\n".join([*answers, "forening", "hjaelp", "hjaelpen"]) + "\n",
    )
    assert said.code == 0, said.all
    assert "for kort: 8 tegn, og der skal være mindst 20." in said.out
    assert "Mente du »forening«?" in said.out
    assert "Mente du »hjaelpen«?" in said.out
    text = (project.data / "organisations" / "naevnet.yml").read_text(encoding="utf-8")
    assert "\ntype: forening\n" in text and "\nowner: hjaelpen\n" in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["aps", "x"], "Slagsen »aps« findes ikke. Mente du »apps«?"),
        (["noget", "x"], "Slagsen »noget« findes ikke. Vælg mellem: ambassadors, apps"),
        (["apps", "Ny App"], "brug kun a-z, tal og bindestreger. Prøv »ny-app«."),
        (["apps", "../x"], "»../x« kan ikke være et id"),
        (["apps", "side"], "»side« er optaget af siden selv. Prøv »side-1«."),
        (["apps", "maaleren"], "data/apps/maaleren.yml findes allerede."),
        (["apps", "gammel-maaler"], "gammel-maaler"),
        (["apps", "x" * 300], "for langt"),
    ],
)  # fmt: skip
def test_called_wrongly(project: Project, arguments: list[str], told: str) -> None:
    """One sentence says what is wrong, before anything is asked."""
    said = project.script("new", *arguments, answers="\n" * 40)
    assert (said.code, said.out) == (2, "")
    assert told in said.err and "Traceback" not in said.err


@pytest.mark.parametrize(
    "answers", ["", "Vægten", "Vægten\n", "Vægten\nVejer patienten derhjemme.\n"]
)
def test_broken_off(project: Project, answers: str) -> None:
    """At the end of what is piped in, nothing is written."""
    said = project.script("new", "apps", "vaegten", answers=answers)
    assert said.code == 1
    assert said.err == "\nAfbrudt. Der er ikke skrevet noget.\n"
    assert not (project.data / "apps" / "vaegten.yml").exists()


def test_broken_off_with_control_c(project: Project) -> None:
    """The same."""
    script = str(project.root / "scripts" / "new.py")
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with project.start("-u", script, "apps", "vaegten", **pipes) as run:
        assert run.stdout and run.stderr
        seen = b""
        while b"> " not in seen:
            new = os.read(run.stdout.fileno(), 4096)
            assert new, run.stderr.read().decode()
            seen += new
        assert interrupt(run) == 1
        assert run.stderr.read().decode() == "\nAfbrudt. Der er ikke skrevet noget.\n"
    assert not (project.data / "apps" / "vaegten.yml").exists()


def test_a_folder_that_may_not_be_written(project: Project) -> None:
    """A file lies where the folder should be: one sentence, no traceback."""
    (project.data / "projects").write_text("", encoding="utf-8")
    said = project.script(
        "new", "projects", "x", answers="Projektet\nEt projekt, som ikke findes.\n" + "\n" * 30
    )
    (project.data / "projects").unlink()
    assert said.code == 1, said.all
    assert "Traceback" not in said.all and "data/projects/x.yml kan ikke skrives" in said.err


@pytest.mark.usefixtures("undo")
def test_one_of_several_must_be_answered(project: Project) -> None:
    """Either may be skipped, but not both."""
    asked = ["Login driller", "Nogle kan ikke logge på lige nu.", "forstyrrelse", "nede", "Vent."]
    answers = [*asked, "maaleren", "", "23. november 2026 kl. 9", ""]
    said = project.script("new", "notices", "login", answers="\n".join(answers) + "\n")
    assert said.code == 0, said.all
    assert said.out.count("Tryk Enter, hvis der ingen er.") == 2
    text = (project.data / "notices" / "login.yml").read_text(encoding="utf-8")
    assert "\napps:\n  - maaleren\n" in text and "\n# services:\n" in text
    answers = [*asked, "", "", "maaleren"]
    said = project.script("new", "notices", "intet", answers="\n".join(answers) + "\n")
    assert said.code == 1
    assert said.out.count("Tryk Enter, hvis der ingen er.") == 1
    assert "Her mangler værdien til »services«." in said.out


# ---- Every kind, every field


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(SMALL, MODEL, shown_as="data")


def answers_for(kind: type[Item], loaded: Loaded) -> dict[str, str]:
    """The example of each question, or something that exists."""
    answers = {f.key: f.example for f in fields_of(kind) if f.key in MADE_BY_US}
    for field in questions(kind):
        if field.declared.to:
            # What can be skipped is, when there is nothing to name.
            answers[field.key] = next(iter(sorted(loaded.ids[field.declared.to])), "")
        else:
            answers[field.key] = field.choices[0] if field.choices else field.example
    return answers


def problems_of(text: str, kind: type[Item], folder: Path) -> tuple[Item | None, list[Problem]]:
    """What the check says of a file with this text in the small project, and its item."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SMALL, folder)
    file = folder / kind.kind.key / "proeven.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    loaded = load(folder, MODEL, shown_as="data")
    item = next((e.item for e in loaded.items if e.item.id == "proeven"), None)
    mine = [p for p in check(loaded, TODAY) if p.path.endswith("proeven.yml") and p.is_error]
    return item, mine


@pytest.mark.parametrize("kind", list(MODEL), ids=lambda kind: kind.kind.key)
@pytest.mark.parametrize("known", [True, False], ids=["answered", "unknown"])
def test_the_file_of_every_kind_passes_the_check(
    kind: type[Item], known: bool, loaded: Loaded, tmp_path: Path
) -> None:
    """Answered with examples, and with Enter wherever that is allowed."""
    answers = answers_for(kind, loaded)
    for field in questions(kind):
        if can_be_skipped(kind, field, answers) and not answers[field.key]:
            continue
        assert not mistakes_in(kind, field, answers[field.key], loaded), field.key
        if field.can_be_unknown and not known:
            answers[field.key] = "ukendt"
    item, problems = problems_of(draft(kind, answers, TODAY), kind, tmp_path)
    # The file of the example is not there.
    assert [problem.message for problem in problems if problem.code != "F429"] == []
    assert item and item.created == TODAY


@pytest.mark.parametrize("used", [False, True], ids=["as it is", "with every field"])
def test_the_example_files_of_the_handbook_are_sound(used: bool, tmp_path: Path) -> None:
    """Beside the project's own data, as they are and when every # is taken away."""
    folder = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    for kind in MODEL:
        text = without_marks(example_file(kind), kind) if used else example_file(kind)
        (folder / kind.kind.key / "proeven.yml").write_text(text, encoding="utf-8")
    loaded = load(folder, MODEL, shown_as="data")
    problems = [p for p in check(loaded, TODAY) if p.is_error]
    assert [(p.path, p.line_text, p.message) for p in problems] == []
    items = {type(e.item): e.item for e in loaded.items if e.item.id == "proeven"}
    assert items.keys() == {*MODEL}
    for kind, item in items.items():
        for field in fields_of(kind):
            value = getattr(item, field.key)
            assert value is not UNKNOWN, field.key
            if used or field.required:
                assert value not in (None, ()), field.key


def test_the_example_file_of_a_kind_is_about_one_of_them() -> None:
    """It is marked as an example, and has a name and a summary that no other kind has."""
    texts = {kind: yaml.safe_load(example_file(kind)) for kind in MODEL}
    assert {text["example"] for text in texts.values()} == {"ja"}
    for key in ("title", "summary"):
        assert len({text[key] for text in texts.values()}) == len(texts)
    assert texts[MODEL["criteria"]]["code"] == "AK-99"
    assert texts[MODEL["routes"]]["answers"][0]["label"] == "Telefonen er væk"


def test_the_handbook_leads_to_every_example_file() -> None:
    """From the page about making a new item."""
    page = (ROOT / "docs" / "haandbog" / "nyt-punkt.md").read_text(encoding="utf-8")
    assert [kind for kind in MODEL if f"(/{example_url(kind.kind)})" not in page] == []


def without_marks(text: str, kind: type[Item]) -> str:
    """The file when the # is taken away from each field behind one."""
    keys = "|".join(field.key for field in fields_of(kind))
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if re.match(rf"# ({keys}):( |$)|#   ", line):
            lines[number] = line.removeprefix("# ")
            # A group that was filled in with `ukendt` until somebody knows it, as its comment says.
            if lines[number - 1] == f"{lines[number]} ukendt":
                assert "Slet »ukendt«" in lines[number - 2]
                lines[number - 1] = ""
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("kind", list(MODEL), ids=lambda kind: kind.kind.key)
def test_what_is_explained_can_be_used(kind: type[Item], loaded: Loaded, tmp_path: Path) -> None:
    """Every field that stands with # in front is right when the # is taken away."""
    text = without_marks(draft(kind, answers_for(kind, loaded), TODAY), kind)
    item, problems = problems_of(text, kind, tmp_path)
    # Ids, words, pictures and files of the examples are those of another organisation, and their
    # dates are each right by themselves.
    others = ("F301", "F304", "F425", "F429")
    told = [problem for problem in problems if problem.code not in others]
    assert [(problem.line_text, problem.message) for problem in told] == []
    assert item
    for field in fields_of(kind):
        assert getattr(item, field.key) not in (None, ()), f"{field.key} is not explained"


@pytest.mark.parametrize("kind", list(MODEL), ids=lambda kind: kind.kind.key)
def test_every_field_is_explained(kind: type[Item], loaded: Loaded) -> None:
    """By its Danish name and help, in lines that fit a screen."""
    text = draft(kind, answers_for(kind, loaded), TODAY)
    joined = text.replace("\n# ", " ")
    for field in fields_of(kind):
        assert f"{field.label}: {field.help}" in joined, field.key
    assert max(len(line) for line in text.splitlines() if line.startswith("# ")) <= 120


# ---- Hostile answers

HOSTILE = [
    ': #"', "---", "...", "- x", "? x", "[", "{a: b}", "&a *a", "!!python/object:os.system x",
    "%TAG", "@x", "`x`", "|", ">", "'", '"', "''", '"a": b', "a: b", "a #b", "# kun en kommentar",
    "ja", "nej", "true", "null", "~", "1.10", "0123", "13:00", "2026-11-23", "=1+1", "ukendt",
    "<b>fed</b>", "\\n", "\\", "x\ty", "æøå", "🩺", "a\u00a0b", "e\u0301", "x" * 91, "x" * 5000,
    ",", ", ,",
]  # fmt: skip

ONE_OF_EACH = {
    "title": MODEL["terms"],
    "summary": MODEL["terms"],
    "definition": MODEL["terms"],
    "topics": MODEL["ambassadors"],
    "mailbox": MODEL["ambassadors"],
    "unit": MODEL["ambassadors"],
    "type": MODEL["organisations"],
    "audiences": MODEL["apps"],
}
"""Questions that take each form of answer."""


def field_of(key: str) -> Field:
    return next(field for field in questions(ONE_OF_EACH[key]) if field.key == key)


def is_kept_or_refused(key: str, answer: str, loaded: Loaded, folder: Path) -> None:
    """The answer is refused when it is given, or else stands in the file as it was given."""
    kind, field = ONE_OF_EACH[key], field_of(key)
    # Read back, accents are one sign with their letter.
    answer = unicodedata.normalize("NFC", answer)
    if mistakes_in(kind, field, answer, loaded):
        return
    answers = answers_for(kind, loaded) | {key: answer}
    item, problems = problems_of(draft(kind, answers, TODAY), kind, folder)
    assert [problem.message for problem in problems] == []
    assert item
    kept = getattr(item, key)
    if field.many and isinstance(kept, tuple):
        assert [str(v) for v in kept] == [part.strip() for part in answer.split(",")]
    elif str(kept) != "ukendt":
        assert str(kept) == answer.strip()
    # It made no other field, and hid none.
    plain, _ = problems_of(draft(kind, answers_for(kind, loaded), TODAY), kind, folder)
    assert filled_in(item) == filled_in(plain)


def filled_in(item: Item | None) -> set[str]:
    return {f.key for f in fields_of(type(item)) if getattr(item, f.key) not in (None, ())}


@pytest.mark.parametrize("key", ONE_OF_EACH)
def test_hostile_answers(key: str, loaded: Loaded, tmp_path: Path) -> None:
    """What YAML reads as something else is quoted, or refused with a reason."""
    for answer in [*HOSTILE, f"{HOSTILE[0]} er et svar på mindst tyve tegn"]:
        is_kept_or_refused(key, answer, loaded, tmp_path)


ANSWER = st.text(st.characters(exclude_categories=["Cs"]), max_size=60).filter(
    # What input() gives is one line.
    lambda text: len(text.splitlines()) <= 1 and not text.endswith(("\n", "\r"))
)


@settings(max_examples=60, deadline=None)
@given(key=st.sampled_from(["title", "definition", "topics"]), answer=ANSWER)
@example(key="definition", answer="    kode\t#")
@example(key="topics", answer="a, b: c, - d")
@example(key="title", answer="\ue000")
@example(key="title", answer="a\udcffb")
@example(key="definition", answer="a\u200bb")
def test_any_answer(tmp_path_factory: pytest.TempPathFactory, key: str, answer: str) -> None:
    """Whatever a person or a clipboard can type."""
    folder = tmp_path_factory.getbasetemp() / "any"
    is_kept_or_refused(key, answer, load(SMALL, MODEL, shown_as="data"), folder)


def test_a_very_long_answer(project: Project) -> None:
    """Is told to be shorter, and asked for again."""
    said = project.script("new", "terms", "x", answers="x" * 100_000 + "\n")
    assert said.code == 1
    assert "90" in said.out and len(said.out) < 2000


@pytest.mark.usefixtures("undo")
def test_what_comes_out_is_given_an_id_and_a_day(project: Project) -> None:
    """Nobody is asked for the one, and today is the other unless somebody says so."""
    asked = questions(MODEL["news"])
    assert "uid" not in [field.key for field in asked]
    words = {"owner": "hjaelpen"}
    answers = [words.get(field.key, field.example) for field in asked]
    uids = set()
    for id, day in (("en", ""), ("to", "24. november 2026")):
        given = [
            day if field.key == "date" else answer
            for field, answer in zip(asked, answers, strict=True)
        ]
        said = project.script("new", "news", id, answers="\n".join(given) + "\n")
        assert said.code == 0 and "Tryk Enter, hvis det er i dag." in said.out, said.all
        text = (project.data / "news" / f"{id}.yml").read_text(encoding="utf-8")
        assert f"\ndate: {day or '23. november 2026'}\n" in text
        uids |= set(re.findall(r"\nuid: ([0-9a-f-]{36})\n", text))
    assert len(uids) == 2
    assert project.script("check").code == 0
