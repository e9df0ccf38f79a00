"""The theme's page with holes, rendered once by the engine; pages are poured into it.

The holes are words that the engine and the theme carry through unchanged.
"""

import re
from html import escape
from urllib.parse import quote

from markupsafe import Markup

from spotbrief.model.record import record
from spotbrief.views.page import Heading, Page

NAMES = "title", "description", "kind", "head", "content", "contents", "languages"
TITLE, DESCRIPTION, KIND, HEAD, CONTENT, CONTENTS, LANGUAGES = (f"spotbriefhole{name}" for name in NAMES)

_LIST = "spotbriefholelist"
"""Stands for the list of headings."""

_HOLES = re.compile(f"({TITLE}|{DESCRIPTION}|{KIND}|{HEAD}|{CONTENT}|{_LIST}|{LANGUAGES})(?![a-z])")
_ENTRY = re.compile(rf"<li\b(?:(?!<li\b).)*?{CONTENTS}.*?</li>", re.DOTALL)


@record
class ShellPage:
    """The hidden page that the engine renders to get a shell."""

    section: str
    depth: int
    has_contents: bool
    prefix: str = ""
    """The first step of its address, in another language than the first."""
    hub: str = ""
    """The address of the one page it serves, where that page stands in the navigation."""

    @property
    def source(self) -> str:
        """Its path among the engine's source files."""
        return f"{self.url}index.md"

    @property
    def url(self) -> str:
        """Its address; as deep as the pages that will be poured, so that relative links hold."""
        name = f"spotbriefshell-{self.section}-{'contents' if self.has_contents else 'plain'}/"
        return f"{self.prefix}{self.hub or name * self.depth}"

    @property
    def markdown(self) -> str:
        """Its text: front matter that asks for the template, and a heading to show how the theme lists headings."""
        hide = "" if self.has_contents else "hide: [toc]\n"
        heading = f"## {CONTENTS}\n" if self.has_contents else ""
        meta = f"template: shell.html\ntitle: {TITLE}\ndescription: {DESCRIPTION}\nsearch: {{exclude: true}}\n{hide}"
        return f"---\n{meta}---\n{heading}"


def fill(text: str, page: Page, content: Markup) -> str:
    """*text*, a shell that the engine rendered without a page of its own, with what it misses."""
    return text.replace(KIND, page.kind).replace(HEAD, page.head).replace(CONTENT, content).replace(LANGUAGES, "")


class Shell:
    """A rendered shell, cut at its holes once."""

    def __init__(self, url: str, text: str) -> None:
        self._url = url
        entry = _ENTRY.search(text)
        self._entry = entry.group() if entry else ""
        if entry:
            text = text[: entry.start()] + _LIST + text[entry.end() :]
        self._pieces = _HOLES.split(text)

    def pour(self, page: Page, path: str, content: Markup, languages: str = "") -> str:
        """The whole page that lies at *path*; *languages* lead to others in which it is."""
        filled = {
            TITLE: escape(page.title),
            DESCRIPTION: escape(page.description),
            KIND: page.kind,
            HEAD: page.head,
            CONTENT: content,
            LANGUAGES: languages,
            _LIST: "".join(map(self._listed, page.contents)),
        }
        address = quote(path, safe="/")
        return "".join(
            filled[piece] if i % 2 else piece.replace(self._url, address) if self._url in piece else piece
            for i, piece in enumerate(self._pieces)
        )

    def _listed(self, heading: Heading) -> str:
        entry = self._entry.replace(f"#{CONTENTS}", f"#{quote(heading.anchor, safe=':')}")
        return entry.replace(CONTENTS, escape(heading.title))
