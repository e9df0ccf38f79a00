"""What can be found, one record each: its words, what a result shows, and what it can be filtered by."""

from collections.abc import Mapping

from spotbrief.model.record import record

FACETS = {
    "kind": "Kind",
    "topic": "Topic",
    "region": "Region",
    "actor": "Actor",
    "author": "Author",
    "year": "Year",
    "likelihood": "Likelihood",
}
"""What results can be filtered by, and how it is called."""

KINDS = {
    "person": "Person",
    "organization": "Organisation",
    "state": "State",
    "storyline": "Storyline",
    "topic": "Topic",
    "region": "Region",
    "author": "Author",
    "issue": "Issue",
    "judgement": "Judgement",
    "event": "Event",
}
"""The kinds of results beside those of briefings."""


@record
class Finding:
    """One thing that can be found."""

    kind: str
    path: str
    """Its address below the site's root."""
    title: str
    when: str = ""
    """A date in words."""
    note: str = ""
    """What else a result says in one line."""
    lead: str = ""
    """What it says first: shown with a result."""
    names: tuple[str, ...] = ()
    """What else it is called."""
    text: str = ""
    """What else it says: found, not shown."""
    facets: Mapping[str, tuple[str, ...]]

    @property
    def shown(self) -> list[str]:
        """What search.js shows of it."""
        called = ", ".join(self.names)
        return [self.kind, self.path, self.title, self.when, self.note or called, self.lead]
