"""How one thing works at a moment, as far as the last answer of the platform can say."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from synlighed.status.document import AHEAD, Component, Document
from synlighed.status.words import Status

OFF = timedelta(minutes=2)
"""Clocks that differ by more are told of."""


@dataclass(frozen=True)
class Answer:
    """What was heard of the platform, and how the last attempt went."""

    document: Document | None = None
    """The last good answer."""
    fetched: datetime | None = None
    """When that was confirmed, by our clock."""
    skew: timedelta = timedelta()
    """How far the platform's clock was ahead of ours."""
    problem: str = ""
    """Why the last attempt gave nothing, as a Danish sentence; empty when it did."""
    url: str = ""
    """Whom it was heard from."""

    @property
    def is_example(self) -> bool:
        """Whether all of it is invented, to show what the site can do."""
        return self.document is not None and self.document.is_example

    def is_late(self, now: datetime) -> bool:
        """Whether a newer answer should have been here."""
        due = self.document.due if self.document else None
        return due is None or now > due - self.skew


@dataclass(frozen=True)
class Measured:
    """What is known of one thing at a moment."""

    status: Status = Status.UNKNOWN
    since: datetime | None = None
    """When it became so, as far as that is known."""
    checked: datetime | None = None
    """When it was last looked at."""
    expires: datetime | None = None
    """From when it is not known any more."""
    last: Status | None = None
    """What it was, when it is not known any more."""
    reason: str = ""
    """Why it is not known, in Danish."""
    message: str = ""


def measured(answer: Answer, component_id: str, now: datetime) -> Measured:
    """What is known of a component at a moment; `now` is by our own clock."""
    if not component_id:
        return Measured(reason="Den bliver ikke målt.")
    if answer.document is None:
        return Measured(reason="Der er ingen forbindelse til målingerne.")
    component = answer.document.components.get(component_id)
    if component is None:
        return Measured(reason="Målingerne nævner den ikke.")
    return _judged(component, answer, now)


def _judged(component: Component, answer: Answer, now: datetime) -> Measured:
    if component.observed is None:
        return Measured(reason="Det vides ikke, hvornår den er målt.")
    checked = component.observed - answer.skew
    since = component.since - answer.skew if component.since else None
    if checked > now + AHEAD:
        reason = "Målingen siger, at den er fra fremtiden."
        return Measured(last=component.status, checked=checked, reason=reason)
    expires = checked + component.good_for
    if now > expires:
        reason = "Målingen er for gammel."
        return Measured(since=expires, checked=checked, last=component.status, reason=reason)
    known = component.status is not Status.UNKNOWN
    reason = "" if known else "Målingen ved det ikke."
    return Measured(
        component.status, since, checked, expires, reason=reason, message=component.message
    )


def clock_problem(answer: Answer) -> str:
    """A sentence when the clocks do not agree.

    A clock that is slow and a copy that somebody kept look alike the first time: both bring an old
    time with them. What is heard next tells, for a clock goes on, and a copy grows old.
    """
    if abs(answer.skew) <= OFF:
        return ""
    minutes = round(abs(answer.skew).total_seconds() / 60)
    if answer.skew > timedelta():
        return f"Målingernes ur er {minutes} minutter foran i forhold til vores."
    told = f"Målingernes ur er {minutes} minutter bagud i forhold til vores"
    return f"{told}, eller svaret er en gammel kopi."
