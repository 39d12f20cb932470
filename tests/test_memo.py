"""A site compiled with what is remembered is the site compiled from nothing."""

from inspect import signature
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from synlighed.asking import Asking
from synlighed.catalogue import Catalogue
from synlighed.memo import Memo, Recall
from synlighed.model.item import Item
from synlighed.site import Settings, Site, compile_site, plan_site
from synlighed.sitepage import SiteFile, SitePlan
from tests.export.sample import catalogue, catalogue_of, instrument, word
from tests.pages.real import contact

SETTINGS = Settings("https://maaleriet.example/")


def whole(plan: SitePlan) -> Site:
    """A plan with all its pages and files made."""
    files = tuple(SiteFile(file.uri, file.content) for file in plan.files)
    return Site(tuple(page.compose() for page in plan.pages), files)


def made_again(before: Catalogue, after: Catalogue) -> set[str]:
    """The keys of all that is made anew when one catalogue follows the other."""
    first = compiled(before, Memo())
    second = compiled(after, first)
    return {key for key, made in second.made.items() if made is not first.made.get(key)}


def compiled(catalogue: Catalogue, before: Memo) -> Memo:
    """What a compile remembers."""
    recall = Recall(before, catalogue)
    plan_site(catalogue, SETTINGS, recall)
    return recall.memo()


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Some instruments and words; few of all there could be, so that two draws have much alike."""
    numbers = draw(st.lists(st.integers(1, 4), unique=True))
    items: list[Item] = [instrument(number, **draw(fields(numbers))) for number in numbers]
    titles = draw(st.lists(st.sampled_from(["Ål", "Abe", "5G"]), unique=True))
    items += [word(title, id=f"ord-{number}") for number, title in enumerate(titles)]
    return catalogue_of(*items)


@st.composite
def fields(draw: st.DrawFn, others: list[int]) -> dict[str, Any]:
    given: dict[str, Any] = {"title": draw(st.sampled_from(["Måler", "Vægt"]))}
    if draw(st.booleans()):
        given["spare_for"] = [f"maaler-{draw(st.sampled_from(others))}"]
    if draw(st.booleans()):
        given["colours"] = ["rød"]
    if draw(st.booleans()):
        given["former_ids"] = [f"gammel-{draw(st.integers(1, 2))}"]
    if draw(st.booleans()):
        given["example"] = "ja"
    return given


@given(st.lists(catalogues(), min_size=2, max_size=4))
@settings(max_examples=20, deadline=None)
def test_edits_in_a_row_give_what_a_compile_from_nothing_gives(row: list[Catalogue]) -> None:
    memo = Memo()
    for each in row:
        recall = Recall(memo, each)
        plan = plan_site(each, SETTINGS, recall)
        memo = recall.memo()
        clean = compile_site(each, SETTINGS)
        assert whole(plan) == clean
        assert [page.outline for page in plan.pages] == [page.outline() for page in clean.pages]
        assert [file.digest for file in plan.files] == [file.digest for file in clean.files]


def test_nothing_is_made_again_when_nothing_changed() -> None:
    assert made_again(catalogue(), catalogue()) == set()


def test_an_edit_makes_again_what_shows_the_item_and_nothing_else() -> None:
    before = catalogue_of(instrument(1), instrument(2), word("Ål"))
    after = catalogue_of(instrument(1, nickname="Lytteren"), instrument(2), word("Ål"))
    assert made_again(before, after) == {
        "/",
        "/instrumenter/",
        "/instrumenter/maaler-1/",
        "/instrumenter/tilstand/ikke-oplyst/",
        "/organisationer/b1/",
        "/overblik/mangler/ansvarlig/",
        "/overblik/mangler/ikke-oplyst/",
        "/soeg/",
        "afgraens/instruments.json",
        *("api/v1/instruments.json", "json/instruments/0", "json/instruments/maaler-1/"),
        *("api/v1/organisations.json", "json/organisations/0", "json/organisations/b1/"),
        *("api/v1/instruments.csv", "csv/instruments/0", "csv/instruments/maaler-1/"),
        *("search/instruments/0", "search/instruments/maaler-1/"),
    }


def test_the_parts_of_what_is_not_made_again_are_remembered() -> None:
    """Else the next edit of one of them would make them all."""
    first, other = instrument(1), instrument(2)
    memo = compiled(catalogue_of(first, other), Memo())
    memo = compiled(catalogue_of(first, other), memo)
    after = compiled(catalogue_of(first, instrument(2, nickname="Lytteren")), memo)
    part = "json/instruments/maaler-{}/"
    assert after.made[part.format(1)] is memo.made[part.format(1)]
    assert after.made[part.format(2)] is not memo.made[part.format(2)]


def test_a_part_that_changes_changes_what_is_made_of_it() -> None:
    asked: list[str] = []

    def part(catalogue: Catalogue) -> str:
        asked.append("part")
        return catalogue.get("instruments", "maaler-1").title

    def whole_of_it(recall: Recall) -> str:
        def make(catalogue: Catalogue) -> str:
            asked.append("whole")
            return f"<{recall.make('part', part)}>"

        return recall.make("whole", make)

    memo = Memo()
    for title in ("Måler", "Måler", "Vægt"):
        recall = Recall(memo, catalogue_of(instrument(1, title=title)))
        assert whole_of_it(recall) == f"<{title}>"
        memo = recall.memo()
    assert asked == ["whole", "part"] * 2


def test_an_edit_that_changes_no_number_makes_no_overview_again() -> None:
    """Only what names the item is made again: its owner's page, and lists of what it lacks."""
    known = {
        "description": "Måler.",
        "condition": "i stykker",
        "colours": ["rød"],
        "owner": "hjaelpen",
    }
    well_kept = remade_overview(instrument(1, **known), instrument(1, **known, nickname="Lytteren"))
    assert well_kept == {"/overblik/hjaelpen/"}
    lacking = known | {"colours": "ukendt"}
    assert remade_overview(
        instrument(1, **lacking), instrument(1, **lacking, nickname="Lytteren")
    ) == {"/overblik/hjaelpen/", "/overblik/mangler/ikke-oplyst/"}


