"""What libyaml cannot read, as our own messages.

libyaml gives up at the first mistake, and names the place where it noticed rather than the one to
mend. Here the lines around that place tell what was meant. Where that is plain, the line is mended
in memory, so that the editor hears of the rest of the file too.
"""

import re
from collections.abc import Callable, Sequence

import yaml
from yaml.events import CollectionEndEvent, Event, ScalarEvent

from synlighed.load.datafile import DataFile
from synlighed.load.failure import Failure, Finding, indent, value_start
from synlighed.load.misread import NO_SPACE_AFTER_COLON, NO_SPACE_AFTER_DASH, is_word_quoted

_CLOSING = {'"': '"', "'": "'", "[": "]", "{": "}"}
_FIELD = re.compile(r"^ *(?:- +)*[A-Za-z_]+ *:(?: |$)")
_PLAIN_FIELD = re.compile(r"^ *[A-Za-z_]+ *:(?: |$)")


def diagnose(
    file: DataFile, lines: Sequence[str], error: yaml.MarkedYAMLError, last: Event | None
) -> Finding:
    """What is wrong where libyaml gave up.

    Args:
        file: The file as the editor has it.
        lines: Its lines, as far as they are mended.
        error: What libyaml says.
        last: The last thing it could read.
    """
    failure = Failure(file, lines, error, last)
    said = f"{error.context or ''}: {error.problem or ''}"
    for words, cause in _CAUSES:
        if words in said:
            return cause(failure)
    return failure.found("F105", failure.line, failure.column)


def _unclosed(failure: Failure) -> Finding:
    return _opened(failure, failure.begun_line, failure.begun_column)


def _opened(failure: Failure, line: int, column: int) -> Finding:
    """A quote or a bracket that is opened, and closed too late or never."""
    character = failure.text(line)[column - 1 : column]
    closing = _CLOSING.get(character, character)
    following = failure.text(line + 1)
    ends = not following.strip() or bool(_FIELD.match(following))
    return failure.found(
        "F106",
        line,
        column,
        mended={line: failure.text(line).rstrip() + closing} if ends else None,
        character=character,
        closing=closing,
        other="enkelte anførselstegn ('...')" if character == '"' else 'anførselstegn ("...")',
    )


def _last_opened(failure: Failure) -> Finding:
    """The file ends inside a bracket."""
    for number in range(min(failure.line, len(failure.lines)), 0, -1):
        text = failure.text(number)
        column = max(text.rfind("["), text.rfind("{")) + 1
        if column:
            return _opened(failure, number, column)
    return failure.found("F105", failure.line)


def _backslash(failure: Failure) -> Finding:
    text = failure.text(failure.line)
    column = text.rfind("\\", 0, failure.column) + 1 or failure.column
    return failure.found(
        "F123", failure.line, column, mended={failure.line: text.replace("\\", "\\\\")}
    )


def _alias(failure: Failure) -> Finding:
    line, column = failure.begun_line, failure.begun_column
    return failure.found("F109", line, column, mended=failure.quoted_from(line, column))


def _tag(failure: Failure) -> Finding:
    line, column = failure.begun_line, failure.begun_column
    words = failure.text(line)[column - 1 :].split() or ["!"]
    return failure.found(
        "F110", line, column, mended=failure.quoted_from(line, column), tag=words[0]
    )


def _first_sign(failure: Failure) -> Finding:
    line, column = failure.line, failure.column
    character = failure.text(line)[column - 1 : column]
    if character == "\t":
        return failure.found("F101", line, column)
    if not character.strip():
        return _last_opened(failure)
    mended = failure.quoted_from(line, column)
    return failure.found("F107", line, column, mended=mended, character=character)


def _colon_in_brackets(failure: Failure) -> Finding:
    """`{title:Prøve}`: inside brackets, too, a space follows the colon."""
    before = re.search(r"[\w-]*$", failure.text(failure.line)[: failure.column - 1])
    key = before[0] if before else ""
    return failure.found("F116", failure.line, failure.column, key=key)


def _tab(failure: Failure) -> Finding:
    return failure.found("F101", failure.line, failure.column)


def _directive(failure: Failure) -> Finding:
    return failure.found("F107", failure.begun_line, failure.begun_column, character="%")


def _list_on_line(failure: Failure) -> Finding:
    mended = failure.quoted_from(failure.line, failure.column)
    return failure.found("F127", failure.line, failure.column, mended=mended)


def _after_block_sign(failure: Failure) -> Finding:
    line = failure.begun_line
    character = failure.text(line)[failure.begun_column - 1 : failure.begun_column]
    mended = failure.quoted_from(line, failure.begun_column)
    return failure.found("F120", line, failure.column, mended=mended, character=character)


