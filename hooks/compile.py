"""MkDocs events, and nothing else: hands the compiled site to MkDocs as pages and files.

The pages are HTML already, so they pass MkDocs' Markdown by; everything about what stands on them
is in the package `synlighed`, which knows no MkDocs. With `--dirty`, only pages that changed are
rendered: `CompiledFile` answers MkDocs' question whether it is modified by a digest.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date
from functools import cache
from itertools import chain
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date
from mkdocs.utils.templates import TemplateContext

from by_hand import ByHand
from compiled import CompiledFile, CompiledPage
from frame import frame_of
from synlighed import environment, prose
from synlighed.addresses import hidden_addresses
from synlighed.catalogue import Catalogue, with_board, with_pages
from synlighed.cataloguing import compile_catalogue
from synlighed.digest import digest
from synlighed.edition import narrow
from synlighed.load import load
from synlighed.map.report import in_short, report_of
from synlighed.map.store import Store
from synlighed.memo import Once, Recall
from synlighed.memory import making_what_is_kept
from synlighed.model import discover
from synlighed.navigation import titles_in
from synlighed.pages.here import environment_of
from synlighed.preview import Mistakes
from synlighed.problems import Problem, errors_as_text, summary
from synlighed.search.engine import engine_files
from synlighed.site import Settings, plan_site
from synlighed.sitepage import Plan, SiteFile, SitePlan
from synlighed.state.incremental import Incremental
from synlighed.state.program import program_digest
from synlighed.state.remembered import Read
from synlighed.state.rendered import Rendered
from synlighed.status.board import Board
from synlighed.status.state import State
from synlighed.status.watched import Watched
from synlighed.vendored import VendoredError, licenses, vendored
from synlighed.visibility import Edition
from synlighed.watching import watched_in

log = logging.getLogger("mkdocs.hooks.compile")


@dataclass
class Run:
    """What lasts from one build to the next, as long as the process runs."""

    command: str = "build"
    is_dirty: bool = False
    incremental: Incremental | None = None
    explained: Callable[[str, str], str] | None = None
    """What puts the meaning of abbreviations on a page written by hand."""
    by_hand: ByHand = field(default_factory=ByHand)
    frame: bytes = b""
    files: dict[str, "CompiledFile"] = field(default_factory=dict)
    listed: tuple[str, ...] = ()
    """The frame of the last build, the pages in it, and its sitemap."""
    listing: tuple[str, ...] = ()
    """The sitemap of this one."""
    pages: list[str] = field(default_factory=list)
    uris: list[str] = field(default_factory=list)
    """What this build publishes, pages in the order they are built in."""
    shown: Mapping[str, State] = field(default_factory=dict)
    """How everything works, as the last build has it on its pages."""
    reported: tuple[str, ...] = ()
    """What was said of the measuring: a preview, which builds again and again, says it once."""


_run = Run()


class DataError(PluginError):
    """The data cannot be used as they are."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"Data kan ikke bruges, som de er.\n\n{errors_as_text(problems)}")
        self.problems = problems


def on_startup(command: str, dirty: bool) -> None:
    """Notes how MkDocs was called."""
    _run.command, _run.is_dirty = command, dirty
    if dirty:
        # It warns of dirty builds, which are wrong without digests, and strict builds count it.
        logging.getLogger("mkdocs.commands.build").addFilter(_says_something_true)


