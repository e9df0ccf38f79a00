"""No template says a word of its own: each phrase can be said in another language."""

import re
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from spotbrief.model.record import record
from spotbrief.rendering.fragments import Fragments
from spotbrief.rendering.jinja import Templates
from spotbrief.words.words import Words
from tests.words.pseudo import Pseudo

TEMPLATES = Path(__file__).parents[2] / "templates"
NAMES = {"BibTeX", "Markdown", "RIS", "Wikidata"}
"""What is called so in every language."""
SPOKEN = {"alt", "aria-label", "title", "placeholder"}
UTC = ZoneInfo("UTC")
_DRAWN = re.compile(r"\S*(?:\d|spotbriefhole)\S*")
"""The way of a line, and the holes of a shell."""


class Visible(HTMLParser):
    """The texts of a page that a reader sees or hears."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts, self._silent = list[str](), 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Its attributes that are read aloud."""
        self._silent += tag in ("script", "style")
        self.texts += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        """The end of what nobody reads."""
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        """A text."""
        if not self._silent:
            self.texts.append(data)


def bare(template: str) -> list[str]:
    """What a template says without asking."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", template, flags=re.DOTALL)
    return [word for said in Visible(text).texts for word in re.findall(r"[^\W\d_]{2,}", _DRAWN.sub("", said))]


@pytest.mark.parametrize(
    "path", [p for p in sorted(TEMPLATES.rglob("*")) if p.suffix in (".html", ".md", ".svg")], ids=lambda path: str(path.name)
)
def test_no_template_says_a_word_of_its_own(path: Path) -> None:
    """Each stands in `_("…")`."""
    assert set(bare(path.read_text("utf-8"))) <= NAMES


def test_bare_words_are_seen() -> None:
    """Or the test above would hold nothing."""
    html = '{# no #}<p title="Here">{{ _("no") }} {% if no %}By {{ name }}{% endif %}</p><script>no</script><img alt="">'
    assert bare(html) == ["Here", "By"]


@record
class Sight:
    """What a template of these tests may see."""

    name: str
    count_of: int


def said(folder: Path, template: str, words: Words, name: str = "Ann & Bob") -> str:
    """What a template says."""
    (folder / "page.html").write_text(template)
    return str(Fragments([folder], words).render("page.html", Sight(name=name, count_of=1200)))


@pytest.mark.parametrize("hurried", [True, False])
@pytest.mark.parametrize(
    ("template", "english", "pseudo"),
    [
        ('{{ _("Key takeaways") }}', "Key takeaways", "⟦Key takeaways⟧"),
        ('{{ _("By {name}", name=name) }}!', "By Ann &amp; Bob!", "⟦By ⟧Ann &amp; Bob!"),
        ('{{ _("<b>Of</b> {n}", n=name|upper) }}', "<b>Of</b> ANN &amp; BOB", "<b>⟦Of⟧</b> ANN &amp; BOB"),
        ('{{ _("On")|upper }} {{ _("<i>On</i>")|upper }}', "ON <I>ON</I>", "⟦ON⟧ <I>⟦ON⟧</I>"),
        ('{% set a = _("In {name}", name=name) %}{{ a }}', "In Ann &amp; Bob", "⟦In ⟧Ann &amp; Bob"),
        ('{{ count(count_of, "briefing", "briefings") }}', "1,200 briefings", "⟦1,200 briefings⟧"),
        (
            "{% macro a(b) %}<p>{{ b }}</p>{% endmacro %}{{ a(_('At')) }}{{ a(_('<hr>')) }}",
            "<p>At</p><p><hr></p>",
            "<p>⟦At⟧</p><p><hr></p>",
        ),
    ],
)
def test_a_phrase_is_text_of_its_template(tmp_path: Path, template: str, english: str, pseudo: str, hurried: bool) -> None:
    """What fills it is escaped once, in a quick template as in one that Jinja runs by itself."""
    slow = "" if hurried else "{{ '' if nothing is defined }}"
    assert said(tmp_path, slow + template, Words(UTC)) == english
    assert said(tmp_path, slow + template, Pseudo(UTC)) == pseudo


def test_a_template_without_phrases_goes_on_working(tmp_path: Path) -> None:
    """And one that has a name `_` or `count` of its own."""
    own = '{% for _, count in [(1, 2)] %}{{ _ }}{{ count }}{% endfor %} <p title="So">{{ name|count }}</p>'
    assert said(tmp_path, own, Pseudo(UTC)) == '12 <p title="So">9</p>'


def test_a_phrase_costs_a_page_nothing() -> None:
    """What is compiled is the same as if the phrase stood there bare."""
    made = Templates([], Words(UTC))
    for asked, bare in (
        ('<p>{{ _("Key takeaways") }}</p>', "<p>Key takeaways</p>"),
        ('{{ _("By {name}, {day}", name=one.name, day=day) }}.', "By {{ one.name }}, {{ day }}."),
        ('{{ part.heading(_("Term")) }}', '{{ part.heading("Term") }}'),
    ):
        assert made.compile(asked, raw=True) == made.compile(bare, raw=True)
