"""What an app is made of besides single values: platforms, suppliers, consent, releases."""

from typing import Literal

from synlighed.model.declare import Part, optional, required, several, when
from synlighed.model.fields import BundleId, Date, Fact, Line, Link, Ref, Sentence
from synlighed.model.vocabulary import Operation

Advice = Literal["ja", "nej", "spørg"]


class UseAdvice(Part):
    """The answer to »may I use it?«, for each who asks."""

    staff: Fact[Advice] = required("Medarbejdere", "Må ansatte bruge appen i arbejdet?", "spørg")
    patients: Fact[Advice] = required("Patienter", "Må ansatte anbefale appen til patienter?", "ja")
    note: Sentence | None = optional(
        "Bemærk",
        "Hvad svaret afhænger af, og hvem man spørger.",
        "Spørg dit sygehus, om afdelingen er med.",
    )


class Platform(Part):
    """Where the app runs and how to get it."""

    os: Literal["iOS", "Android", "Windows", "web"] = required(
        "System", "Hvor appen kører.", "Android"
    )
    url: Link | None = optional(
        "Adresse",
        "Appens side i butikken eller på nettet.",
        "https://example.org/vaegtdagbog",
    )
    bundle_id: BundleId | None = optional(
        "App-id",
        "Bundle-id (iOS) eller application-id (Android).",
        "org.example.vaegtdagbog",
        unique=True,
    )
    min_os: Line | None = optional(
        "Kræver mindst", "Ældste version af systemet, som appen kører på.", "Android 9"
    )


class Supplier(Part):
    """Who develops, maintains or runs the app."""

    role: Literal["udvikling", "vedligehold", "drift"] = required(
        "Rolle", "Hvad leverandøren står for.", "udvikling"
    )
    organisation: Ref = required(
        "Organisation",
        "Leverandørens id under data/organisations.",
        "medware",
        to="organisations",
        inverse="Leverandør til",
    )


class DataSharing(Part):
    """Who the app's data are shared with, and why."""

    party: Line = required("Part", "Hvem data deles med.", "Kommunal hjemmepleje")
    purpose: Sentence = required("Formål", "Hvorfor data deles.", "Opfølgning efter udskrivelse")
    direction: Operation = required("Retning", "Om parten læser eller skriver data.", "læs")


class Consent(Part):
    """Whether consent is needed, and on what ground."""

    status: Literal["ikke nødvendigt", "nødvendigt", "afklares"] = required(
        "Status", "Om der skal indhentes samtykke.", "afklares"
    )
    basis: Sentence | None = optional(
        "Grundlag", "Den bestemmelse svaret hviler på.", "Sundhedsloven § 42 a"
    )
    template_url: Link | None = optional(
        "Skabelon", "Adressen på samtykkeerklæringen.", "https://example.org/samtykke"
    )


class ImpactAssessment(Part):
    """Whether the risk for those the data are about has been assessed, as GDPR article 35 asks."""

    status: Literal["gennemført", "ikke nødvendig", "mangler"] = required(
        "Status", "Om analysen er lavet, eller ikke skal laves.", "gennemført"
    )
    assessed_on: Date | None = optional(
        "Vurderet", "Dagen den blev lavet, eller det blev afgjort.", "1. november 2026"
    )


class MedicalDevice(Part):
    """The class of the app under the rules for medical devices, Regulation (EU) 2017/745."""

    device_class: Literal["ikke medicinsk udstyr", "I", "IIa", "IIb", "III", "IVD", "afklares"] = (
        required("Klasse", "Klassen efter MDR, eller »afklares«.", "ikke medicinsk udstyr")
    )
    basis: Sentence | None = optional(
        "Begrundelse", "Hvorfor appen er i den klasse.", "MDR bilag VIII, regel 11"
    )
    assessed_on: Date | None = optional(
        "Vurderet", "Dagen klassen sidst blev vurderet.", "1. november 2026"
    )


class Approval(Part):
    """How far the app is in the region's own approval."""

    status: Literal["ikke påbegyndt", "i gang", "godkendt", "afvist", "ikke relevant"] = required(
        "Status", "Hvor langt godkendelsen er.", "i gang"
    )
    date: Date | None = optional("Dato", "Dagen status sidst ændrede sig.", "1. november 2026")
    valid_until: Date | None = optional(
        "Gælder til",
        "Dagen godkendelsen udløber.",
        "1. november 2027",
        due="Godkendelsen udløber",
        due_when=when(status="godkendt"),
    )


class Review(Part):
    """What somebody outside has said of the app; we repeat it with its date and never score."""

    scheme: Line = required("Ordning", "Hvem der har vurderet.", "MindApps")
    result: Line = required("Resultat", "Hvad de kom frem til.", "Optaget i biblioteket")
    date: Fact[Date] = required("Dato", "Hvornår de vurderede.", "1. november 2026")
    url: Link | None = optional("Adresse", "Hvor vurderingen kan læses.", "https://mindapps.dk/")


class MapRegistration(Part):
    """The app's registration with the Mobile Application Platform."""

    registration: Literal[
        "ikke relevant", "påbegyndt", "registreret", "suspenderet", "afregistreret"
    ] = required("Registrering", "Hvor langt registreringen er.", "registreret")
    app_id: BundleId | None = optional(
        "Id på platformen",
        "Det id platformen kender appen under.",
        "example.vaegtdagbog",
        unique=True,
    )
    registered_on: Date | None = optional(
        "Registreret", "Dagen appen blev registreret.", "1. november 2026"
    )


class UsedService(Part):
    """A service the app depends on."""

    service: Ref = required(
        "Service",
        "Servicens id under data/services.",
        "map-adgang",
        to="services",
        inverse="Bruges af",
    )
    operations: tuple[Operation, ...] = several("Adgang", "Om appen læser eller skriver.", "læs")


class Release(Part):
    """A version that was sent out."""

    version: Line = required("Version", "Versionens nummer.", "1.10")
    date: Date = required("Dato", "Dagen den blev sendt ud.", "1. november 2026")
    kind: Literal["sikkerhed", "fejl", "nyt"] = required(
        "Slags", "Hvad versionen mest handler om.", "nyt"
    )
    note: Sentence | None = optional("Note", "Hvad brugeren mærker.", "Nyt overblik over aftaler")
