"""A briefing is told once, and set in several media: its page, the entry of a feed, its Markdown twin, and any that is added."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from markupsafe import Markup

from spotbrief.exports.media import MEDIA, Medium, Telling
from spotbrief.model.origin import Origin
from spotbrief.reading.markdown import to_html
from spotbrief.rendering.fragments import template_folders
from spotbrief.views.marks import Marks
from spotbrief.views.prose import Writer
from tests.desks import Built, Desk
from tests.exports.conftest import EVIL

ALL = """\
question: A-question?
summary: A-summary.
bottom_line: A-bottom-line.
updated: 2025-03-09
as_of: 2025-02-27
authors: [jane]
topics: [trade]
regions: [north]
storyline: story
image: {src: map.svg, alt: An-alt, caption: A-caption., credit: A-credit}
key_takeaways: [{text: A-takeaway., nature: assumption, sources: [s1]}]
what_to_expect:
  - {text: A-judgement., likelihood: likely, confidence: low, by: 2025-06-30, criteria: A-criterion., indicators: [An-indicator.],
     revisions: [{when: 2025-03-02, likelihood: unlikely, why: A-why.}], resolution: {outcome: happened, when: 2025-05-01, note: An-end.}}
implications: {diplomats: [An-implication.]}
timeline: [{when: 2025-02-12, title: An-event, text: An-event-text., place: A-place, actors: [norway]}]
statements: [{actor: norway, issue: rain, when: 2025-02-20, stance: opposes, text: A-statement., quote: A-quote., venue: A-venue}]
sources:
  - {id: s1, publisher: A-publisher, title: A-document, url: 'https://example.org/r', archive_url: 'https://archive.example/r',
     published: 2025-01-07, accessed: 2025-01-08, attribution: An-attribution, note: A-note.}
public_event: {title: A-panel, starts: 2025-06-05T18:00, text: A-panel-text., place: A-hall, speakers: [A-speaker],
   url: 'https://example.org/panel'}
corrections: [{when: 2025-03-08, was: A-was., now: A-now., text: A-remark.}]
changes: [{when: 2025-03-09, note: A-change.}]
"""
WORDS = sorted(set(re.findall(r"\bAn?-[a-z-]+", ALL)))
DATES = ("27 February 2025", "9 March 2025", "30 June 2025", "February 2025", "1 May 2025", "12 February 2025", "20 February 2025")
ELSEWHERE = {
    *("An-event", "An-event-text", "A-place", "A-statement", "A-quote", "A-venue", "A-change"),
    *("A-panel", "A-panel-text", "A-hall", "A-speaker", "A-criterion", "An-indicator"),
}
"""What the entry of a feed leaves to the page."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk whose briefing has a word in every field."""
    desk = Desk(tmp_path_factory.mktemp("told"))
    desk.actor("norway").write("content/authors.yml", "jane: {name: Jane Roe}\n").write("content/topics.yml", "trade: {name: Trade}\n")
    desk.write("content/regions.yml", "north: {name: North}\n").write("content/issues.yml", "rain: {title: Rain}\n")
    desk.write("content/storylines.yml", "story: {title: The story}\n").write(
        "briefings/map.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'
    )
    return desk.brief("all", ALL, "A-body with [[norway]].")


@pytest.fixture(scope="module")
def site(told: Desk) -> Built:
    """The same, built."""
    return told.build()


def twin(built: Built, id: str) -> str:
    """The Markdown twin of a briefing."""
    return (built.site / f"briefings/{id}/index.md").read_text("utf-8")


def article(built: Built, id: str) -> str:
    """What the feed says of a briefing."""
    items = json.loads((built.site / "feed.json").read_bytes())["items"]
    return str(next(item["content_html"] for item in items if item["url"].endswith(f"/{id}/")))


@pytest.mark.parametrize("word", [*WORDS, *DATES, "Jane Roe", "Trade", "North", "The story", "Likely", "55–80%", "archived copy", "A-body"])
def test_page_and_twin_say_every_field(site: Built, word: str) -> None:
    """And the data does."""
    assert word in site.page("briefings/all")
    assert word in twin(site, "all")


@pytest.mark.parametrize("word", [word for word in WORDS if word not in ELSEWHERE])
def test_a_feed_says_all_that_the_text_stands_on(site: Built, word: str) -> None:
    """That a source is anonymous as well; what it leaves out is a list."""
    assert word in article(site, "all")


def test_a_feed_leaves_out_what_the_list_says(site: Built) -> None:
    """So that the list stays true."""
    assert not [word for word in ELSEWHERE if re.search(rf"{word}\b(?!-)", article(site, "all"))]


