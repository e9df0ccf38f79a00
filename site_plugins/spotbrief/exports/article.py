"""A briefing as HTML that stands on its own: absolute links and pictures, no style, no script."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from spotbrief.corpus.corpus import Expected
from spotbrief.exports.text import clean
from spotbrief.model.briefing import Briefing
from spotbrief.views.figures import figcaption
from spotbrief.views.judgements import JudgementPart
from spotbrief.views.moments import of_instant
from spotbrief.views.notes import Notes, SourcePart
from spotbrief.views.parts import Parts
from spotbrief.views.words import CORRECTION


def article(briefing: Briefing, parts: Parts) -> str:
    """The whole briefing; *parts* make absolute links."""
    page = parts.links.thing("briefings", briefing.id)
    html = "\n".join(_Article(briefing, parts).pieces())
    return clean(html.replace('href="#', f'href="{escape(page)}#'))


class _Article:
    """Makes the HTML of one briefing, piece by piece."""

    def __init__(self, briefing: Briefing, parts: Parts) -> None:
        self._briefing, self._parts, self._notes = briefing, parts, Notes(parts.links, briefing)

    def pieces(self) -> Iterator[str]:
        """All that a reader of the feed needs, in the order of the page; sources come last."""
        briefing = self._briefing
        if briefing.status == "withdrawn":
            yield _paragraph("Withdrawn", self._line(briefing.withdrawn))
        if briefing.summary:
            yield _paragraph("", self._line(briefing.summary))
        yield from self._picture()
        if briefing.bottom_line:
            yield _paragraph("Bottom line", self._line(briefing.bottom_line))
        yield from _list("Key takeaways", self._takeaways())
        yield self._parts.writer.block(briefing.body.text, briefing.origin)
        yield from _list("What to expect", self._expected())
        yield from _list("Corrections", self._corrections())
        yield from _list("Sources", map(_source, self._notes.all()), numbered=True)

    def _line(self, text: str | None) -> Markup:
        return self._parts.writer.line(text, self._briefing.origin)

    def _picture(self) -> Iterator[str]:
        if picture := self._parts.picture(self._briefing):
            caption = figcaption(escape(picture.caption), escape(picture.credit))
            size = f' width="{picture.width}" height="{picture.height}"' if picture.width else ""
            yield f'<figure><img src="{escape(picture.src)}" alt="{escape(picture.alt)}"{size}>{caption}</figure>'

    def _takeaways(self) -> Iterator[str]:
        for takeaway in self._briefing.key_takeaways:
            yield f"{self._line(takeaway.text)}{self._notes.of(takeaway.sources)}"

    def _expected(self) -> Iterator[str]:
        for i, judgement in enumerate(self._briefing.what_to_expect, 1):
            expected = Expected(briefing=self._briefing, judgement=judgement, key=judgement.id or str(i))
            ended = judgement.resolution.sources if judgement.resolution else ()
            notes = (self._notes.of(judgement.sources), self._notes.of(ended))
            yield _judgement(self._parts.judgement_of(expected, notes))

    def _corrections(self) -> Iterator[str]:
        zone = self._parts.corpus.settings.timezone
        for c in sorted(self._briefing.corrections, key=lambda c: c.when):
            was = f" Was: {self._line(c.was)}" if c.was else ""
            yield f"{of_instant(c.when, zone)}: {CORRECTION[c.kind]}.{was} Now: {self._line(c.now)} {self._line(c.text)}".rstrip()


def _paragraph(label: str, html: str) -> str:
    """One paragraph with a label before it, or what has paragraphs of its own after it."""
    label = f"<strong>{label}.</strong>" if label else ""
    if "<p>" in html:
        return f"<p>{label}</p>\n{html}" if label else html
    return f"<p>{label} {html}</p>" if label else f"<p>{html}</p>"


def _list(title: str, items: Iterable[str], *, numbered: bool = False) -> Iterator[str]:
    made = "".join(f"<li>{item}</li>" for item in items)
    kind = "ol" if numbered else "ul"
    if made:
        yield f"<h2>{title}</h2>\n<{kind}>{made}</{kind}>"


def _judgement(part: JudgementPart) -> str:
    likely = f"{escape(part.term)} ({escape(part.band)})" if part.term else ""
    sure = f"{part.confidence.lower()} confidence" if part.confidence else ""
    how = "; ".join(text for text in (likely, sure, f"by {part.by}" if part.by else "") if text)
    ended = part.resolution
    note = f". {ended.note}" if ended and ended.note else ""
    outcome = f"<br>{ended.outcome}, {ended.when}{note}{ended.notes}" if ended else ""
    return f"{part.text}{part.notes}{f'<br>{how}' if how else ''}{outcome}"


def _source(part: SourcePart) -> str:
    title = f'<a href="{escape(part.url)}">{escape(part.title)}</a>' if part.url else escape(part.title)
    publisher = f"{escape(part.publisher)}: " if part.publisher else ""
    archived = f' (<a href="{escape(part.archive_url)}">archived copy</a>)' if part.archive_url else ""
    return f"{publisher}{title}{f', {part.published}' if part.published else ''}{archived}"