def _says_something_true(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith("A 'dirty' build is being performed")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Compiles before MkDocs touches the published folder: a mistake leaves it as it was."""
    root = Path(config.config_file_path).parent
    data, shown_as = environment.data_folder(root)
    # Here and not in mkdocs.yml, where a missing folder is an error in English, before ours.
    config.watch.append(str(data))
    try:
        with making_what_is_kept():
            config.extra["compiled"] = _compiled(root, data, shown_as, config)
    except DataError as error:
        if _run.command != "serve" or _run.files:
            raise
        # A preview begins all the same, and says in the browser what to mend.
        log.error(str(error))
        config.extra["mistakes"] = Mistakes(error.problems)
        config.nav = None
    return config


def _compiled(root: Path, data: Path, shown_as: str, config: MkDocsConfig) -> SitePlan:
    """The site, made again only where it has changed if builds are dirty."""
    edition: Edition = config.extra["edition"]
    pages = environment.pages_by_hand(Path(config.docs_dir))
    try:
        shown = prose.pages_of(pages, edition)
    except prose.ProseError as error:
        raise PluginError(str(error)) from None
    is_preview = _run.command == "serve" or environment.is_preview()
    settings = Settings(config.site_url or "/", is_preview)
    if _run.is_dirty and _run.incremental is None:
        name, state = f"{_run.command}-{edition}", environment.state_folder(root)
        _run.incremental = Incremental(state, name, program_digest(), repr(settings).encode())
        environment_of("synlighed.pages").bytecode_cache = _run.incremental.templates
    remembered = _run.incremental.remembered if _run.incremental else None
    by_hand = tuple(map(prose.address_of, pages))
    # What a build remembers that nothing comes after, takes room while the rest is made.
    today = _today()
    read = remembered.read if remembered else Read()
    whole = _checked_catalogue(data, shown_as, read, by_hand, today)
    # Whoever writes what is still to come out wants to see it.
    narrowed = narrow(whole, edition, None if is_preview else today)
    catalogue = with_pages(narrowed, shown, prose.hidden_texts(pages, edition))
    config.extra["hidden"] |= hidden_addresses(whole, catalogue)
    config.extra["feedback"] = catalogue.site.feedback
    catalogue = with_board(catalogue, _board(watched_in(catalogue, settings), root, is_preview))
    if remembered is None:
        return plan_site(catalogue, settings, Once(catalogue))
    recall = Recall(remembered.memo, catalogue)
    plan = plan_site(catalogue, settings, recall)
    remembered.memo = recall.memo()
    return plan


def _today() -> date:
    try:
        return environment.today()
    except environment.SettingError as error:
        raise PluginError(str(error)) from None


def _board(watched: Watched, root: Path, is_preview: bool) -> Board:
    """How everything works, as far as was heard; a build asks nobody."""
    now, url = environment.now().astimezone(UTC), environment.platform()[0]
    if not url:
        return Board(now, watched)
    store = Store(environment.state_folder(root))
    answer = store.answer(url.rstrip("/"))
    shown_before = _run.shown if is_preview else {}
    board = replace(store.seen(watched, answer, now), shown_before=shown_before)
    _run.shown = board.shown
    _report(board)
    return board


def _report(board: Board) -> None:
    """Says what of the answer could not be read, or is not there."""
    # Why there was no answer, whoever asked has said.
    lines = tuple(line for line in report_of(board) if line != board.answer.problem)
    said, _run.reported = _run.reported, lines
    for line in in_short([line for line in lines if line not in said]):
        log.info("%s", line)


def _checked_catalogue(
    data: Path, shown_as: str, read: Read, by_hand: tuple[str, ...], today: date
) -> Catalogue:
    loaded = load(data, discover(), shown_as=shown_as, known=read.known)
    catalogue, problems = compile_catalogue(loaded, today, read.findings, by_hand)
    if catalogue is None:
        raise DataError(problems)
    if problems:
        log.info("%s Se dem med scripts/check.py.", summary(problems))
    return catalogue


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the compiled pages and files to those of `docs/`."""
    if "mistakes" in config.extra:
        return Files([file for file in files if not file.is_documentation_page()])
    site: SitePlan = config.extra.pop("compiled")
    _run.explained = site.explained
    by_hand = {file.dest_uri: file.src_uri for file in files}
    there = {*by_hand.values(), *(page.outline.uri for page in site.pages)}
    ready = (*site.files, *_engine())
    there |= {file.uri for file in ready}
    frame = frame_of(config, files, there)
    pages = list(_pages(site.pages, frame, by_hand, config))
    others = list(_others(ready, by_hand, config))
    if _run.incremental:
        # A preview builds in one folder again and again, and writes into what lies there.
        published = None if _run.command == "serve" else environment.published_folder()
        _run.incremental.begin(Path(config.site_dir), published)
        _spare(_run.incremental, pages, others, frame)
        _spare_by_hand(_run.incremental, files, frame, site, config)
        _spare_sitemap(pages, files, config)
    _run.frame, _run.files = frame, {file.src_uri: file for file in pages}
    for file in (*pages, *others):
        files.append(file)
    return files


def _engine() -> Iterator[SiteFile]:
    """What the browser searches with, from npm."""
    try:
        yield from engine_files({**vendored(), **licenses()})
    except VendoredError as error:
        raise PluginError(str(error)) from None


def _pages(
    plans: Iterable[Plan], frame: bytes, by_hand: Mapping[str, str], config: MkDocsConfig
) -> Iterator[CompiledFile]:
    """A file for each page; what is what it was in the last build is used again."""
    titles = titles_in(config.nav)
    for plan in plans:
        uri = plan.outline.uri
        file = _run.files.get(uri) if frame == _run.frame else None
        if file and isinstance(file.page, CompiledPage) and file.page.outline is plan.outline:
            file.page.parent = None
        else:
            file = _generated(uri, by_hand, config)
            CompiledPage(plan.outline, titles.get(uri), file, config)
            listed = uri in titles
            file.inclusion = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
        file.plan = plan
        yield file


def _others(
    files: Iterable[SiteFile], by_hand: Mapping[str, str], config: MkDocsConfig
) -> Iterator[CompiledFile]:
    for ready in files:
        file = _generated(ready.uri, by_hand, config)
        file.ready = ready
        yield file


def _generated(uri: str, by_hand: Mapping[str, str], config: MkDocsConfig) -> CompiledFile:
    file = CompiledFile.generated(config, uri, content="")
    assert isinstance(file, CompiledFile)
    if path := by_hand.get(file.dest_uri):
        raise PluginError(f"docs/{path} ligger, hvor en side fra data skal ligge. Flyt den.")
    return file


def _spare(
    incremental: Incremental,
    pages: Iterable[CompiledFile],
    others: Iterable[CompiledFile],
    frame: bytes,
) -> None:
    """Tells which files MkDocs need not make, by what they show and the frame around it."""
    for file in pages:
        assert file.plan
        # Of a page that is used again it is known.
        file.digest = file.digest or digest(frame, file.plan.outline.digest)
        file.is_up_to_date = incremental.is_there(file.dest_uri, file.digest)
    for file in others:
        assert file.ready
        file.digest = file.ready.digest
        file.is_up_to_date = incremental.is_published(file.dest_uri, file.digest)
        incremental.written(file.dest_uri, file.digest)


def _spare_by_hand(
    incremental: Incremental, docs: Files, frame: bytes, site: SitePlan, config: MkDocsConfig
) -> None:
    """A page written by hand leads to others, and explains what they are about."""
    names = (page.outline.uri for page in site.pages), (file.uri for file in site.files)
    all_there = sorted((*chain(*names), *(file.src_uri for file in docs)))
    around = repr((all_there, sorted(config.extra["hidden"]), site.explanations))
    _run.by_hand.spare(docs, digest(frame, around), incremental.is_there)


def _spare_sitemap(pages: Iterable[CompiledFile], docs: Files, config: MkDocsConfig) -> None:
    """The sitemap of a preview that lists the same pages is there already."""
    _run.listing = (get_build_date(), *(file.url for file in (*pages, *docs)))
    if _run.command == "serve" and _run.listing == _run.listed:
        config.theme.static_templates.discard("sitemap.xml")


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Puts each page under the page it belongs to, for the path and the open tab.

    Not into the navigation itself: the theme walks that for every page, so 5,000 entries would
    cost the square of it.
    """

    @cache
    def page_at(uri: str) -> Page | None:
        file = files.get_file_from_path(uri)
        return file.page if file else None

    for file in _run.files.values():
        page = file.page
        if isinstance(page, CompiledPage) and page.outline.section:
            page.parent = page_at(page.outline.section)  # type: ignore[assignment]
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Notes what this build publishes."""
    # All prose is read by now, and of the data nobody needs more than the pages made of them.
    _run.explained = None
    _run.pages = [file.dest_uri for file in files.documentation_pages()]
    _run.uris = [file.dest_uri for file in files]
    if _run.incremental:
        env.bytecode_cache = _run.incremental.templates
    env.globals["has_page"] = {file.src_uri for file in files}.__contains__
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Explains the abbreviations of a page written by hand; those of data have theirs."""
    if isinstance(page, CompiledPage) or _run.explained is None:
        return html
    return _run.explained(html, page.url)


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """Gives a page of data its content."""
    if isinstance(page, CompiledPage):
        page.fill()


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keeps the page for the next build, and lets go of what it no longer needs in this one."""
    if isinstance(page, CompiledPage) and isinstance(page.file, CompiledFile):
        shown = page.file.digest
        page.empty()
    else:
        shown = _run.by_hand.rendered(page)
    if _run.incremental:
        _run.incremental.rendered(page.file.dest_uri, Rendered(shown, output.encode()))
    return output


def on_build_error(error: Exception) -> None:
    """A build that stopped on its way may have left anything in the folder."""
    if _run.incremental:
        _run.incremental.distrust(_run.uris)
    if isinstance(error, OSError):
        raise PluginError(f"{error.filename or 'En fil'} kan ikke skrives: {error.strerror}.")


def on_post_build(config: MkDocsConfig) -> None:
    """Ends the build."""
    if "mistakes" in config.extra:
        return
    _run.listed = _run.listing
    if _run.incremental:
        problem = _run.incremental.end(set(_run.pages), _run.uris)
        if problem:
            log.info("Næste bygning begynder forfra: .state/ kan ikke skrives (%s).", problem)
