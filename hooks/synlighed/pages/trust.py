"""What is known of whether an app can be trusted: claims, each with a state and where it is from.

Nothing is added up: a mark of our own would say more than anybody has looked into.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from synlighed.model.app_parts import Consent, ImpactAssessment
from synlighed.model.apps import App
from synlighed.model.declare import Field, Part, fields_of
from synlighed.model.fields import UNKNOWN
from synlighed.model.item import Source
from synlighed.model.vocabulary import ANY_PERSONAL_DATA

State = Literal["Opfyldt", "Ikke opfyldt", "Ikke relevant", "Ikke vurderet"]
IsPast = Callable[[date], bool]


@dataclass(frozen=True)
class Given:
    """What editors wrote that a claim rests on."""

    label: str
    value: Any
    field: Field


@dataclass(frozen=True)
class Origin:
    """Where a claim is from, and which day it is of; nothing where nobody wrote it."""

    date: Given | None
    source: Given | None


@dataclass(frozen=True)
class Claim:
    """Something readers want to know of, what is known of it, and what that rests on."""

    title: str
    state: State
    says: str
    given: tuple[Given, ...] = ()
    origin: Origin | None = None
    """`None` where each thing that was given has its own."""


SOURCES = frozenset(
    field.key for field in fields_of(App) if field.type is Source and not field.many
)
"""The fields that say where claims are from."""


def claims_of(app: App, is_past: IsPast) -> tuple[Claim, ...]:
    """All that is claimed of an app, always in the same order.

    Args:
        app: The app.
        is_past: Whether a day is over.
    """
    device, analysis = app.medical_device, app.impact_assessment
    return (
        _claim("Godkendt", _approval(app, is_past), _origin(app, "approval", app.approval, "date")),
        _claim(
            "Informationssikkerhed hørt",
            _security(app),
            _origin(app, "security", app, "security_consulted_on"),
        ),
        _claim("Dataansvar placeret", _controller(app), _origin(app, "data_controller")),
        _claim("Samtykke afklaret", _consent(app), _origin(app, "consent")),
        _claim(
            "Konsekvensanalyse",
            _impact(app),
            _origin(app, "impact_assessment", analysis, "assessed_on"),
        ),
        _claim(
            "Medicinsk udstyr afklaret",
            _medical_device(app),
            _origin(app, "medical_device", device, "assessed_on"),
        ),
        _claim("Tilgængelighedserklæring", _accessibility(app), _of_statement(app)),
        _claim("Vurderet af andre", _reviews(app), None),
    )


def _claim(title: str, found: "Found", origin: Origin | None) -> Claim:
    given = found[2] if len(found) == 3 else ()
    return Claim(title, found[0], found[1], given, origin)


def _origin(app: App, about: str, part: object = None, day_key: str = "") -> Origin:
    """The day in the field of that name, or else the source's own."""
    day = _one(part, day_key) if isinstance(part, Part) else None
    source = _one(app, f"{about}_source")
    if source and not day:
        day = _one(source.value, "date")
        source = replace(source, value=source.value.model_copy(update={"date": None}))
    return Origin(day, source)


def _of_statement(app: App) -> Origin:
    """A statement is its own source: it lies where all can see it, and says who wrote it."""
    origin = _origin(app, "accessibility")
    if origin.source or app.accessibility_statement is UNKNOWN:
        return origin
    return replace(origin, source=_one(app, "accessibility_statement"))


def _one(part: Part, key: str) -> Given | None:
    return next(iter(_given(part, key)), None)


Found = tuple[State, str] | tuple[State, str, tuple[Given, ...]]


def _approval(app: App, is_past: IsPast) -> Found:
    approval = app.approval
    if approval is UNKNOWN:
        return "Ikke vurderet", "Det er ikke oplyst, om appen er godkendt."
    given = _given(approval, "valid_until")
    if approval.status == "godkendt" and approval.valid_until and is_past(approval.valid_until):
        return "Ikke opfyldt", "Godkendelsen er udløbet.", given
    return (*_OF_APPROVAL[approval.status], given)


_OF_APPROVAL: dict[str, tuple[State, str]] = {
    "ikke påbegyndt": ("Ikke vurderet", "Godkendelsen er ikke begyndt."),
    "i gang": ("Ikke vurderet", "Godkendelsen er i gang."),
    "godkendt": ("Opfyldt", "Appen er godkendt."),
    "afvist": ("Ikke opfyldt", "Appen blev ikke godkendt."),
    "ikke relevant": ("Ikke relevant", "Appen skal ikke godkendes."),
}


