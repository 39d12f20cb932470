"""What of a catalogue is watched: its apps and services, and what its editors tell of them.

Moments are handed on in UTC: two of one zone with changes of the clock compare by what it shows.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from synlighed.catalogue import Catalogue
from synlighed.danish.times import ZONE
from synlighed.model.item import Item
from synlighed.model.notices import Notice
from synlighed.model.site import Monitoring, Site
from synlighed.sitepage import Settings
from synlighed.status import watched
from synlighed.status.probes import Probes
from synlighed.status.watched import Watched
from synlighed.status.words import Status, staged
from synlighed.urls import item_url

_IMPACTS = {
    "nede": Status.MAJOR,
    "delvist nede": Status.PARTIAL,
    "nedsat drift": Status.DEGRADED,
    "ingen": Status.OPERATIONAL,
}


def watched_in(catalogue: Catalogue, settings: Settings) -> Watched:
    """All that a catalogue holds for its readers to watch."""
    notices = catalogue.items("notices") if "notices" in catalogue.model else ()
    return replace(
        measured_by(catalogue.site),
        items=tuple(
            _item(item, catalogue)
            for kind in catalogue.model
            for item in catalogue.items(kind.kind.key)
            if item.is_watched
        ),
        notices=tuple(_notice(one) for one in notices if isinstance(one, Notice) and _is_said(one)),
        site_url=settings.site_url,
        shows_drift=catalogue.edition.is_internal,
    )


def measured_by(site: Site) -> Watched:
    """What the settings of a site say of its measuring, before any item is watched."""
    monitoring = site.monitoring
    return Watched(
        name=site.name,
        source=monitoring.name if monitoring else "",
        probes=probes_of(monitoring) if monitoring else Probes(),
        adapter=(monitoring.adapter if monitoring else None) or "",
    )


def key_of(item: Item) -> str:
    """What the status calls an item: `apps/mit-sygehus`."""
    return "/".join(item.identity)


def probes_of(monitoring: Monitoring) -> Probes:
    """What a site calls its measurements, or what they are usually called."""
    usual = Probes()
    told = tuple((one.name, _IMPACTS[one.impact]) for one in monitoring.severities)
    return Probes(
        query=monitoring.query or usual.query,
        app_label=monitoring.app_label or usual.app_label,
        severities=told or usual.severities,
    )


def _is_said(notice: Notice) -> bool:
    """Whether it is finished, and not put away."""
    return notice.content_status in (None, "klar")


def _item(item: Item, catalogue: Catalogue) -> watched.Item:
    return watched.Item(
        key=key_of(item),
        title=item.title,
        url=item_url(item),
        component=item.component,
        fallback=getattr(item, "fallback", None) or "",
        is_example=bool(item.example),
        is_shared=item.component in catalogue.shared,
    )


def _notice(notice: Notice) -> watched.Notice:
    day = notice.created
    starts = notice.starts.astimezone(UTC)
    return watched.Notice(
        id=notice.id,
        title=notice.title,
        url=item_url(notice),
        summary=notice.summary,
        is_maintenance=notice.type == "vedligehold",
        impact=_IMPACTS[notice.impact],
        created=_morning_of(day) if isinstance(day, date) else starts,
        starts=starts,
        ends=notice.ends.astimezone(UTC) if notice.ends else None,
        items=(
            *(f"apps/{id}" for id in notice.apps),
            *(f"services/{id}" for id in notice.services),
        ),
        updates=tuple(
            (one.at.astimezone(UTC), staged(one.status or "", one.text))
            for one in reversed(notice.updates)
        ),
        is_example=bool(notice.example),
        first_id=notice.former_ids[0] if notice.former_ids else "",
    )


def _morning_of(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE).astimezone(UTC)
