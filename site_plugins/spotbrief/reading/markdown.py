"""GitHub-flavoured Markdown through comrak, and what a text refers to.

Document HTML is always escaped, so that every tag in the output is comrak's own and its attributes can be told by a pattern.
"""

import html
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

import comrak

from spotbrief.model.prose import Prose
from spotbrief.reading.dialect import extensions, rendering
from spotbrief.reading.remarks import may_surprise, remarks
from spotbrief.reading.tables import may_lose_cells
from spotbrief.reading.tags import tags
from spotbrief.reading.text import is_hidden

CARDS = ("briefing:", "public_event:")
"""What stands before the id in the double brackets that name a briefing or its public event, and not an actor."""

SCHEME = re.compile(r"\A[A-Za-z][A-Za-z0-9+.-]*:")
"""How an address starts that is not relative (RFC 3986, section 3.1)."""

NUMBER_SIGN = "%23"
"""A number sign that belongs to a file's name, and does not start an anchor."""

_AT = r'(?:data-sourcepos="([^"]*)" )?'
_REFERENCE = re.compile(rf'<a {_AT}href="([^"]*)"( data-wikilink="true")?|<img {_AT}src="([^"]*)" alt="([^"]*)"')
_HEADING = re.compile(r'<h([1-6]) id="([^"]*)">(.*?)(?:<a href="#[^"]*" aria-label=[^>]*></a>)?</h\1>', re.DOTALL)
_CODE = re.compile(r"<code[^>]*>.*?</code>", re.DOTALL)
_LOOSE = re.compile(r"\[\[[^\[\]<|\n]{0,60}")
_ALIGNED = re.compile(r'<(t[hd]) align="(left|center|right)">')
_EMPTY_HEADER = re.compile(r"<th[^>]*></th>")
_NAMED_ROWS = re.compile(r"(<table>\s*<thead>\s*<tr>\s*<t[hd][^>]*></t[hd]>.*?</thead>)(.*?</table>)", re.DOTALL)
_FIRST_CELL = re.compile(r"(<tr>\s*)<td([^>]*)>((?:(?!</?t[dhr]\b|<table)[^\n])+)</td>")
_TAG = re.compile(r"<[^>]*>")
_CHARACTER = re.compile("&#(?:[xX]([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")
_NAMED = re.compile(r"\[\[([^\[\]|\n]+)\|([^\[\]|\n]+)\]\]")
"""A name in double brackets and what is said for it, which comrak writes even where nobody did."""
_TITLE = re.compile(r'<h1(?: data-sourcepos="([^"]*)")?>(.*?)</h1>', re.DOTALL)
_FOOTNOTE = re.compile(r'<li id="fn-([^"]*)">')
_NOTE_ID = re.compile(r'(<li id="|<sup class="footnote-ref"><a href="#)fn-')
_REFERENCE_ID = re.compile(r'(<a href="[^"]*" id="|<a href="#)fnref-(?=[^"]*" (?:data-footnote-ref|class="footnote-backref"))')
_WHOLE = re.compile(r"\A<p>(.*)</p>\n?\Z", re.DOTALL)
_MAY_BE_BLOCK = re.compile(
    r"^ {0,3}(?: |\t|#{1,6}(?:[ \t]|$)|[-+*][ \t]|>|`{3}|~{3}|\d{1,9}[.)][ \t]|\|?[ \t]*:?-+|=+[ \t]*$)", re.MULTILINE
)
_BLOCKS = {
    "<h": "a heading",
    "<ul": "a list",
    "<ol": "a list",
    "<pre": "a block of code",
    "<table": "a table",
    "<blockquote": "a quotation",
}
_JOINT = "\u2060"
"""A word joiner: nothing that follows it on its line starts a block of Markdown."""
_AFTER_FENCE = re.compile(r"^([ \t>]*(?:`{3,}|~{3,})[ \t]*[^\s`]*)[^\n`]*$", re.MULTILINE)


_GFM = extensions()
_GFM_WITHOUT_HEADING_IDS = extensions(heading_ids=False)
_WITHOUT_IDS = extensions(heading_ids=False, footnotes=False)
_SAFE = rendering()


