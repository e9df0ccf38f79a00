"""Issues: where each actor stands on a question, and how it got there."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Said
from spotbrief.model.record import record
from spotbrief.model.statement import Issue
from spotbrief.views.charts.positions import Positions, by_stance, positions
from spotbrief.views.components import Parts, PartsAt, StatementPart
from spotbrief.views.indexes import kind_label
from spotbrief.views.links import Links
from spotbrief.views.page import Page, Plan


@record
class ListedIssue:
    """An issue in the index."""

    link: Markup
    question: str
    extent: str
    latest: Markup
    """Who spoke of it last; empty where nobody did."""
    stance: str
    stance_words: str
    when: Markup


@record
class IssuesView:
    """What issues.html may see."""

    title: str
    issues: tuple[ListedIssue, ...]


@record
class Stand:
    """Where an actor stands, and everything it said, the latest first."""

    actor: Markup
    stance: str
    stance_words: str
    moved: str
    """How the stance changed since the one before, in words; empty where it did not."""
    statements: tuple[StatementPart, ...]


@record
class IssueView:
    """What issue.html may see."""

    title: str
    kind: Markup
    question: str
    description: Markup
    positions: Positions | None
    stands: tuple[Stand, ...]


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/issues/` and `/issues/<id>/`."""
    if not corpus.issues:
        return
    yield Plan(path="issues/", section="issues", make=partial(_index, at))
    parts = at(2)
    for issue in corpus.issues.values():
        said = corpus.backlinks("issues", issue.id).statements
        updated = said[-1].statement.when.earliest if said else None
        yield Plan(path=f"issues/{issue.id}/", section="issues", make=partial(_page, parts, issue), updated=updated)


def _index(at: PartsAt) -> Page:
    links = at(1).links
    corpus, words, title = links.corpus, links.words, links.words("Issues")
    listed = tuple(_listed(links, issue) for issue in corpus.issues.values())
    description = words("The questions on which {site} follows what actors say.", site=corpus.settings.site_name)
    return Page(title=title, description=description, template="issues.html", view=IssuesView(title=title, issues=listed))


def _listed(links: Links, issue: Issue) -> ListedIssue:
    said = links.corpus.backlinks("issues", issue.id).statements
    last, none = said[-1].statement if said else None, Markup("")
    return ListedIssue(
        link=links.named("issues", issue.id),
        question=issue.question or "",
        extent=_extent(links.corpus, issue),
        latest=links.named("actors", last.actor) if last else none,
        stance=last.stance or "" if last else "",
        stance_words=links.words.stance(last.stance) if last else "",
        when=links.marks.date(last.when) if last else none,
    )


def _extent(corpus: Corpus, issue: Issue) -> str:
    said, count = corpus.backlinks("issues", issue.id).statements, corpus.words.count
    actors = {one.statement.actor for one in said}
    return f"{count(len(actors), 'actor', 'actors')} · {count(len(said), 'statement', 'statements')}"


def by_actor(corpus: Corpus, issue: Issue) -> dict[str, list[Said]]:
    """What each actor said on *issue*, oldest first; actors in the order of what they said last, the latest first."""
    found: dict[str, list[Said]] = {}
    for said in corpus.backlinks("issues", issue.id).statements:
        found.setdefault(said.statement.actor, []).append(said)
    return dict(sorted(found.items(), key=lambda pair: pair[1][-1].statement.when.sort_key, reverse=True))


def _page(parts: Parts, issue: Issue) -> Page:
    view = IssueView(
        title=parts.links.written("issues", issue.id),
        kind=kind_label(parts.links, "issues"),
        question=issue.question or "",
        description=parts.writer.line(issue.description, issue.origin),
        positions=positions(_rows(parts, issue), parts.words, parts.corpus.settings.today),
        stands=tuple(_stand(parts, actor, said) for actor, said in by_actor(parts.corpus, issue).items()),
    )
    description = issue.question or parts.words("What actors say on {issue}.", issue=issue.title)
    return Page(title=issue.title, description=description, template="issue.html", view=view)


def _rows(parts: Parts, issue: Issue) -> dict[Markup, list[Said]]:
    """The rows of the chart: who supports above, who opposes below, and of those that agree whoever spoke last."""
    found = sorted(by_actor(parts.corpus, issue).items(), key=lambda row: by_stance(row[1]))
    return {parts.links.named("actors", actor): said for actor, said in found}


def _stand(parts: Parts, actor: str, said: list[Said]) -> Stand:
    statements = tuple(parts.statement(one) for one in reversed(said))
    stances = [one for one in statements if one.stance]
    before = stances[1].stance if len(stances) > 1 and stances[0].stance != stances[1].stance else ""
    return Stand(
        actor=parts.links.named("actors", actor),
        stance=stances[0].stance if stances else "",
        stance_words=stances[0].stance_words if stances else "",
        moved=parts.words("Before that: {stance}", stance=parts.words.stood(before)) if before else "",
        statements=statements,
    )
