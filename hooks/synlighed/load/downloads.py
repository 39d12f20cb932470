"""Reads the files that readers may take home: text, well named, and small."""

import re
import stat
from pathlib import Path

from synlighed.downloads import Download
from synlighed.load.datafile import DataFile, decode
from synlighed.load.disk import unreadable
from synlighed.model.fields import DOWNLOAD
from synlighed.problems import Problem, escaped

FOLDER = "files"
"""Where they lie, beside the folders of the kinds."""

LARGEST = 256 * 1024
"""Bytes; a list that somebody is to go through is a hundredth of it."""

_NAME = re.compile(DOWNLOAD)

_OF_DATA_ONLY = ("F103",)
"""What is wrong in YAML, and nowhere else."""

# What a spreadsheet runs when the file is opened (OWASP, CSV Injection).
_FORMULA = re.compile(r'(?:^|[;,\t])[ "]*([=@][^;,\n]*)', re.MULTILINE)


def read_download(file: Path, path: str) -> tuple[Download | None, DataFile | None, list[Problem]]:
    """A file, its text, and what is wrong with it; no file when it must not be published.

    Args:
        file: Where it is.
        path: What problems call it.
    """
    name = {"name": escaped(file.name)}
    if not _NAME.fullmatch(file.name):
        return None, None, [Problem("F026", path, line=0, args=name)]
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            return None, None, [Problem("F018", path, line=0, args=name)]
        if status.st_size > LARGEST:
            size = {"size": status.st_size // 1024, "limit": LARGEST // 1024}
            return None, None, [Problem("F027", path, line=0, args=size)]
        content = file.read_bytes()
    except OSError as error:
        return None, None, [unreadable("Filen", path, error)]
    text, problems = decode(content, path)
    problems = [problem for problem in problems if problem.code not in _OF_DATA_ONLY]
    if text and file.suffix == ".csv" and (formula := _FORMULA.search(text.text)):
        line = text.text.count("\n", 0, formula.start(1)) + 1
        args: dict[str, object] = {"value": escaped(formula[1][:40])}
        problems.append(Problem("F028", path, line=line, args=args, line_text=text.line(line)))
    is_sound = not any(problem.is_error for problem in problems)
    return Download(file.name, content) if is_sound else None, text, problems
