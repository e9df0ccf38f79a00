"""Signs that readers of ordinary pages see, as Python-Markdown leaves them with the extensions that the desk turned on."""

import re
from collections.abc import Iterable, Iterator, Mapping
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
_EMPTY = frozenset({"br", "img", "input", "hr", "wbr", "source", "link", "meta"})
_BOX = "a box is !!! note, and the text in the next lines, indented by four blanks, with admonition among markdown_extensions"
_MENDS = (
    (re.compile(r"\[!|!{3}|\?{3}"), _BOX),
    (re.compile(r"\{"), "attributes need attr_list among markdown_extensions; no template is run in a page: write what it would show"),
    (re.compile(r"~|==|\^|\+\+|:\w+:"), "add an extension that reads this to markdown_extensions in mkdocs.yml, or take the signs out"),
)


def page_remarks(texts: Iterable[str], extensions: Extensions) -> Iterator[tuple[Remark, ...]]:
    """What to say of each page; nothing where an extension cannot be loaded, since it might read any sign."""
    texts = list(texts)
    try:
        engine = Markdown(extensions=list(extensions), extension_configs=dict(extensions)) if any(map(may_be_odd, texts)) else None
        yield from [tuple(_of_page(text, engine)) if engine and may_be_odd(text) and not is_costly(text) else () for text in texts]
    except Exception:  # extensions are anybody's code; the build reports what is wrong with them
        yield from [()] * len(texts)


def _of_page(text: str, engine: Markdown) -> Iterator[Remark]:
    blocks, start = _Blocks(), 0
    blocks.feed(engine.reset().convert(_MEANT.sub(lambda found: ESCAPED * len(found[0]), text)))
    blocks.close()
    for block in blocks.texts():
        for offset, signs in odd_signs(block):
            if "[[" in signs or "]]" in signs:
                continue  # another rule says which name is meant
            start = max(text.find(_typed(block, offset), start), start)
            line, column = line_column(text, max(text.find(signs.strip(), start), start))
            yield shown_remark(line, column, block, offset, signs, _mend(signs))


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
