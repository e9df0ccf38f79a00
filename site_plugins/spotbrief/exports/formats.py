"""Every format of file that is not a page, by the section that asks for it; a new format is one more line."""

from collections.abc import Callable, Iterator, Mapping

from spotbrief.exports import (
    assets,
    attachments,
    calendar,
    changes,
    citations,
    feeds,
    llms,
    manifest,
    news_sitemap,
    redirects,
    robots,
    security,
    sitemap,
    tellings,
    timelines,
    track_record,
)
from spotbrief.exports.api import files as api
from spotbrief.exports.cards import cards
from spotbrief.exports.output import Beside, Edition, Output

Format = Callable[[Edition], Iterator[Output]]

FORMATS: Mapping[str, tuple[Format, ...]] = {
    "briefings": (
        attachments.outputs,
        assets.outputs,
        manifest.outputs,
        security.outputs,
        redirects.outputs,
        sitemap.outputs,
        robots.outputs,
        cards.outputs,
        changes.outputs,
    ),
    "timelines": (timelines.outputs,),
    "outlook": (track_record.outputs,),
    "exports": (
        feeds.outputs,
        calendar.outputs,
        api.outputs,
        llms.outputs,
        news_sitemap.outputs,
    ),
}

ONCE = frozenset({security.outputs, robots.outputs, sitemap.outputs})
"""What a site has once, whatever the number of its languages."""

BESIDE: Mapping[str, tuple[Callable[[Edition], Beside], ...]] = {"exports": (tellings.beside, citations.beside, api.beside)}
"""Likewise what is made together with the page of each briefing."""


def outputs(edition: Edition) -> Iterator[Output]:
    """All files of an edition, none of them made yet."""
    for section, formats in FORMATS.items():
        if _is_wanted(section, edition):
            for format in formats:
                if not (edition.corpus.settings.prefix and format in ONCE):
                    yield from format(edition)


def beside(edition: Edition) -> Beside:
    """The files that are made together with the page of a briefing."""
    makers = [format(edition) for section, formats in BESIDE.items() if _is_wanted(section, edition) for format in formats]
    return lambda briefing: (output for make in makers for output in make(briefing))


def _is_wanted(section: str, edition: Edition) -> bool:
    return section in edition.corpus.settings.sections and not (section == "exports" and lacks_address(edition))


def lacks_address(edition: Edition) -> bool:
    """Whether exports are left out: they hold absolute addresses, and the site has no `site_url` to make them from."""
    settings = edition.corpus.settings
    return "exports" in settings.sections and not settings.site_url
