"""GitHub-flavoured Markdown through comrak, and what a text refers to.

Raw HTML is always escaped, so that every tag in the output is comrak's own and its attributes can be told by a pattern.
"""

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

import comrak

from spotbrief.model.prose import Prose

CARDS = ("briefing:", "public_event:")
"""What stands before the id in the double brackets that name a briefing or its public event, and not an actor."""

_RAW_HTML = "<!-- raw HTML omitted -->"
_AT = r'(?:data-sourcepos="([^"]*)" )?'
_REFERENCE = re.compile(rf'<a {_AT}href="([^"]*)"( data-wikilink="true")?|<img {_AT}src="([^"]*)" alt="([^"]*)"')
_HEADING = re.compile(r'<h([1-6]) id="([^"]*)">(.*?)(?:<a href="#[^"]*" aria-label=[^>]*></a>)?</h\1>', re.DOTALL)
_CODE = re.compile(r"<code[^>]*>.*?</code>", re.DOTALL)
_LOOSE = re.compile(r"\[\[[^\[\]<|\n]{0,60}")
_ALIGNED = re.compile(r'<(t[hd]) align="(left|center|right)">')
_BOX = re.compile(r'<input type="checkbox"((?: (?:checked|disabled)="")*)')
_TAG = re.compile(r"<[^>]*>")


def _extensions(*, heading_ids: bool = True) -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    for name in ("table", "strikethrough", "autolink", "tasklist", "footnotes", "alerts", "wikilinks_title_after_pipe"):
        setattr(options, name, True)
    if heading_ids:
        options.header_id_prefix = ""
    return options


def _rendering(*, escape: bool = True, positions: bool = False) -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.escape, options.sourcepos = escape, positions
    # Dangerous schemes are refused by the allow-list for links, which must see them to report them.
    options.unsafe_ = escape
    return options


_GFM = _extensions()
_GFM_WITHOUT_HEADING_IDS = _extensions(heading_ids=False)
_SAFE = _rendering()


def to_html(text: str) -> str:
    """HTML of *text* with addresses as they were typed; links and pictures still have to pass the allow-list."""
    made = with_named_boxes(comrak.render_markdown(text, _GFM, None, _SAFE))
    return _ALIGNED.sub(r'<\1 class="align-\2">', made) if "<table>" in made else made


def with_named_boxes(made: str) -> str:
    """*made* with names for the boxes of task lists, which nobody could tell apart by ear."""
    if "checkbox" not in made:
        return made
    return _BOX.sub(lambda box: f'{box[0]} aria-label="{"Done" if "checked" in box[1] else "To do"}"', made)


def read_prose(text: str) -> Prose:
    """*text* with what it refers to."""
    if not any(sign in text for sign in "[<:@w"):
        return Prose(text=text)
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
        mentions=tuple(mentions),
        cards=tuple(cards),
        links=tuple(links),
        images=tuple(images),
        raw_html=has_raw_html(text),
        loose=tuple(map(html.unescape, _LOOSE.findall(_CODE.sub("", made)))) if "[[" in text else (),
    )


def has_raw_html(text: str) -> bool:
    """Whether *text* holds HTML tags of its own."""
    return "<" in text and _RAW_HTML in comrak.render_markdown(text, _GFM, None, _rendering(escape=False))


def address(attribute: str) -> str:
    """The address behind an attribute of comrak's output, as it was typed."""
    return unquote(html.unescape(attribute))


def anchors(text: str) -> frozenset[str]:
    """The ids of the headings of *text*."""
    return frozenset(anchor for _, anchor, _ in headings(to_html(text)))


def headings(body: str) -> Iterator[tuple[int, str, str]]:
    """Level, id and plain-text title (HTML-escaped) of the headings in comrak's output."""
    for found in _HEADING.finditer(body):
        yield int(found[1]), found[2], _TAG.sub("", found[3])


def position_of(text: str, target: str) -> tuple[int, int] | None:
    """Line and column, from 1, at which *text* names *target* in a link, a picture or a mention."""
    if target.startswith("[["):
        return _line_and_column(text, text.find(target))
    body = comrak.render_markdown(text, _GFM_WITHOUT_HEADING_IDS, None, _rendering(positions=True))
    for found in _REFERENCE.finditer(body):
        link_at, href, _, image_at, src, _ = found.groups()
        if address(href if src is None else src) == target:
            line, column = (link_at or image_at).split("-")[0].split(":")
            return int(line), int(column)
    return None


def _line_and_column(text: str, at: int) -> tuple[int, int] | None:
    return (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)) if at >= 0 else None


def position_of_raw_html(text: str) -> tuple[int, int] | None:
    """Line and column, from 1, of the first HTML tag in *text*."""
    for number, line in enumerate(text.split("\n"), 1):
        for found in re.finditer(r"<(?=[A-Za-z/!?])", line):
            if has_raw_html(line[found.start() :]) and "`" not in line[: found.start()]:
                return number, found.start() + 1
    return None