def _colon(failure: Failure) -> Finding:
    """A colon too many; or the line before it is not the field it looks like."""
    line, last = failure.line, failure.last
    text = failure.text(line)
    if not isinstance(last, ScalarEvent) or not last.start_mark:
        return failure.found("F104", line, failure.column, start=text[: value_start(text)].strip())
    began, at = last.start_mark.line + 1, last.start_mark.column
    if began == line:
        start = text[:at].strip()
        mended = failure.quoted(line, at)
        if is_word_quoted(text[at:].strip()):
            # Straight ones in their place are all it takes.
            return failure.found("F102", line, at + 1, mended=mended)
        return failure.found("F104", line, failure.column, mended=mended, start=start)
    before = failure.text(began)[:at].rstrip()
    if before.endswith((":", "-")):
        key_at = len(before) - len(before.lstrip(" -"))
        return failure.found("F126", line, mended={line: " " * key_at + text.lstrip()})
    return _loose_line(failure, began)


def _no_colon(failure: Failure) -> Finding:
    line = failure.begun_line
    return _short_of_block(failure, line) or _loose_line(failure, line)


def _loose_line(failure: Failure, line: int) -> Finding:
    """A line that is no field, though nothing above it goes on."""
    text = failure.text(line)
    if found := NO_SPACE_AFTER_COLON.match(text):
        mended = {line: f"{text[: found.end()]} {text[found.end() :]}"}
        return failure.found("F116", line, found.end(), mended=mended, key=found[1])
    if found := NO_SPACE_AFTER_DASH.match(text):
        mended = {line: f"{text[: found.end()]} {text[found.end() :]}"}
        return failure.found("F122", line, found.end(), mended=mended)
    return failure.found("F117", line, mended={line: ""})


def _short_of_block(failure: Failure, line: int) -> Finding | None:
    """A line of a text after `|` that is not indented as far as the rest of it."""
    last = failure.last
    if not isinstance(last, ScalarEvent) or last.style not in ("|", ">") or not last.start_mark:
        return None
    first = last.start_mark.line + 1
    if _PLAIN_FIELD.match(failure.text(line)):
        return None
    header = failure.text(first)
    content = indent(failure.text(first + 1))
    far = content if content > indent(header) and line > first + 1 else indent(header) + 2
    mended = {}
    for number in range(line, len(failure.lines) + 1):
        text = failure.text(number)
        if _PLAIN_FIELD.match(text):
            break
        mended[number] = " " * max(far, indent(text)) + text.strip()
    key = header[: last.start_mark.column].strip(" -:")
    return failure.found("F121", line, mended=mended, key=key, first=first, indent=far)


def _misplaced(failure: Failure) -> Finding:
    """Something stands where a field or the next member of a list should."""
    line, last = failure.line, failure.last
    text = failure.text(line)
    end = last.end_mark if last else None
    if last and end and last.start_mark and end.line + 1 == line and end.column < failure.column:
        start = last.start_mark
        if isinstance(last, ScalarEvent) and last.style in ("'", '"'):
            if start.line < end.line:
                return _opened(failure, start.line + 1, start.column + 1)
            mended = failure.quoted(line, start.column)
            return failure.found("F119", line, failure.column, mended=mended, character=last.style)
        if isinstance(last, CollectionEndEvent) and text[: end.column].endswith(("]", "}")):
            column = value_start(text) + 1
            mended, character = failure.quoted(line), text[column - 1 : column]
            return failure.found("F107", line, column, mended=mended, character=character)
    if text.lstrip().startswith(":"):
        return failure.found("F114", line, indent(text) + 1)
    return _short_of_block(failure, line) or _out_of_line(failure)


def _out_of_line(failure: Failure) -> Finding:
    """A line that begins further in or out than those it belongs with."""
    line = failure.line
    above = next((n for n in range(line - 1, 0, -1) if _is_content(failure.text(n))), 0)
    if above and failure.text(above) == "...":
        return failure.found("F111", above, mark="...")
    first = next(n for n in range(1, line + 1) if _is_content(failure.text(n)))
    if failure.begun_line == first and failure.text(first).startswith("- "):
        return failure.found("F112", first, 1, found="en liste")
    if failure.about_start:
        return failure.found("F118", first, 1, has=indent(failure.text(first)), should=0)
    text, over = failure.text(line), failure.text(above)
    in_list = text.lstrip().startswith("- ")
    should, has = indent(over) if in_list else len(over) - len(over.lstrip(" -")), indent(text)
    if should == has:
        return failure.found("F117", line, mended={line: ""})
    mended = {line: " " * should + text.lstrip()}
    return failure.found("F118", line, mended=mended, has=has, should=should)


def _is_content(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith("#")


_CAUSES: tuple[tuple[str, Callable[[Failure], Finding]], ...] = (
    ("a tab character", _tab),
    ("found unexpected ':'", _colon_in_brackets),
    ("while scanning a quoted scalar", _unclosed),
    ("while parsing a quoted scalar", _backslash),
    ("an anchor", _alias),
    ("an alias", _alias),
    ("tag", _tag),
    ("directive", _directive),
    ("cannot start any token", _first_sign),
    ("expected node content", _first_sign),
    ("mapping keys are not allowed", _first_sign),
    ("while parsing a flow", _unclosed),
    ("block sequence entries are not allowed", _list_on_line),
    ("expected comment or line break", _after_block_sign),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("did not find expected", _misplaced),
)
"""Words of libyaml's, from the most telling to the least, and what they mean here."""
