"""Signs that readers of ordinary pages see, as Python-Markdown leaves them with the extensions that the desk turned on."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from html import unescape
from html.parser import HTMLParser
from typing import Any

from markdown import Markdown

from spotbrief.model.prose import Remark
from spotbrief.reading.blocks import CODE, ESCAPED
from spotbrief.reading.remarks import shown_remark
from spotbrief.reading.slow_markdown import is_costly
from spotbrief.reading.stray_signs import may_be_odd, odd_signs
from spotbrief.reading.text import line_column

Extensions = Mapping[str, Mapping[str, Any]]
"""Names of extensions, each with its options."""

_MEANT = re.compile(r"\\[\\`*_{}\[\]()>#+.!|~-]|&(?:lt|gt|amp|quot|#\d+|#[xX][0-9A-Fa-f]+);")
_INLINE = frozenset({"a", "abbr", "b", "cite", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup"})
_UNREAD = frozenset({"code", "pre", "script", "style", "textarea", "svg", "math", "iframe"})
_UNSEEN = re.compile(rf"<({'|'.join(sorted(_UNREAD))})\b.*?</\1>|<[^>]*>", re.DOTALL)
_ID = re.compile(r"""\s(?:id|name)\s*=\s*(["']?)([^"'>\s][^"'>]*)\1""")
_EMPTY = frozenset({"br", "img", "input", "hr", "wbr", "source", "link", "meta"})
_BOX = "a box is !!! note, and the text in the next lines, indented by four blanks, with admonition among markdown_extensions"
_MENDS = (
    (re.compile(r"\[!|!{3}|\?{3}"), _BOX),
    (re.compile(r"\{"), "attributes need attr_list among markdown_extensions; no template is run in a page: write what it would show"),
    (re.compile(r"~|==|\^|\+\+|:\w+:"), "add an extension that reads this to markdown_extensions in mkdocs.yml, or take the signs out"),
)


class PageMarkdown:
    """The engine's Markdown with the *extensions* of a desk, loaded once a page asks for it."""

    def __init__(self, extensions: Extensions) -> None:
        self._extensions = extensions

    def html(self, text: str) -> str | None:
        """The HTML of a page; None where an extension fails, or the page would take too long."""
        try:
            return None if is_costly(text) else self._engine.reset().convert(text)
        except Exception:  # extensions are anybody's code; the build reports what is wrong with them
            return None

    @cached_property
    def _engine(self) -> Markdown:
        return Markdown(extensions=list(self._extensions), extension_configs=dict(self._extensions))

    def remarks(self, text: str, html: str) -> Iterator[Remark]:
        """What to say of a page that was rendered as *html*; it is rendered again only where a sign in it is odd."""
        if not may_be_odd(unescape(_UNSEEN.sub("", html))) or not any(any(odd_signs(block)) for block in _blocks(html)):
            return
        start = 0
        for block in _blocks(self.html(_MEANT.sub(lambda found: ESCAPED * len(found[0]), text)) or ""):
            for offset, signs in odd_signs(block):
                if "[[" in signs or "]]" in signs:
                    continue  # another rule says which name is meant
                start = max(text.find(_typed(block, offset), start), start)
                line, column = line_column(text, max(text.find(signs.strip(), start), start))
                yield shown_remark(line, column, block, offset, signs, _mend(signs))


def ids_in(html: str) -> frozenset[str]:
    """All that a link may name of a page."""
    return frozenset(unescape(found[2]) for found in _ID.finditer(html))


def _blocks(html: str) -> list[str]:
    parser = _Blocks()
    parser.feed(html)
    parser.close()
    return parser.texts()


def _typed(block: str, offset: int) -> str:
    """The words of a block from its sign on, as far as they stand so in the file."""
    return re.split(f"[\n{CODE}{ESCAPED}]", block[offset : offset + 20])[0]


def _mend(signs: str) -> str:
    found = (hint for pattern, hint in _MENDS if pattern.search(signs))
    return next(found, "take the signs out, or put what is meant as such in `backquotes`")


class _Blocks(HTMLParser):
    """Gathers the words of paragraphs, headings and cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts, self._unread = [""], 0

    def texts(self) -> list[str]:
        """The words of each block that has any."""
        return [text.strip("\n") for text in self._parts if text.strip()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            self._parts[-1] += "\n" if tag == "br" else CODE
        elif self._unread or tag in _UNREAD or ("class", "headerlink") in attrs:
            self._unread += 1
        elif tag not in _INLINE:
            self._parts.append("")

    def handle_endtag(self, tag: str) -> None:
        if self._unread:
            self._unread -= 1
            self._parts[-1] += CODE
        elif tag not in _INLINE:
            self._parts.append("")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._parts[-1] += data
