"""The preview: shows the last good site while a mistake stands, and tells of the mistake."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event
from typing import Any

from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import event_priority
from mkdocs.utils import DuplicateFilter
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter

from synlighed.danish.times import format_clock
from synlighed.preview import Mistakes, Preview, told

log = logging.getLogger("mkdocs.hooks.preview")

LOOKS_EVERY = 0.1
"""Seconds between two looks for edits; looking through 5,000 files takes a twentieth of one."""

SETTLES_IN = 0.05
"""Seconds without an edit until a build begins; programs save a file in several steps."""

_preview = Preview()

_is_idle = Event()
_is_idle.set()


def on_config(config: Any) -> None:
    """Takes in what is wrong with the data, when there is no good site to fall back on."""
    _preview.mistakes = config.extra.get("mistakes")


# After all others, since nobody hears of it later.
@event_priority(-100)
def on_build_error(error: Exception) -> None:
    """Takes in why the build failed, and tells it; MkDocs would add something in English."""
    problems = tuple(getattr(error, "problems", ()))
    _preview.mistakes = Mistakes(problems, "" if problems else str(error))
    if isinstance(error, BuildError):
        log.error(str(error))
        raise Abort("") from error


def on_post_build(config: Any) -> None:
    """Notes when the site on show was made."""
    if not _preview.mistakes:
        _preview.good_since = format_clock(datetime.now(UTC))


def on_serve(server: Any, config: Any, builder: Callable[..., None]) -> Any:
    """Lets the server tell of mistakes, and rebuild again after one; MkDocs' own would hang."""
    rebuild = server.builder
    told_once = logging.getLogger("mkdocs.commands.build")
    for filter in [one for one in told_once.filters if isinstance(one, DuplicateFilter)]:
        # A mistake that is made again is one to be told of again.
        told_once.removeFilter(filter)

    def keep_answering() -> None:
        _is_idle.clear()
        standing = _preview.mistakes
        try:
            rebuild()
        except Exception as error:
            # It is told already, unless the build could not even begin.
            if not _preview.mistakes or _preview.mistakes is standing:
                _preview.mistakes = Mistakes(text=str(error))
                log.error(str(error))
            log.info("Sitet vises, som det var, indtil fejlen er rettet.")
        finally:
            _is_idle.set()

    server.builder = keep_answering
    server.build_delay = SETTLES_IN
    server.set_app(told(server.get_app(), _preview, server.mount_path))
    _look_often(server, [config.docs_dir, config.config_file_path])
    return server


class _Emitter(PollingEmitter):
    """Looks for edits, but not while a build has use for the processor: then it looks after."""

    def queue_events(self, timeout: float) -> None:
        """Waits, and tells what has changed since it last looked."""
        # A build may have begun meanwhile, not least because of what was just told.
        if not self.stopped_event.wait(timeout):
            _is_idle.wait()
            super().queue_events(0)


def _look_often(server: Any, watched: list[str]) -> None:
    """Looks for edits more often than MkDocs does, also in what it watches already."""
    for path in watched:
        server.unwatch(path)
    server.observer = BaseObserver(_Emitter, timeout=LOOKS_EVERY)
    for path in watched:
        server.watch(path)
