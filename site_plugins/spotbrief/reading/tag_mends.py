"""What to write in Markdown instead of an HTML tag, for everything that editors paste."""

import html
import re
from collections.abc import Callable

Mend = Callable[[str, str], str]
"""From a tag as it was typed, and the text up to its closing tag, to what to do."""

LONGEST = 60
"""Characters of a text that a hint repeats; beyond, it says `text`."""

_ATTRIBUTE = r"""\s{}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_TAG = re.compile("<[^>]*>")
_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_MARKDOWN = re.compile(r"[*_`\[\]|<>\\~]")

EMBED = "a {} cannot be embedded: put a picture beside this file, ![what it shows](picture.png), and link to it: [{}]({})"
_QUOTE = "start each line of the quotation with > and a blank; end with the name, and a link to where it was said"
_TABLE = "write a row as | a | b |, with | --- | --- | below the first; where cells were merged, repeat the value"
_FIGURE = "write ![what it shows](picture.png), and on the next line the caption in emphasis: *What stood below it.*"
_LIST = "start each line of the list with - and a blank, or with 1. and a blank, after an empty line"
_BOX = "take the tag and its end out and keep the text; for a remark, write > [!NOTE] and start each line below it with >"
_PLAIN = "take the tag and its end out and keep the text"
_OUT = "take it out"


def mend_of(name: str, typed: str, inner: str) -> str:
    """What to do about the tag *name*; *inner* is the text up to its closing tag, empty where it is long or nothing ends it."""
    return _MENDS.get(name, _unknown)(typed, inner)


def _said(mend: str) -> Mend:
    return lambda typed, inner: mend


def _around(sign: str, before: str = "") -> Mend:
    """The text with Markdown's own signs around it."""

    def mend(typed: str, inner: str) -> str:
        text = _words(inner) or "text"
        return f"write {before}{sign}{text}{sign}"

    return mend


def _words(inner: str) -> str:
    words = " ".join(html.unescape(_TAG.sub("", inner)).split())
    return words if len(words) <= LONGEST and not _MARKDOWN.search(words) else ""


def _attribute(name: str, typed: str) -> str:
    found = re.search(_ATTRIBUTE.format(name), typed, re.IGNORECASE)
    return html.unescape(next((value for value in found.groups() if value is not None), "")) if found else ""


def _address(typed: str, *names: str, otherwise: str) -> str:
    address = next((value for name in names if (value := _attribute(name, typed))), otherwise)
    address = f"https:{address}" if address.startswith("//") else address
    return f"<{address}>" if re.search(r"[\s()]", address) else address


def _embed(kind: str) -> Mend:
    def mend(typed: str, inner: str) -> str:
        what = "video" if re.search(r"youtu|vimeo|video", typed, re.IGNORECASE) else kind
        link = "watch it" if what == "video" else "look at it"
        return EMBED.format(what, link, _address(typed, "src", "data", otherwise="https://…"))

    return mend


def _picture(typed: str, inner: str) -> str:
    alt = _attribute("alt", typed).replace("[", "").replace("]", "") or "what it shows"
    src = _address(typed, "src", otherwise="picture.png")
    if "://" in src:
        name = src.strip("<>").partition("?")[0].rpartition("/")[2] or "picture.png"
        return f"put a copy of the picture beside this file and write ![{alt}]({name})"
    return f"write ![{alt}]({src}); pages find its size by themselves"


def _link(typed: str, inner: str) -> str:
    if not _attribute("href", typed):
        return "take it out: headings are anchors by themselves, such as #what-next for ## What next"
    return f"write [{_words(inner) or 'text'}]({_address(typed, 'href', otherwise='https://…')})"


def _quotation(typed: str, inner: str) -> str:
    return f"a post cannot be embedded: {_QUOTE}" if re.search("tweet|instagram|tiktok|bluesky|mastodon", typed, re.IGNORECASE) else _QUOTE


def _raised(typed: str, inner: str) -> str:
    made = _words(inner).translate(_RAISED)
    if made and not re.search(r"[A-Za-z0-9]", made):
        return f"write {made}; for a note, write [^1] here, and [^1]: and the note in a paragraph below"
    return f"write {_words(inner) or 'the text'} plainly; for a note, write [^1] here, and [^1]: and the note in a paragraph below"


def _lowered(typed: str, inner: str) -> str:
    made = _words(inner).translate(_LOWERED)
    return f"write {made or 'the text plainly'}" if not re.search(r"[A-Za-z0-9]", made) else f"write {made} plainly"


def _comment(typed: str, inner: str) -> str:
    if re.match(r"<!--\s*(?:more|excerpt|truncate|teaser)\b", typed, re.IGNORECASE):
        return "take it out: lists and feeds show the field summary"
    return "take it out; what is for the desk alone goes into the field notes, which is never published"


def _heading(typed: str, inner: str) -> str:
    signs = "#" * max(int(typed[2]), 2)
    return f"write {signs} {_words(inner) or 'Text'} on a line of its own, with an empty line above it"


def _unknown(typed: str, inner: str) -> str:
    return f"take it out; to show it, put it in `backquotes`: `{typed}`" if len(typed) <= LONGEST and "`" not in typed else _OUT


def _table(kinds: dict[str, Mend]) -> dict[str, Mend]:
    return {name: mend for names, mend in kinds.items() for name in names.split()}


_MENDS = _table(
    {
        "iframe frame": _embed("chart or page"),
        "embed object": _embed("file"),
        "video": _embed("video"),
        "audio": _embed("recording"),
        "source track param picture": _said(_OUT),
        "canvas svg math": _embed("drawing"),
        "script noscript": _said(
            "scripts do not run here: take it out with all up to its end; put a picture beside this file, and link to what it showed"
        ),
        "style link meta": _said("take it out with all up to its end: the site's styles stand in templates/assets/"),
        "form input button select textarea label": _said("a form cannot stand in a text: link to the page that has it"),
        "figure figcaption": _said(_FIGURE),
        "img": _picture,
        "table thead tbody tfoot tr td th caption colgroup col": _said(_TABLE),
        "blockquote": _quotation,
        "q": _around("", "the quotation marks yourself: "),
        "aside div section article header footer main nav center fieldset": _said(_BOX),
        "details summary": _said("texts cannot be folded: make the summary a heading, such as ## More, and keep the text below it"),
        "br": _said("end the line with a backslash; for a new paragraph, leave an empty line"),
        "hr": _said("write --- on a line of its own, with empty lines around it"),
        "p": _said("take the tag and its end out, and leave an empty line between paragraphs"),
        "span font big tt nobr bdi bdo time data small abbr acronym": _said(_PLAIN),
        "u ins mark": _around("*"),
        "b strong": _around("**"),
        "i em cite dfn var": _around("*"),
        "s strike del": _said("take the struck words out; what was corrected is told in the field corrections"),
        "sup": _raised,
        "sub": _lowered,
        "code kbd samp": _around("`"),
        "pre": _said("write ``` on a line of its own before the text and after it"),
        "ul ol li menu dir": _said(_LIST),
        "dl dt dd": _said("write each as a paragraph, such as **Term**: what it means"),
        "a": _link,
        "h1 h2 h3 h4 h5 h6": _heading,
        "!--": _comment,
        "! ? ![cdata[ html head body title base": _said(_OUT),
        "wbr": _said(_OUT),
    }
)
