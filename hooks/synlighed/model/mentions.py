"""What news and newsletters are about: an item of any kind."""

from typing import Any

from synlighed.model.declare import Part, optional
from synlighed.model.fields import Ref


def _one(label: str, kind: str, example: str) -> Any:
    help = f"Et punkt under data/{kind}."
    return optional(label, help, example, to=kind)


class Mention(Part):
    """One item, of whichever kind it is; the field that holds it says what it is from there."""

    only_one = (
        "app", "service", "project", "lesson", "event", "news",
        "notice", "guideline", "policy", "process", "criterion", "reference",
        "group", "ambassador", "organisation", "contact", "route", "term",
        "trend", "metric", "tool",
    )  # fmt: skip

    app: Ref | None = _one("App", "apps", "mit-sygehus")
    service: Ref | None = _one("Service", "services", "map-adgang")
    project: Ref | None = _one("Projekt", "projects", "faelles-vagttelefon")
    lesson: Ref | None = _one("Erfaring", "lessons", "kollegaen-var-stadig-logget-ind")
    event: Ref | None = _one("Arrangement", "events", "apps-i-ambulatoriet")
    news: Ref | None = _one("Nyhed", "news", "ny-app-til-vagttelefonen")
    notice: Ref | None = _one("Driftsmeddelelse", "notices", "map-vedligehold")
    guideline: Ref | None = _one("Retningslinje", "guidelines", "delte-telefoner")
    policy: Ref | None = _one("Politik", "policies", "egen-enhed")
    process: Ref | None = _one("Proces", "processes", "faa-en-app-godkendt")
    criterion: Ref | None = _one("Acceptkriterium", "criteria", "ak-04")
    reference: Ref | None = _one("Ramme", "references", "mindapps")
    group: Ref | None = _one("Gruppe", "groups", "referencegruppen")
    ambassador: Ref | None = _one("Ambassadør", "ambassadors", "ambassadoer-ouh")
    organisation: Ref | None = _one("Organisation", "organisations", "ouh")
    contact: Ref | None = _one("Kontaktpunkt", "contacts", "servicedesk")
    route: Ref | None = _one("Spørgsmål i Find vej", "routes", "hvad-har-du-brug-for")
    term: Ref | None = _one("Ord", "terms", "map")
    trend: Ref | None = _one("Tendens", "trends", "maalinger-hjemmefra")
    metric: Ref | None = _one("Tal", "metrics", "smartphones-til-arbejdet")
    tool: Ref | None = _one("Værktøj", "tools", "skabelon-til-forslag")
