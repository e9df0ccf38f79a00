"""The track record: how good the desk is, how sure one can be of that, and which judgements say so."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.intervals import around
from spotbrief.corpus.score import COIN, Came, Score, came_of, score
from spotbrief.corpus.scored import Scored
from spotbrief.corpus.track_record import FEW, By, Ended, TrackRecord, ended, track_record
from spotbrief.model.record import record
from spotbrief.views.charts.calibration import Calibration, calibration
from spotbrief.views.components import Parts, PartsAt
from spotbrief.views.ended import EndedRow, ended_row
from spotbrief.views.facets import APART, narrowed
from spotbrief.views.links import Links
from spotbrief.views.marks import Marks
from spotbrief.views.page import Page, Plan
from spotbrief.views.track_record_figures import ScoreRow, SkillPart, brier, row, shown, skill, whole
from spotbrief.views.track_record_findings import of_parts, of_words
from spotbrief.views.track_record_parts import CAPTIONS, FIRST, RESOLVED, href_of, kinds_of, link_of, name_of, side_of

WORST = 5
"""Judgements that are named because they were furthest off."""


@record
class Side:
    """The judgements on one side of even chances."""

    href: str
    came: Markup
    count: Markup


@record
class WholeScore:
    """The score of the desk, where there are enough judgements."""

    above: Side | None
    below: Side | None
    first: Markup
    held: Markup
    last: Markup
    better: Markup
    """What the desk did better than; empty for nothing."""
    worse: Markup
    """What it did no better than; empty for nothing."""
    low: Markup
    high: Markup
    coin: str
    """How sure the comparison with a coin is: better, worse or unsure."""
    reliability: Markup
    resolution: Markup
    uncertainty: Markup
    own_average: SkillPart | None
    base_rates: SkillPart | None
    with_base_rate: str
    """The list of those that have one."""
    pairs: Markup
    """How often the likelier one of two came; empty where all came, or none."""


@record
class ScoreTable:
    """Rows of scores by one thing."""

    by: str
    caption: str
    first: str
    """The heading of the first column."""
    finding: str
    """What its rows come to; empty where too few of them can be told."""
    rows: tuple[ScoreRow, ...]


@record
class Apart:
    """Judgements that do not count as others do."""

    name: str
    href: str
    count: Markup


@record
class TrackRecordView:
    """What track-record.html may see."""

    title: str
    count: Markup
    """How many judgements count."""
    few: str
    """The least number of judgements of which anything is said."""
    all: str
    """The list of those that count; empty for none."""
    whole: WholeScore | None
    calibration: Calibration | None
    finding: Markup
    """What the picture shows, in a sentence."""
    worst_title: str
    worst: tuple[EndedRow, ...]
    tables: tuple[ScoreTable, ...]
    apart: tuple[Apart, ...]
    outlook: str
    how: str
    file: str


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/outlook/track-record/`."""
    yield Plan(path="outlook/track-record/", section="outlook", make=partial(_page, at, track_record(corpus)))


def _page(at: PartsAt, found: TrackRecord) -> Page:
    parts = at(2)
    links, words, counted = parts.links, parts.words, found.counted
    total, came = score(counted), {term: came_of(ones) for term, ones in found.parts["term"].items()}
    enough = total if total and total.count >= FEW else None
    worst = _worst(counted) if enough else []
    view = TrackRecordView(
        title=words("Track record"),
        count=whole(len(counted), words),
        few=words.number(FEW),
        all=narrowed(links.to(RESOLVED), which="counted") if counted else "",
        whole=_whole(found, enough, parts) if enough else None,
        calibration=_calibration(came, links),
        finding=of_words(parts.corpus.settings.scale.terms, came, parts.marks),
        worst_title=words("Our five worst") if len(worst) == WORST else words("Where we were furthest off"),
        worst=tuple(ended_row(Ended(expected=one.expected, scored=one), parts) for one in worst),
        tables=tuple(_table(by, found, links) for by in CAPTIONS if found.parts[by]) if enough else (),
        apart=tuple(_apart(links)),
        outlook=links.to("outlook/"),
        how=links.to("outlook/how-we-score/"),
        file=links.to("outlook/track-record.csv"),
    )
    site = parts.corpus.settings.site_name
    description = words("How the judgements of {site} ended, and how well its words of likelihood held.", site=site)
    return Page(title=view.title, description=description, template="track-record.html", view=view)


