"""What the words of the format are called: kinds, stances, outcomes, standings."""

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
STANCE = {"supports": "Supports", "conditional": "Conditional", "opposes": "Opposes", "ambiguous": "Ambiguous"}
OUTCOME = {"happened": "Happened", "did_not_happen": "Did not happen", "partly": "Partly happened", "void": "Void"}
STANDING = {"open": "Open", "due": "Due this week", "overdue": "Overdue", "resolved": "Resolved", "withdrawn": "Withdrawn"}
CORRECTION = {
    "correction": "Correction",
    "clarification": "Clarification",
    "update": "Update",
    "editors_note": "Editor’s note",
    "retraction": "Retraction",
}
ACTORS = {"person": "People", "organization": "Organisations", "state": "States"}
ACTOR = {"person": "Person", "organization": "Organisation", "state": "State"}
