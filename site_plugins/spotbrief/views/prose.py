"""Markdown of the desk -> HTML: links and pictures only where they may lead."""

import html
import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from markupsafe import Markup, escape

from spotbrief.cache import Cache
from spotbrief.corpus.resolve import find_target
from spotbrief.model.origin import Origin
from spotbrief.reading.markdown import CARDS, address, to_html, to_inline_html
from spotbrief.views.attachments import attachment_path, shown
from spotbrief.views.figures import with_figures
from spotbrief.views.links import Links
from spotbrief.views.marks import Marks, written
from spotbrief.views.markup_words import in_words
from spotbrief.views.spoken import by_file, of_text

_NOTHING = Markup("")
_LINK = re.compile(r'<a href="(?!#footnote:|#reference:)([^"]*)"( data-wikilink="true")?([^>]*)>(.*?)</a>', re.DOTALL)
_PICTURE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"([^>]*)/>')
_PLAIN = re.compile(r"[\w \t.,;'()–—%/?€$£“”‘’…+-]*\Z")
_CARD = re.compile(r'<p><a href="((?:briefing|public_event):[^"]*)" data-wikilink="true">[^<]*</a></p>\n?')
_ANCHOR = re.compile(r'<a href="#[^"]*" aria-label="[^"]*" data-heading-content="[^"]*" class="anchor"></a>')

_ID = re.compile(r'\bid="([^"]*)"')
_TO_ID = re.compile(r'\b(id="|href="#)([^"]*)"')

_AROUND = ("blockquote", "ul", "ol", "div", "section", "figure")
"""What a table may stand inside of."""


class Writer:
    """Writes the texts of things in HTML; those of other media write the same in another way."""

    marks: type[Marks] = Marks
    """What goes with it for all that is no prose."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self._foreign = links.corpus.once(by_file)
        self._mentions = Cache[tuple[str, str], str]()

    def block(self, text: str, origin: Origin, within: str = "") -> Markup:
        """A text of paragraphs, lists and tables.

        Where a page has several, each is *within* another name: its headings and footnotes have ids of their own.
        """
        return self.marks.markup().join(piece for piece, _ in self.pieces(text, origin, cards=False, within=within))

    def pieces(self, text: str, origin: Origin, *, cards: bool = True, within: str = "") -> Iterator[tuple[Markup, str]]:
        """The same, cut at its cards: each piece with the card that follows it, such as `briefing:id`; empty after the last."""
        made, file = _with_own_ids(_ANCHOR.sub("", to_html(text)), within), origin.prose_file or origin.file
        parts = [*(_CARD.split(made) if cards else [made]), ""]
        for piece, card in zip(parts[::2], parts[1::2], strict=True):
            yield Markup(self._resolved(in_words(piece, self.links.words), file)), address(card)

    def after_table(self, text: str) -> int:
        """Where what stands below the heading of a block's first table ends; 0 without one, and where it is inside something else."""
        table = text.find("</table>") + len("</table>")
        is_inside = any(text.count(f"<{tag}", 0, table) != text.count(f"</{tag}>", 0, table) for tag in _AROUND)
        if table < len("</table>") or is_inside:
            return 0
        heading = text.find("<h2", table)
        return heading if heading > 0 else len(text)

    def line(self, text: str | None, origin: Origin) -> Markup:
        """A text of one sentence or a few, which may stand inside a paragraph."""
        if not text:
            return _NOTHING
        return self.spoken(self._line(text, origin), origin, text)

    def spoken(self, text: Markup, origin: Origin, typed: str) -> Markup:
        """A *text* from the file of a thing, which may be in another language than the site; so it was *typed*."""
        said = self.attributes(typed, origin)
        return Markup("<span{}>{}</span>").format(said, text) if said else text

    def attributes(self, text: str, origin: Origin) -> Markup:
        """`lang` and `dir` for an element that holds a plain *text* alone; nothing for most."""
        said = self._foreign.get(origin.file) if self._foreign else None
        return said or of_text(self.links.corpus, origin.file, text)

    def unlinked(self, text: str, origin: Origin) -> Markup:
        """A text of one sentence or a few without its links, as it may stand inside a link."""
        made = self.line(text, origin)
        if self.marks.markup is Markup and "<" not in made:
            return made
        return self.spoken(self.marks.markup.escape(made.striptags()), origin, text)

    def plain(self, text: str, origin: Origin) -> str:
        """A plain *text*, which is escaped later, with what says that it is in another language than the site."""
        said = self.attributes(text, origin) if text else _NOTHING
        return Markup("<span{}>{}</span>").format(said, text) if said else text

    def _line(self, text: str, origin: Origin) -> Markup:
        if _PLAIN.match(text) and "_" not in text and not text.startswith(("-", "+")) and "//" not in text and "www." not in text:
            return written(text.strip().replace("'", "&#39;"))
        return Markup(self._resolved(to_inline_html(text), origin.file))

    def _resolved(self, made: str, file: str) -> str:
        if "<img" in made:
            made = _PICTURE.sub(lambda found: self._picture(found, file), with_figures(made))
        if "<a " not in made:
            return made
        made = _LINK.sub(lambda found: self._link(found, file), made)
        page = self.links.page_of(file) if 'href="#' in made else ""
        return made.replace('href="#', f'href="{html.escape(page)}#') if page else made

    def _link(self, found: re.Match[str], file: str) -> str:
        href, wiki, rest, inner = found.groups()
        if wiki:
            return self._mentions.of((href, inner), self._mention, href, inner)
        target = find_target(address(href), file, self.links.corpus)
        if target.to in ("outside", "anchor"):
            return f'<a href="{href}"{rest}>{inner}</a>'
        made = self._address(target.kind, target.id, target.anchor, file)
        return f'<a href="{html.escape(made)}"{rest}>{inner}</a>' if made else inner

    def leads_to(self, typed: str, file: str) -> str:
        """The address that *typed* in *file* has on these pages; empty where it leads to nothing of ours."""
        target = find_target(typed, file, self.links.corpus)
        return self._address(target.kind, target.id, target.anchor, file)

    def _mention(self, typed: str, inner: str) -> str:
        id = address(typed)
        href, name = self.links.mention(id)
        text = escape(name) if html.unescape(inner) in (id, "") else inner
        of_actor = "" if id.startswith(CARDS) else 'class="actor" '
        return f'<a {of_actor}href="{html.escape(href)}">{text}</a>' if href else str(text)

    def _picture(self, found: re.Match[str], file: str) -> str:
        src, alt, rest = found.groups()
        picture = shown(address(src), file, self.links)
        return (
            f'<img src="{html.escape(picture.src)}" alt="{alt}"{rest.rstrip()}{picture.attributes()} loading="lazy" decoding="async">'
            if picture
            else alt
        )

    def _address(self, kind: str, id: str, anchor: str, file: str) -> str:
        if kind == "attachments":
            return self.links.main + quote(attachment_path(id, file, self.links.corpus))
        if kind == "pages":
            return self.links.page(id) + (f"#{quote(anchor)}" if anchor else "")
        return self.links.thing(kind, id, anchor) if kind else ""


def _with_own_ids(made: str, within: str) -> str:
    """What was *made* of a text, with ids that begin with *within*, and links to these."""
    ids = frozenset(_ID.findall(made)) if within else ()
    if not ids:
        return made
    return _TO_ID.sub(lambda to: f'{to[1]}{within}:{to[2]}"' if to[2] in ids or unquote(to[2]) in ids else to[0], made)
