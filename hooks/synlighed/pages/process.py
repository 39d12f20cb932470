"""The steps of a process: who does what with what, as a picture and in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from synlighed.catalogue import Catalogue
from synlighed.model.contacts import Contact
from synlighed.model.criteria import Criterion
from synlighed.model.item import Item
from synlighed.model.processes import Process, Step, Template
from synlighed.pages.flow import flow
from synlighed.pages.here import Here

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
    tools: tuple[Item, ...]

    @property
    def who(self) -> str:
        """Who acts, by name."""
        return self.actor.title if self.actor else READER


@dataclass(frozen=True)
class Steps:
    """The steps of a process, and the picture of them."""

    picture: Markup
    steps: tuple[ShownStep, ...]


def picture_of(process: Process, steps: tuple[ShownStep, ...], here: Here) -> Markup:
    """The steps as a picture."""
    return flow(process.title, [(shown.step.title, shown.who) for shown in steps], here)


def criteria_of(process: Process, catalogue: Catalogue) -> list[Criterion]:
    """The criteria that some step looks at, in the order of their numbers."""
    steps = process.steps if isinstance(process.steps, tuple) else ()
    found = {one.code: one for step in steps for one in _looked_at(step, catalogue)}
    return [found[code] for code in sorted(found)]


def shown_steps(process: Process, here: Here) -> tuple[ShownStep, ...]:
    """The steps one by one; none as long as nobody knows them."""
    return tuple(_steps(process, here))


def _steps(process: Process, here: Here) -> Iterator[ShownStep]:
    for number, step in enumerate(process.steps if isinstance(process.steps, tuple) else (), 1):
        actor = here.catalogue.find("contacts", step.actor) if step.actor else None
        yield ShownStep(
            step=step,
            number=number,
            actor=actor if isinstance(actor, Contact) else None,
            text=here.prose(step.text),
            criteria=tuple(_looked_at(step, here.catalogue)),
            templates=step.templates,
            tools=tuple(filter(None, (here.catalogue.find("tools", id) for id in step.tools))),
        )


def _looked_at(step: Step, catalogue: Catalogue) -> Iterator[Criterion]:
    """The criteria of a step, without those that readers may not see."""
    for id in step.criteria:
        criterion = catalogue.find("criteria", id)
        if isinstance(criterion, Criterion):
            yield criterion
