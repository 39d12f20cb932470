"""Work that is left when its time is up, whatever it waits for.

A timeout of `requests` is counted anew from every byte that arrives, and none is kept while a name
is looked up. So each try runs in a thread, and when its time is up its sockets are shut down: the
caller goes on at once, and the thread ends as soon as it notices.
"""

import contextlib
import socket
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TypeVar

_T = TypeVar("_T")


class Line:
    """The sockets that a piece of work has opened, to be cut from another thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sockets: list[socket.socket] = []
        self._is_cut = False

    def hold(self, opened: socket.socket) -> None:
        """Takes note of a socket; shuts it down when it came too late."""
        with self._lock:
            self._sockets.append(opened)
            if self._is_cut:
                _shut(opened)

    def cut(self) -> None:
        """Ends everything that is read or will be read."""
        with self._lock:
            self._is_cut = True
            for opened in self._sockets:
                _shut(opened)

    @property
    def is_cut(self) -> bool:
        """Whether the work is in vain."""
        return self._is_cut


def within(seconds: float, work: Callable[[Line], _T]) -> _T | None:
    """What the work gives, or nothing when it is not done in time.

    Args:
        seconds: How long it may take.
        work: Must not raise, and tells the line of each socket that it opens.
    """
    line = Line()
    done: SimpleQueue[_T] = SimpleQueue()
    # A daemon: a name server that never answers must not keep the program from ending.
    Thread(target=lambda: done.put(work(line)), name="fetching", daemon=True).start()
    try:
        return done.get(timeout=seconds)
    except Empty:
        return None
    finally:
        line.cut()


def _shut(opened: socket.socket) -> None:
    # Closed already, or never connected.
    with contextlib.suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)
