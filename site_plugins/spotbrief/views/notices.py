"""What happened to a briefing since it was published, told at its head: it was corrected, or brought up to date."""

from collections.abc import Iterator

from markupsafe import Markup

from spotbrief.model.briefing import Briefing, Correction
from spotbrief.model.record import record
from spotbrief.views.components import Parts

CORRECTED = {
    "correction": "Corrected {when}: {text}",
    "clarification": "Clarified {when}: {text}",
    "retraction": "Retracted {when}: {text}",
}
"""What a reader of the first version must know; other entries bring up to date."""


@record
class NoticePart:
    """One line at the head."""

    kind: str
    """corrected or updated."""
    text: Markup
    href: str
    """Where the page says what changed; empty where it does not."""


def notices(parts: Parts, briefing: Briefing) -> Iterator[NoticePart]:
    """Each correction, the oldest first, and when it was last brought up to date."""
    page = parts.links.here("briefings", briefing.id)
    for one in sorted(briefing.corrections, key=lambda one: one.when):
        if one.kind in CORRECTED:
            yield NoticePart(kind="corrected", text=_corrected(parts, one, briefing), href=f"{page}#section:corrections")
    added = [one.when for one in briefing.corrections if one.kind not in CORRECTED]
    changed = [one.when for one in briefing.changes]
    if dates := [*added, *changed, *([briefing.updated] if briefing.updated else [])]:
        section = "changes" if changed else "corrections" if added else ""
        text = parts.marks.phrase("Updated {when}", when=parts.marks.moment(max(dates)))
        yield NoticePart(kind="updated", text=text, href=f"{page}#section:{section}" if section else "")


def _corrected(parts: Parts, one: Correction, briefing: Briefing) -> Markup:
    return parts.marks.phrase(CORRECTED[one.kind], when=parts.marks.moment(one.when), text=parts.writer.line(one.now, briefing.origin))
