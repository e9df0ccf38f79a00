"""Briefings and events as rows of a list: a date and a headline each."""

from dataclasses import replace

from markupsafe import Markup

from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Event
from spotbrief.model.record import record
from spotbrief.views.components import EventPart, Parts, badge
from spotbrief.views.judgements import NOTHING
from spotbrief.views.spoken import kind_of
from spotbrief.views.time_elements import of_day


@record
class BriefingRow:
    """A briefing in a list of many."""

    link: Markup
    label: str
    badge: str
    published: Markup
    changed: str
    """When it last changed, for marking what is new to a reader."""
    is_withdrawn: bool
    within: Markup
    """The part of the page's subject that it belongs to; empty where it belongs to the whole."""


def briefing_row(parts: Parts, briefing: Briefing, within: Markup = NOTHING) -> BriefingRow:
    """A briefing as a row."""
    return BriefingRow(
        link=parts.links.named("briefings", briefing.id),
        label=kind_of(briefing, parts.corpus),
        badge=badge(briefing, parts.links),
        published=of_day(briefing.published, parts.words),
        changed=parts.changed(briefing),
        is_withdrawn=briefing.is_withdrawn(),
        within=within,
    )


def event_row(parts: Parts, event: Event) -> EventPart:
    """An event as a row, which leads to the briefing that told it last; its timeline names them all."""
    return replace(parts.event(event), told_in=parts.links.all_named("briefings", event.briefings[-1:]))
