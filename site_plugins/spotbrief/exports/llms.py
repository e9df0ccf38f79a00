"""What the site is and where to read it, for language models (llmstxt.org)."""

from collections.abc import Iterable, Iterator

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.output import Edition, Output, one
from spotbrief.exports.text import clean
from spotbrief.views.components import Parts
from spotbrief.views.links import Links
from spotbrief.views.markdown import MarkdownWriter, escaped

LATEST = 20

SECTIONS = (
    ("briefings/", "Briefings", "all of them, newest first"),
    ("storylines/", "Storylines", "running stories, chapter by chapter"),
    ("actors/", "Actors", "people, organisations and states: posts, statements, events"),
    ("timelines/", "Timelines", "what happened and what is scheduled, with imprecise dates"),
    ("outlook/", "Outlook", "what to expect: every judgement with its likelihood and the date it falls due"),
    ("outlook/track-record/", "Track record", "how good the judgements were, and how sure that is"),
    ("outlook/how-we-score/", "How we score", "every formula, and a table of all judgements to compute it again"),
    ("sources/", "Sources", "what all of it rests on"),
    ("changes/", "What changed", "what was published, updated, corrected and resolved lately, by day"),
    ("corrections/", "Corrections", "what was wrong and what it says now"),
    ("trust/", "Trust", "who we are and the rules we work by"),
)
"""Pages that are named where the site has them."""

DATA = (
    ("feed.xml", "Atom feed", "the latest briefings in full"),
    ("feed.json", "JSON Feed", "the same as JSON"),
    ("outlook/feed.xml", "Atom feed of the outlook", "judgements that were made, revised or resolved lately"),
    ("outlook/feed.json", "JSON Feed of the outlook", "the same as JSON"),
    ("changes/feed.xml", "Atom feed of what changed", "briefings new, updated, corrected or withdrawn, and judgements revised or resolved"),
    ("changes/feed.json", "JSON Feed of what changed", "the same as JSON"),
    ("calendar.ics", "Calendar", "events and dates on which judgements fall due"),
    ("api/v1/index.json", "API", "briefings, actors, events, judgements, statements and sources as JSON"),
    ("sitemap.xml", "Sitemap", "every page"),
)

MARKDOWN = "Each briefing can be read as Markdown: put `index.md` behind its address."

LIKELIHOOD = """\
Likelihood is said in fixed terms, each with a band of probabilities; confidence is said apart. Judgements are dated and are
resolved in public: look at the outcome before you repeat one. Cite the page of a briefing, with its date."""


def outputs(edition: Edition) -> Iterator[Output]:
    """`/llms.txt`; one of the desk's own wins."""
    yield one("llms.txt", lambda: clean("\n".join(_lines(edition))).encode(), gives_way=True, lists_pages=True)


def _lines(edition: Edition) -> Iterator[str]:
    corpus, settings, pages = edition.corpus, edition.corpus.settings, {page.path for page in edition.pages()}
    links, words = Links(corpus, root=settings.base, marks=MarkdownWriter.marks), corpus.words
    yield f"# {escaped(settings.site_name)}\n"
    if settings.site_description:
        yield f"> {escaped(settings.site_description)}\n"
    yield f"{words(MARKDOWN)}\n\n{words(LIKELIHOOD)}\n"
    yield from _section(words("Latest briefings"), _latest(Parts(links, MarkdownWriter)))
    yield from _section(words("Sections"), (_named(links, *row) for row in SECTIONS if row[0] in pages))
    yield from _section(words("Feeds and data"), (_named(links, *row) for row in DATA if _is_made(row[0], corpus)))
    topics = ((id, words("Topic: {topic}", topic=topic.name)) for id, topic in corpus.topics.items())
    yield from _section("Optional", (links.marks.link(links.thing("topics", id), name) for id, name in topics))


def _is_made(path: str, corpus: Corpus) -> bool:
    if path == "sitemap.xml" and corpus.settings.prefix:
        return False  # there is one for all languages
    return "outlook" in corpus.settings.sections or not path.startswith("outlook/")


def _named(links: Links, path: str, name: str, about: str) -> str:
    return f"{links.marks.link(links.to(path), links.words(name))}: {links.words(about)}"


def _latest(parts: Parts) -> Iterator[str]:
    shown = [briefing for briefing in parts.corpus.own_briefings.values() if briefing.status != "withdrawn"]
    for briefing in shown[:LATEST]:
        said = parts.writer.line(briefing.bottom_line or briefing.summary, briefing.origin)
        named = parts.marks.link(f"{parts.links.thing('briefings', briefing.id)}index.md", briefing.title)
        day = briefing.published.astimezone(parts.corpus.settings.timezone).date().isoformat()
        yield f"{named}: {parts.words.kind(briefing.kind)}, {day}.{f' {said}' if said else ''}"


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    rows = "".join(f"- {item}\n" for item in items)
    if rows:
        yield f"## {title}\n\n{rows}"