def test_withdrawn_is_said_in_the_same_words(desk: Desk) -> None:
    """With a reason, and without one."""
    built = desk.brief("a", "status: withdrawn\nwithdrawn: We erred.\n").brief("b", "status: withdrawn\n").build()
    for id, why in (("a", "We erred."), ("b", "Its text was taken down.")):
        for text in (built.page(f"briefings/{id}"), article(built, id), twin(built, id)):
            said = " ".join(re.sub(r"<[^>]*>|\*\*", "", text).split())
            assert f"This briefing is withdrawn. {why}" in said


@pytest.mark.parametrize("name", MEDIA)
def test_every_medium_says_first_that_a_briefing_is_withdrawn(desk: Desk, name: str) -> None:
    """Before anything that the briefing says itself, where its text is kept."""
    more = "status: withdrawn\nwithdrawn: We erred.\nkeep_text: true\nsummary: Summed up.\nkey_takeaways: [Taken.]\n"
    corpus = desk.brief("a", more).examine().corpus
    telling = Telling(MEDIA[name], corpus, template_folders(desk.root))
    said = telling.text(telling.view(corpus.briefings["a"]))
    assert re.search(r"This briefing is withdrawn\.(?:\W|</?strong>)* We erred\..*(?:Summed up|Taken)\.", said, re.DOTALL)
    assert not re.search(r"(?:Summed up|Taken|The body)\..*We erred\.", said, re.DOTALL)


@pytest.mark.parametrize("medium", [medium for medium in MEDIA.values() if medium.writer is not Writer])
def test_a_medium_takes_no_mark_of_html(medium: Medium) -> None:
    """Whatever writes HTML is written in another way; the rest is put together of that."""
    marks = {name for name in vars(Marks) if not name.startswith("__")} - {"phrase"}
    prose = {"pieces", "after_table", "line", "spoken", "attributes"}
    assert [name for name in marks if getattr(medium.writer.marks, name) is getattr(Marks, name)] == []
    assert [name for name in prose if getattr(medium.writer, name) is getattr(Writer, name)] == []


def test_an_emphasis_is_one_in_every_medium(desk: Desk) -> None:
    """With underscores too."""
    built = desk.brief("a", 'bottom_line: "_Very_ wet, __not__ dry"\n').build()
    assert "<em>Very</em> wet, <strong>not</strong> dry" in built.page("briefings/a")
    assert "<em>Very</em> wet, <strong>not</strong> dry" in article(built, "a")
    assert "_Very_ wet, __not__ dry" in twin(built, "a")


LINES = (
    "# One",
    "- Two",
    "+ Two",
    "* Two",
    "1. Three",
    "2025. Three",
    "> Four",
    "~~~",
    "```",
    "***",
    "___",
    "---",
    "[five]: https://x.example/",
)
"""Sentences that begin as blocks of Markdown do."""


@pytest.mark.parametrize("line", LINES)
def test_no_sentence_becomes_a_block_of_the_twin(desk: Desk, line: str) -> None:
    """It stands there as it was typed, and takes nothing after it with it."""
    more = f"summary: {json.dumps(line)}\nkey_takeaways: [{json.dumps(line)}]\nchanges: [{{when: 2025-03-02, note: Last.}}]\n"
    html = to_html(twin(desk.brief("a", more).build(), "a"))
    plain = re.sub(r"<[^>]*>", "", html)
    assert len(re.findall(r"<h2\b", html)) == 3
    assert not re.search(r"<(?:blockquote|pre|code)\b", html)
    assert (html.count("<ol>"), html.count("<ul>"), html.count("<hr")) == (1, 1, 1)
    assert plain.count(line.replace(">", "&gt;")) == 2
    assert "Last." in plain


