"""Every text an editor can be shown about a mistake, in one table.

A code is for life: F for errors, which stop a build, A for warnings. F0 is about files, F1 about
YAML, F2 about single fields, F3 about how items fit together, F4 about content. Each code has a
case under `tests/cases/` that shows the message.
"""

from collections.abc import Mapping

from synlighed.messages.files import FILES
from synlighed.messages.message import Message
from synlighed.messages.values import VALUES
from synlighed.messages.warnings import WARNINGS
from synlighed.messages.whole import WHOLE

__all__ = ["MESSAGES", "Message"]

MESSAGES: Mapping[str, Message] = {**FILES, **VALUES, **WHOLE, **WARNINGS}
