"""In which order a briefing is told: it depends on its kind, and is the same in every medium."""

from collections.abc import Mapping, Sequence

from spotbrief.model.briefing import BriefingKind

Order = Sequence[str]
"""The names of a view's parts; what stands before and after them is the same for all kinds."""

FINDINGS_FIRST: Order = ("takeaways", "expected", "implications", "picture", "body")
"""For readers in a hurry: what we found, what we expect and what it means, then the text."""

TEXT_FIRST: Order = ("picture", "takeaways", "body", "expected", "implications")

TABLE_FIRST: Order = ("opening", "takeaways", "expected", "implications", "picture", "body")
"""The text as far as its first table stands before all else."""

ORDERS: Mapping[BriefingKind, Order] = {
    "news": TEXT_FIRST,
    "spot_briefing": FINDINGS_FIRST,
    "assessment": FINDINGS_FIRST,
    "forecast_update": FINDINGS_FIRST,
    "tracker": TABLE_FIRST,
    "explainer": TEXT_FIRST,
    "interview": TEXT_FIRST,
    "outlook": FINDINGS_FIRST,
}