def _whole(found: TrackRecord, total: Score, parts: Parts) -> WholeScore:
    words, marks = parts.words, parts.marks
    low, high = around(total.held, total.error or 0)
    better, worse = _references(total, marks)
    return WholeScore(
        above=_side(found.counted, "likelier", parts.links),
        below=_side(found.counted, "less_likely", parts.links),
        first=brier(total.first, words),
        held=brier(total.held, words),
        last=brier(total.last, words),
        better=Markup(words.together(better)),
        worse=Markup(words.together(worse)),
        low=brier(low, words),
        high=brier(high, words),
        coin="better" if shown(high) < shown(total.coin) else "worse" if shown(low) > shown(total.coin) else "unsure",
        reliability=brier(total.reliability, words),
        resolution=brier(total.resolution, words),
        uncertainty=brier(total.uncertainty, words),
        own_average=skill(total.own_average, words),
        base_rates=skill(total.base_rates, words),
        with_base_rate=narrowed(parts.links.to(RESOLVED), which="rated"),
        pairs=Markup("") if total.discrimination is None else whole(round(total.discrimination * 100), words),
    )


def _side(counted: Sequence[Scored], name: str, links: Links) -> Side | None:
    judgements = [one for one in counted if side_of(one) == name]
    if not judgements:
        return None
    hits = sum(one.truth == 1 for one in judgements)
    return Side(href=narrowed(links.to(RESOLVED), which=name), came=whole(hits, links.words), count=whole(len(judgements), links.words))


def _references(total: Score, marks: Marks) -> tuple[list[str], list[str]]:
    """What the desk did better than, and what it did no better than, by the figures that readers see."""
    own, base, held = total.own_average, total.base_rates, shown(total.held)
    named = [(shown(total.coin) - held, marks.phrase("tossing a coin ({score})", score=brier(total.coin, marks.words)))]
    if own:
        named.append(
            (
                shown(own.reference) - held,
                marks.phrase("always saying how often such things came ({score})", score=brier(own.reference, marks.words)),
            )
        )
    if base and base.count >= FEW:
        count = whole(base.count, marks.words)
        text = marks.phrase(
            "the base rates ({score}, for the {count} judgements that have one)", score=brier(base.reference, marks.words), count=count
        )
        named.append((base.skill, text))
    return [text for lead, text in named if lead > 0], [text for lead, text in named if lead <= 0]


def _calibration(came: Mapping[str, Came], links: Links) -> Calibration | None:
    hrefs = {term: href_of("term", term, links) for term in came}
    return calibration(links.corpus.settings.scale.terms, came, FEW, links.words, hrefs)


def _worst(counted: Sequence[Scored]) -> list[Scored]:
    """Those furthest off that leaned to the wrong side."""
    wrong = [one for one in counted if one.answered and one.brier > COIN]
    return sorted(wrong, key=lambda one: -one.brier)[:WORST]


def _table(by: By, found: TrackRecord, links: Links) -> ScoreTable:
    made = ((key, score(ones)) for key, ones in found.parts[by].items())
    rows = [(key, total) for key, total in made if total]
    if by in ("topic", "storyline", "author"):
        rows.sort(key=lambda pair: -pair[1].judgements)
    return ScoreTable(
        by=by,
        caption=links.words(CAPTIONS[by]),
        first=links.words(FIRST[by]),
        finding=of_parts(by, [(name_of(by, key, links), total) for key, total in rows], links.words),
        rows=tuple(row(link_of(by, key, links), href_of(by, key, links), total, links.words) for key, total in rows),
    )


def _apart(links: Links) -> Iterator[Apart]:
    counts = Counter(kind for one in ended(links.corpus) for kind in kinds_of(one))
    for kind, title in APART.items():
        if counts[kind]:
            yield Apart(name=links.words(title), href=narrowed(links.to(RESOLVED), which=kind), count=whole(counts[kind], links.words))
