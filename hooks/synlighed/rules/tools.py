"""The file of a tool is there to be taken home."""

from collections.abc import Iterator

from synlighed.danish.words import closest
from synlighed.load import Loaded
from synlighed.model.tools import Tool
from synlighed.problems import Problem


def check_tools(loaded: Loaded) -> Iterator[Problem]:
    """Every file that a tool names lies among those of the data."""
    # What is wrong with one that is there, is told of it.
    there = {*loaded.downloads, *loaded.refused_files}
    for entry in loaded.items:
        tool = entry.item
        if isinstance(tool, Tool) and tool.file and tool.file not in there:
            near = tuple(closest(tool.file, sorted(loaded.downloads)))
            yield entry.problem("F429", ("file",), args={"value": tool.file}, suggestions=near)
