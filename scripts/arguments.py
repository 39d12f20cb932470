"""The arguments of a command, with help and mistakes in Danish."""

import argparse
import re
import sys
from typing import NoReturn

_SAID = (
    (r"unrecognized arguments: (.*)", r"Jeg forstår ikke »\1«."),
    (r"the following arguments are required: (.*)", r"Der mangler \1."),
    (
        r"argument (.*?): invalid choice: '?(.*?)'? \(choose from (.*)\)",
        r"»\2« kan ikke bruges som \1. Vælg mellem \3.",
    ),
    (r"argument (.*?): expected one argument", r"Der mangler noget efter \1."),
    (r"argument (.*?): invalid \w+ value: '(.*)'", r"»\2« kan ikke bruges som \1."),
)


class Arguments(argparse.ArgumentParser):
    """An argument parser that speaks Danish, and ends with 2 when it is called wrongly."""

    def __init__(self, description: str) -> None:
        super().__init__(description=description, add_help=False, allow_abbrev=False)
        self._positionals.title = "Angiv"
        self._optionals.title = "Valg"
        self.add_argument("-h", "--help", action="help", help="vis denne hjælp")

    def format_usage(self) -> str:
        """How the command is called, on one line."""
        return super().format_usage().replace("usage:", "Brug:", 1)

    def format_help(self) -> str:
        """All there is to say about the command."""
        return super().format_help().replace("usage:", "Brug:", 1)

    def error(self, message: str) -> NoReturn:
        """Says what is wrong with the call, and how it is made."""
        for pattern, danish in _SAID:
            message = re.sub(pattern, danish, message)
        message = re.sub(r"'([^']*)'", r"»\1«", message)
        sys.stderr.write(f"{message}\n{self.format_usage()}")
        sys.exit(2)
