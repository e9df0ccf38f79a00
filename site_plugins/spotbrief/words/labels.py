"""What the words of the format are called: kinds, stances, outcomes, standings."""

from typing import Literal

from spotbrief.model.event import EVENT_KINDS

Verdict = Literal["as_expected", "against_our_odds", "toss_up"]
"""How a judgement that ended bears on what was said of it."""

Order = Literal["newest", "oldest", "soonest"]
ORDER: dict[Order, str] = {"newest": "Newest first.", "oldest": "Oldest first.", "soonest": "Soonest first."}
"""Chapters are read from the oldest on; all else that has happened runs newest first; what lies ahead, soonest first."""
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
CONFIDENCE = {"low": "Low", "moderate": "Moderate", "high": "High"}
SURENESS = {"low": "low confidence", "moderate": "moderate confidence", "high": "high confidence"}
"""Confidence within a sentence."""
STANCE = {"supports": "Supports", "conditional": "Conditional", "opposes": "Opposes", "ambiguous": "Ambiguous"}
STOOD = {"supports": "supports", "conditional": "conditional", "opposes": "opposes", "ambiguous": "ambiguous", "": "no stance"}
"""A stance within a sentence."""
OUTCOME = {"happened": "Happened", "did_not_happen": "Did not happen", "void": "Void"}
VERDICT = {"as_expected": "As expected", "against_our_odds": "Against our odds", "toss_up": "Toss-up"}
STANDING = {"open": "Open", "due": "Due this week", "overdue": "Overdue", "resolved": "Resolved", "withdrawn": "Withdrawn"}
CORRECTION = {
    "correction": "Correction",
    "clarification": "Clarification",
    "update": "Update",
    "editors_note": "Editor’s note",
    "retraction": "Retraction",
}
EVENT = {kind: kind.capitalize() for kind in EVENT_KINDS}
"""The usual kinds of events; a desk may have others."""
ACTORS = {"person": "People", "organization": "Organisations", "state": "States", "outlet": "Outlets"}
ACTOR = {"person": "Person", "organization": "Organisation", "state": "State", "outlet": "Outlet"}