@lru_cache(maxsize=4)  # what tells of a briefing is made at once, each time with addresses of its own
def to_html(text: str) -> str:
    """HTML of *text* with addresses as they were typed; links and pictures still have to pass the allow-list.

    Headings start at the second level: the first is the title of the page. Only their ids have no colon, so that no other id of
    a page is taken for one of theirs: those of footnotes get one here.
    """
    made = _valid(comrak.render_markdown(text, _GFM, None, _SAFE))
    if 'class="footnote' in made:
        made = _REFERENCE_ID.sub(r"\1reference:", _NOTE_ID.sub(r"\1footnote:", made))
    return made.replace("<h1 ", "<h2 ").replace("</h1>", "</h2>") if "<h1" in made else made


def with_named_rows(made: str) -> str:
    """*made* with the first cell of a row as the head of it, in tables whose corner is empty: there it says what the row is about."""
    return _NAMED_ROWS.sub(lambda found: found[1] + _FIRST_CELL.sub(r'\1<th scope="row"\2>\3</th>', found[2]), made)


def to_html_without_ids(text: str) -> str:
    """HTML of a short text without ids of headings and footnotes: a page shows many such texts, and ids would repeat."""
    return _valid(comrak.render_markdown(text, _WITHOUT_IDS, None, _SAFE))


def to_inline_html(text: str) -> str:
    """HTML that may stand inside a paragraph; signs of headings, lists and other blocks are shown as they were typed."""
    made = to_html_without_ids(text)
    inner = _WHOLE.match(made)
    if inner and "<p>" not in inner[1]:
        return inner[1]
    paragraphs = (_JOINT + " ".join(paragraph.split()) for paragraph in re.split(r"\n[ \t]*\n", text.strip()))
    made = to_html_without_ids("\\\n".join(paragraphs)).replace(_JOINT, "")
    return made.strip().removeprefix("<p>").removesuffix("</p>")


def may_hold_block(text: str) -> bool:
    """Whether a text of one sentence has a sign that may start a block of Markdown."""
    return bool(_MAY_BE_BLOCK.search(text))


def block_in(text: str) -> str:
    """The first kind of block that a text of one sentence holds; empty for none. A year and a full stop make no list."""
    made = to_html_without_ids(text) if may_hold_block(text) else ""
    found = re.search("|".join(_BLOCKS), made)
    return "" if not found or (found[0] == "<ol" and made.count("<li>") == 1) else _BLOCKS[found[0]]


def _valid(made: str) -> str:
    if "<table>" in made:
        made = with_named_rows(_EMPTY_HEADER.sub("<td></td>", _ALIGNED.sub(r'<\1 class="align-\2">', made)))
    return made


def visible(text: str) -> str:
    """*text* as Markdown that holds only what readers of its HTML see.

    Definitions that nothing uses, cells beyond a table and notes on code are left out.
    """
    hides = "]:" in text or "```" in text or "~~~" in text or ("|" in text and may_lose_cells(text))
    if not hides:
        return text
    made = _AFTER_FENCE.sub(r"\1", comrak.render_commonmark(text, _GFM, None, _SAFE))
    return _NAMED.sub(lambda found: f"[[{found[1]}]]" if found[2].replace("\\", "") == found[1] else found[0], made)


