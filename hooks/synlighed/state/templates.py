"""What templates were compiled to, which is the same for every edition."""

from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from synlighed.state.remembered import recall, remember


class Templates(BytecodeCache):
    """The code of templates, kept from one build to the next; Jinja sees to it that it fits."""

    def __init__(self, file: Path, program: bytes) -> None:
        """Finds what an earlier build by the same program left in a file."""
        self._file, self._program = file, program
        self._code: dict[str, bytes] = recall(file, program, dict)
        self._is_written = True

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives Jinja the code of a template, if it is known."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Takes in the code of a template that was compiled now."""
        self._code[bucket.key] = bucket.bytecode_to_string()
        self._is_written = False

    def save(self) -> None:
        """Makes sure that the next build finds what this one compiled.

        Raises:
            OSError: it cannot be written.
        """
        if not self._is_written:
            remember(self._file, self._program, self._code)
            self._is_written = True