def test_no_field_becomes_markdown_or_html(desk: Desk) -> None:
    """What means harm is text of the same words."""
    sly = EVIL.replace("\\u2028", " ") + " **b** [x](y) `c` # | ~~d~~ "
    text = json.dumps(sly, ensure_ascii=False)
    more = (
        f"question: {text}\nsources: [{{title: {text}, publisher: {text}, note: {text}, attribution: {text}}}]\n"
        f"timeline: [{{when: 2025-02-12, title: {text}, place: {text}}}]\n"
        f"image: {{src: map.svg, alt: {text}, caption: {text}, credit: {text}}}\n"
        f"statements: [{{actor: norway, issue: rain, when: 2025-02-20, text: T., quote: {text}, venue: {text}}}]\n"
        f"public_event: {{title: {text}, starts: 2025-06-05, place: {text}, speakers: [{text}]}}\n"
    )
    desk.write("briefings/map.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    desk.write("content/issues.yml", f"rain: {{title: {text}}}\n").actor("norway", name=text)
    built = desk.brief("a", more, title=text).build()
    assert built.code == 0, built.said
    made = to_html(twin(built, "a"))
    assert not re.search(r"<(?:script|code|del|table)\b|href=\"y\"", made)
    assert built.code == 0, built.said
    assert made.count("**b** [x](y) `c` # | ~~d~~") == made.count("alert(1)") > 14


def test_a_link_within_a_briefing_is_absolute_wherever_it_is_read(desk: Desk) -> None:
    """In short texts as in the body, and in the feed of corrections."""
    desk.brief("a", 'summary: "See [there](#part)."\ncorrections: [{when: 2025-03-08, now: "See [there](#part)."}]\n', "## Part")
    built = desk.build()
    address = "https://desk.example/base/briefings/a/#part"
    for text in (article(built, "a"), (built.site / "corrections/feed.json").read_text().replace('\\"', '"')):
        assert f'<a href="{address}">there</a>' in text
    assert f"[there]({address})" in twin(built, "a")
    assert '<a href="#part">there</a>' in built.page("briefings/a")


class Plain(Markup):
    """Plain text, in which nothing has to be escaped."""

    @classmethod
    def escape(cls, s: object, /) -> "Plain":
        """The words alone."""
        return cls(str(s))


class PlainMarks(Marks):
    """A name alone for a link, a number for a note."""

    markup = Plain

    def link(self, href: str, name: str) -> Markup:
        """The name."""
        return Plain(name)

    def note(self, number: int, title: str, href: str) -> str:
        """The number."""
        return f"[{number}]"

    def notes(self, references: Iterable[str]) -> Markup:
        """All numbers."""
        return Plain(f" {''.join(references)}")


class PlainWriter(Writer):
    """The words of a text."""

    marks: type[Marks] = PlainMarks

    def line(self, text: str | None, origin: Origin) -> Markup:
        """The words of a sentence."""
        return Plain(super().line(text, origin).striptags())


def test_a_medium_is_a_writer_a_folder_and_a_line(told: Desk, tmp_path: Path) -> None:
    """Two templates set a briefing in plain text."""
    (folder := tmp_path / "mail").mkdir()
    (folder / "briefing.txt").write_text(
        "{{ title|upper }}\n{% for takeaway in takeaways %}\n* {{ takeaway.text }}{{ takeaway.notes }}\n{% endfor %}\n"
        '{% for source in sources %}\n{% include "mail/source.txt" %}\n{% endfor %}\n'
    )
    (folder / "source.txt").write_text("[{{ source.number }}] {{ source.publisher }}, {{ source.document }} ({{ source.attribution }})")
    corpus = (
        told.brief(
            "mail", 'key_takeaways: [{text: "It *rains* & <pours>, says [[norway]].", sources: [s]}]\nsources: [{id: s, title: R & D}]\n'
        )
        .examine()
        .corpus
    )
    telling = Telling(Medium(writer=PlainWriter, template="mail/briefing.txt"), corpus, [tmp_path, *template_folders(told.root)])
    said = telling.text(telling.view(corpus.briefings["all"]))
    assert said == "A TITLE, ALL\n* A-takeaway. [1]\n[1] A-publisher, A-document (An-attribution)"
    said = telling.text(telling.view(corpus.briefings["mail"]))
    assert said.splitlines()[1] == "* It rains & <pours>, says Norway. [1]"
    assert "R & D" in said


def test_a_template_of_the_desk_may_be_stock_jinja(desk: Desk) -> None:
    """What it shows is escaped for its medium all the same."""
    desk.write("templates/twin/briefing.md", "{{ title }}{% if nobody is defined %}x{% endif %} {{ bottom_line }}\n")
    built = desk.brief("a", "bottom_line: Very *wet*.\n", title="Not *bold* <b> here").build()
    assert twin(built, "a") == r"Not \*bold\* \<b\> here Very *wet*."


@pytest.mark.parametrize("way", ["{{ list() }}", '{% include "more.html" %}', '{% import "more.html" as it with context %}{{ it }}'])
def test_a_medium_may_show_any_part(told: Desk, tmp_path: Path, way: str) -> None:
    """What a template asks for is made, whether it asks itself, in a macro or in what it takes in."""
    (tmp_path / "own.html").write_text(f"{{% macro list() %}}{{% for e in events %}}{{{{ e.title }}}}{{% endfor %}}{{% endmacro %}}{way}")
    (tmp_path / "more.html").write_text("{% for e in events %}{{ e.title }}{% endfor %}")
    telling = Telling(Medium(writer=Writer, template="own.html"), corpus := told.examine().corpus, [tmp_path])
    view = telling.view(corpus.briefings["all"])
    assert telling.text(view) == "An-event"
    assert not view.statements, "what no template shows is not made"