def read_prose(text: str, *, sentence: bool = False) -> Prose:
    """*text* with what it refers to; a *sentence* stands inside a paragraph, and has no blocks."""
    if not any(sign in text for sign in "[<:@w#=&") and not (may_surprise(text) or may_hold_block(text)):
        return Prose(text=text, words=len(text.split()))
    mentions: list[str] = []
    cards: list[str] = []
    links, images = [], []
    made = comrak.render_markdown(text, _GFM_WITHOUT_HEADING_IDS, None, _SAFE)
    for found in _REFERENCE.finditer(made):
        _, href, wiki, _, src, alt = found.groups()
        if src is not None:
            images.append((address(src), html.unescape(alt)))
        elif wiki:
            (cards if address(href).startswith(CARDS) else mentions).append(address(href))
        elif not href.startswith("#fn"):
            links.append(address(href))
    return Prose(
        text=text,
        words=len(text.split()),
        mentions=tuple(mentions),
        cards=tuple(cards),
        links=tuple(links),
        images=tuple(images),
        tags=tags(text),
        titles=tuple(title for _, title in _titles(made)),
        hidden=tuple(_hidden(text, made)) if "&#" in text else (),
        twice=_twice(made) if made.count('<li id="fn-') > 1 else (),
        loose=tuple(map(html.unescape, _LOOSE.findall(_CODE.sub("", made)))) if "[[" in text else (),
        remarks=tuple(remarks(text, made, sentence=sentence)),
    )


def _titles(made: str) -> Iterator[tuple[str, str]]:
    """The place, where it is known, and the words of each heading of the first level."""
    for found in _TITLE.finditer(made) if "<h1" in made else ():
        yield found[1] or "", f"# {html.unescape(_TAG.sub('', found[2]))}"


def _hidden(text: str, made: str) -> Iterator[str]:
    for found in _CHARACTER.finditer(text):
        character = character_of(found[0])
        if is_hidden(character) and character in made:
            yield found[0]


def character_of(reference: str) -> str:
    """The character that `&#38;` or `&#x26;` stands for."""
    number = int(reference[3:-1], 16) if reference[2] in "xX" else int(reference[2:-1])
    return chr(number) if number <= sys.maxunicode else ""


def _twice(made: str) -> tuple[str, ...]:
    labels = Counter(_FOOTNOTE.findall(made))
    return tuple(f"[^{html.unescape(label)}]:" for label, count in labels.items() if count > 1)


def address(attribute: str) -> str:
    """The address behind an attribute of comrak's output, as it was typed.

    What is encoded stays so in addresses of other sites, and in the number sign of a file's name.
    """
    plain = html.unescape(attribute)
    elsewhere = SCHEME.match(plain) and not plain.startswith(CARDS)
    return plain if elsewhere else unquote(plain.replace(NUMBER_SIGN, f"%25{NUMBER_SIGN[1:]}"))


def anchors(text: str) -> frozenset[str]:
    """The ids of the headings of *text*."""
    return frozenset(anchor for _, anchor, _ in headings(to_html(text)))


def headings(body: str) -> Iterator[tuple[int, str, str]]:
    """Level, id and plain-text title (HTML-escaped) of the headings in comrak's output."""
    for found in _HEADING.finditer(body):
        yield int(found[1]), found[2], _TAG.sub("", found[3])


def positions(text: str) -> dict[str, tuple[int, int]]:
    """Line and column, from 1, at which *text* first names each target of a link, a picture or a mention, and has each title.

    A target of a picture is there with an exclamation mark too, for a link may lead to the same.
    """
    found_at: dict[str, tuple[int, int]] = {}
    for name, line, column in every_position(text):
        found_at.setdefault(name, (line, column))
    return found_at


def every_position(text: str) -> Iterator[tuple[str, int, int]]:
    """The same of every time that something is named, with the line and the column."""
    lines = text.split("\n")
    body = comrak.render_markdown(text, _GFM_WITHOUT_HEADING_IDS, None, rendering(positions=True))
    for found in _REFERENCE.finditer(body):
        link_at, href, _, image_at, src, _ = found.groups()
        if at := link_at or image_at:  # the links of footnotes have none
            place = _place(at, lines)
            for name in (address(href),) if src is None else (f"!{address(src)}", address(src)):
                yield name, *place
    for at, title in _titles(body):
        yield title, *_place(at, lines)


def _place(at: str, lines: list[str]) -> tuple[int, int]:
    """Line and column of the start of a source position, whose columns count bytes."""
    line, column = map(int, at.split("-")[0].split(":"))
    typed = lines[line - 1] if line <= len(lines) else ""
    return line, column if typed.isascii() else len(typed.encode()[: column - 1].decode("utf-8", "ignore")) + 1
