"""The steps of a process: who does what with what, as a picture and in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from synlighed.model.contacts import Contact
from synlighed.model.criteria import Criterion
from synlighed.model.item import Item
from synlighed.model.processes import Process, Step, Template
from synlighed.pages.flow import flow
from synlighed.pages.here import Here, block

READER = "Du"
"""Who acts, when no contact point does."""


@dataclass(frozen=True)
class ShownStep:
    """A step, ready to be shown."""

    step: Step
    number: int
    actor: Contact | None
    text: Markup
    criteria: tuple[Criterion, ...]
    templates: tuple[Template, ...]

    @property
    def who(self) -> str:
        """Who acts, by name."""
        return self.actor.title if self.actor else READER


def shown_steps(process: Process, here: Here) -> Markup:
    """The steps in full; nothing as long as nobody knows them."""
    steps = tuple(_steps(process, here))
    if not steps:
        return Markup()
    picture = flow(process.title, [(shown.step.title, shown.who) for shown in steps], here)
    return block("steps.html", here, steps=steps, picture=picture)


def criteria_of(process: Process, here: Here) -> list[Criterion]:
    """The criteria that some step looks at, in the order of their numbers."""
    found = {one.code: one for step in _steps(process, here) for one in step.criteria}
    return [found[code] for code in sorted(found)]


def _steps(process: Process, here: Here) -> Iterator[ShownStep]:
    for number, step in enumerate(process.steps if isinstance(process.steps, tuple) else (), 1):
        actor = here.catalogue.find("contacts", step.actor) if step.actor else None
        criteria: list[Item | None] = [here.catalogue.find("criteria", id) for id in step.criteria]
        yield ShownStep(
            step=step,
            number=number,
            actor=actor if isinstance(actor, Contact) else None,
            text=here.prose(step.text),
            criteria=tuple(one for one in criteria if isinstance(one, Criterion)),
            templates=step.templates,
        )
