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
    """Each correction, the oldest first, and when it was last brought up to date; of a translation, that it is behind its original."""
    translation = parts.corpus.desk.translated.get(("briefings", briefing.id))
    if translation and translation.is_behind:
        yield NoticePart(kind="updated", text=_behind(parts, briefing), href="")
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


def _behind(parts: Parts, briefing: Briefing) -> Markup:
    """That the original was changed since it was translated, and when, where it says so."""
    original = parts.marks.link(*parts.links.original(briefing.id))
    if briefing.changed() <= briefing.opens():
        return parts.marks.phrase("The original was changed since it was translated: {original}", original=original)
    when = parts.marks.moment(briefing.changed())
    return parts.marks.phrase(
        "The original was updated {when}, and this translation is behind it: {original}", when=when, original=original
    )