def _security(app: App) -> Found:
    if app.security_consulted_on is None:
        return "Ikke vurderet", "Det er ikke oplyst, om Informationssikkerhed er blevet spurgt."
    return "Opfyldt", "Informationssikkerhed har taget stilling."


def _controller(app: App) -> Found:
    if _has_no_personal_data(app):
        known = app.data_controller is not UNKNOWN
        return (*_NO_PERSONAL_DATA, _given(app, "data_controller") if known else ())
    if app.data_controller in (None, UNKNOWN):
        return "Ikke vurderet", "Det er ikke oplyst, hvem der bestemmer over oplysningerne."
    given = _given(app, "data_controller")
    return "Opfyldt", "Én har ansvaret for oplysningerne.", given


def _consent(app: App) -> Found:
    consent = app.consent
    if _has_no_personal_data(app):
        # What somebody wrote all the same is not hidden.
        given = _given(consent, "basis", "template_url") if isinstance(consent, Consent) else ()
        return (*_NO_PERSONAL_DATA, given)
    if consent is None or consent is UNKNOWN:
        return "Ikke vurderet", "Det er ikke oplyst, om der skal indhentes samtykke."
    return (*_OF_CONSENT[consent.status], _given(consent, "basis", "template_url"))


_OF_CONSENT: dict[str, tuple[State, str]] = {
    "ikke nødvendigt": ("Opfyldt", "Der skal ikke indhentes samtykke."),
    "nødvendigt": ("Opfyldt", "Der skal indhentes samtykke."),
    "afklares": ("Ikke vurderet", "Det er ved at blive afklaret, om der skal indhentes samtykke."),
}
_NO_PERSONAL_DATA: tuple[State, str] = ("Ikke relevant", "Appen behandler ikke personoplysninger.")


def _impact(app: App) -> Found:
    assessment = app.impact_assessment
    if isinstance(assessment, ImpactAssessment):
        return _OF_IMPACT[assessment.status]
    if _has_no_personal_data(app):
        return _NO_PERSONAL_DATA
    return "Ikke vurderet", "Det er ikke oplyst, om der er lavet en konsekvensanalyse (DPIA)."


_OF_IMPACT: dict[str, tuple[State, str]] = {
    "gennemført": ("Opfyldt", "Der er lavet en konsekvensanalyse (DPIA)."),
    "ikke nødvendig": ("Ikke relevant", "Der skal ikke laves en konsekvensanalyse (DPIA)."),
    "mangler": ("Ikke opfyldt", "Der mangler en konsekvensanalyse (DPIA)."),
}


def _has_no_personal_data(app: App) -> bool:
    """Whether that is known; what is unknown may be anything."""
    kinds = app.personal_data
    return kinds is not UNKNOWN and not any(kind in ANY_PERSONAL_DATA for kind in kinds)


def _medical_device(app: App) -> Found:
    device = app.medical_device
    if device is UNKNOWN:
        return "Ikke vurderet", "Det er ikke oplyst, om appen er medicinsk udstyr."
    given = _given(device, "basis")
    if device.device_class == "ikke medicinsk udstyr":
        return "Ikke relevant", "Appen er ikke medicinsk udstyr.", given
    if device.device_class == "afklares":
        return "Ikke vurderet", "Det er ved at blive afklaret, om appen er medicinsk udstyr.", given
    if device.device_class == "IVD":
        return "Opfyldt", "Appen er medicinsk udstyr til prøver fra kroppen (IVD).", given
    return "Opfyldt", f"Appen er medicinsk udstyr i klasse {device.device_class}.", given


def _accessibility(app: App) -> Found:
    if app.accessibility_statement is UNKNOWN:
        return "Ikke vurderet", "Det er ikke oplyst, om appen har en erklæring."
    if app.accessibility_statement:
        shown = _given(app, "accessibility_statement") if app.accessibility_source else ()
        return "Opfyldt", "Appen har en erklæring.", shown
    if app.origin == "kommerciel":
        return "Ikke relevant", "Loven kræver den kun af offentlige apps."
    return "Ikke vurderet", "Der er ingen erklæring her."


def _reviews(app: App) -> Found:
    if not app.external_reviews:
        return "Ikke vurderet", "Vi kender ingen vurderinger af appen."
    given = _given(app, "external_reviews")
    return "Opfyldt", "Andre har set på appen. Læs selv, hvad de kom frem til.", given


def _given(part: Part, *keys: str) -> tuple[Given, ...]:
    """What is written in these fields."""
    return tuple(
        Given(field.label, getattr(part, field.key), field)
        for field in fields_of(type(part))
        if field.key in keys and getattr(part, field.key) not in (None, ())
    )
