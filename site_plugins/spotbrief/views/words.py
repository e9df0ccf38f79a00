"""The words readers see for the words of the format, in one place."""

from collections.abc import Sized

from spotbrief.model.judgement import Outcome

KIND = {
    "news": "News",
    "spot_briefing": "Spot briefing",
    "assessment": "Assessment",
    "forecast_update": "Forecast update",
    "tracker": "Tracker",
    "explainer": "Explainer",
    "interview": "Interview",
    "outlook": "Outlook",
}
STANCE = {"supports": "Supports", "conditional": "Conditional", "opposes": "Opposes", "ambiguous": "Ambiguous"}
OUTCOME: dict[Outcome, str] = {"happened": "Happened", "did_not_happen": "Did not happen", "partly": "Partly happened", "void": "Void"}
STANDING = {"open": "Open", "due": "Due this week", "overdue": "Overdue", "resolved": "Resolved", "withdrawn": "Withdrawn"}
CORRECTION = {
    "correction": "Correction",
    "clarification": "Clarification",
    "update": "Update",
    "editors_note": "Editor’s note",
    "retraction": "Retraction",
}
ACTOR = {"person": "People", "organization": "Organisations", "state": "States"}
ONE = {"person": "Person", "organization": "Organisation", "state": "State"}


def sentence(text: str) -> str:
    """*text* with a capital first letter."""
    return text[:1].upper() + text[1:]


def number_of(things: Sized, one: str) -> str:
    """How many there are, in words; nothing for none."""
    return counted(len(things), one) if things else ""


def counted(count: int, one: str, many: str = "") -> str:
    """A number with what it counts: `1 chapter`, `3 chapters`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