def remade_overview(before: Item, after: Item) -> set[str]:
    """The pages for those who answer for content that are made anew when an item is another."""
    beside = (instrument(2), contact())
    made = made_again(catalogue_of(before, *beside), catalogue_of(after, *beside))
    return {key for key in made if key.startswith("/overblik/")}


def test_other_synonyms_are_news_to_the_search_alone() -> None:
    before = catalogue_of(instrument(1), synonyms=(("måler", "instrument"),))
    after = catalogue_of(instrument(1), synonyms=(("måler", "apparat"),))
    assert made_again(before, before) == set()
    assert made_again(before, after) == {"search/synonyms"}


def test_what_is_forgotten_is_made_again() -> None:
    gone = compiled(catalogue_of(instrument(1)), Memo())
    without = compiled(catalogue_of(), gone)
    assert "/instrumenter/maaler-1/" in gone.made
    assert "/instrumenter/maaler-1/" not in without.made
    assert ("find", "instruments", "maaler-1") not in without.answers


def test_every_question_to_a_catalogue_is_noted() -> None:
    """Else a page could show what it never asked for."""
    methods = {
        name
        for name, value in vars(Catalogue).items()
        if callable(value) or isinstance(value, property)
    }
    own = {name for name in methods if not name.startswith("_") or name == "__len__"}
    assert own <= vars(Asking).keys()
    assert {name for name in own if asked_for(name) != (NOTED_AS.get(name, name),)} == set()


NOTED_AS = {"get": "find", "digest": "find"}


def asked_for(name: str) -> tuple[str | int, ...]:
    """How a question is noted: its name, when what it was given stands after it as it was given."""

    class Anything:
        edition = identity = ("a", "b")

        def __getattr__(self, name: str) -> Any:
            return lambda *given: 0

        def __len__(self) -> int:
            return 0

    asking, value = Asking(Anything()), vars(Catalogue)[name]  # type: ignore[arg-type]
    if isinstance(value, property):
        getattr(asking, name)
        return asking.asked[0]
    names = [*signature(value).parameters][1:]
    given = (Anything(),) if names == ["item"] else tuple(names)
    getattr(asking, name)(*given)
    [(first, *rest)] = asking.asked
    assert rest == [*(("a", "b") if names == ["item"] else given)], name
    return (first,)


def test_what_is_made_when_all_is_remembered_is_no_part_of_it() -> None:
    """Nobody would ask its questions again."""
    recall = Recall(Memo(), catalogue_of(instrument(1)))
    memo = recall.memo()
    assert recall.make("late", lambda catalogue: catalogue.get("instruments", "maaler-1").title)
    assert "late" not in memo.made
