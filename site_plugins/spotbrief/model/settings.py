"""What a desk decides about its site."""

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from spotbrief.model.origin import Pointer, Where
from spotbrief.model.policy import NOTHING, Policy, origin_of
from spotbrief.model.record import record
from spotbrief.model.scale import Scale

AUDIENCES = {"diplomats": "Diplomats", "humanitarians": "Humanitarians", "businesses": "Businesses"}

SECTIONS = frozenset({"briefings", "actors", "timelines", "outlook", "exports", "search"})
"""The kinds of output a site may have; a plugin each."""


def _in_usual_file(pointer: Pointer) -> Where:
    return Where(file="mkdocs.yml", pointer=pointer)


@record
class SiteLanguage:
    """One of several languages of a site, and what the site says of itself in it."""

    tag: str
    """By BCP 47; the first step of its addresses, but for the first language."""
    name: str
    """What it is called in itself."""
    catalogues: tuple[Path, ...] = ()
    site_name: str = ""
    site_description: str = ""
    copyright: str = ""
    navigation: Mapping[str, str] = field(default_factory=dict)
    """The titles of the navigation by those in the first language."""
    audiences: Mapping[str, str] = field(default_factory=dict)


@record
class Settings:
    """What a desk decides about its site, and the moment it is built for."""

    now: datetime
    """Nothing that opens after this moment is published."""
    as_of: datetime | None = None
    """The moment as of which the site is shown, where that is not the present: nothing that was written later is in it."""
    timezone: ZoneInfo
    scale: Scale
    site_name: str = "Briefings"
    site_url: str = ""
    published_url: str = ""
    """Where readers find the site; a preview of it is served elsewhere."""
    site_description: str = ""
    language: str = "en"
    """By BCP 47."""
    catalogues: tuple[Path, ...] = ()
    """The files that say what pages say in it, those that win first."""
    languages: tuple[SiteLanguage, ...] = ()
    """All languages of the site, the first at its root; none where it has but one."""
    prefix: str = ""
    """The first step of the addresses in this language, with its slash; empty for the first."""
    untranslated: Literal["shown", "left_out"] = "shown"
    """What lists do with what is not translated."""
    audiences: dict[str, str]
    per_page: int = 20
    events_per_page: int = 80
    preview: bool = False
    """Show what is not public yet, marked; for the eyes of the desk alone."""
    sections: frozenset[str] = SECTIONS
    security_contact: str = ""
    """Where to report a hole in the site: an address that starts with https: or mailto:."""
    templates: frozenset[str] = frozenset()
    """Names of the desk's own templates, which pages may use."""
    id_authority: str = ""
    """A domain that stands in the ids of feeds and calendars, whatever the site's address becomes."""
    markdown_extensions: Mapping[str, Mapping[str, Any]] | None = None
    """What ordinary pages are rendered with; None where a plugin of others may read signs of its own."""
    cards: bool = False
    """Whether a picture is drawn for each briefing, for where it is shared."""
    author_records: bool = False
    """Whether the page of an author says how good their judgements were."""
    audit: bool = False
    """Whether pages say what stands unchanged since its publication."""
    repo_url: str = ""
    """Where readers may look into the history of the desk's files."""
    policy: Policy = NOTHING
    policy_slips: tuple[tuple[Pointer, str, str], ...] = ()
    """What is wrong with the option that gives the policy: the place in it, what, and how to mend it."""
    unguarded: tuple[str, ...] = ()
    """Files that are published as they are, with whatever runs in them, because the desk says so."""
    rules: Mapping[str, Any] = field(default_factory=dict)
    """How severe the desk holds rules, as it was typed, by id."""
    is_opened: bool = False
    """Whether a workflow of the desk waits for what is held back, and opens it."""
    written: Mapping[str, Any] = field(default_factory=dict)
    """The settings as they were typed."""
    place: Callable[[Pointer], Where] = _in_usual_file
    """Finds the file and the line of a setting, also in a file that mkdocs.yml inherits from."""
    options_at: Pointer = ()
    """The place of the options of the plugin `briefings` among them."""

    @property
    def base(self) -> str:
        """The site's address, ending in a slash; `/` where it is not known."""
        return self.site_url if self.site_url.endswith("/") else f"{self.site_url}/"

    @property
    def policy_here(self) -> Policy:
        """The policy of the pages. A preview is served from another host, so it allows the site's own address too."""
        return self.policy.opened_to(origin_of(self.published_url)) if self.preview and self.published_url else self.policy

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages of a site that has several."""
        return tuple(one.tag for one in self.languages)

    def in_language(self, of: SiteLanguage) -> "Settings":
        """The settings of the site in another of its languages, which lies below an address of its own."""
        prefix = f"{of.tag}/"
        return replace(
            self,
            language=of.tag,
            catalogues=of.catalogues,
            prefix=prefix,
            site_url=f"{self.base}{prefix}" if self.site_url else "",
            site_name=of.site_name or self.site_name,
            site_description=of.site_description or self.site_description,
            audiences={id: of.audiences.get(id, name) for id, name in self.audiences.items()},
        )

    @property
    def today(self) -> date:
        """The day of the build, in the site's timezone."""
        return self.now.astimezone(self.timezone).date()
