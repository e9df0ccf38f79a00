"""The pictures of ordinary pages: figures, sizes and smaller copies, as in the desk's own texts."""

import posixpath
import re
from html import escape, unescape
from urllib.parse import unquote

from spotbrief.corpus.corpus import Corpus
from spotbrief.views.attachments import COLUMN, of_file
from spotbrief.views.figures import with_figures

_IMAGE = re.compile(r"<img\b([^>]*?)\s*/?>")
_ATTRIBUTE = re.compile(r'\s([a-z-]+)="([^"]*)"')


def with_pictures(html: str, url: str, corpus: Corpus, copied: frozenset[str]) -> str:
    """*html* of the page at *url* with all that is known of its pictures; *copied* are those which have smaller copies."""
    if "<img" not in html:
        return html
    seen = iter(range(len(html)))

    def told(found: re.Match[str]) -> str:
        has = dict(_ATTRIBUTE.findall(found[1]))
        more = dict(_known(has, url, corpus, copied), decoding="async")
        if next(seen):
            more["loading"] = "lazy"
        added = "".join(f' {name}="{escape(value)}"' for name, value in more.items() if name not in has)
        return f"<img{found[1]}{added}>"

    return _IMAGE.sub(told, with_figures(html))


def _known(has: dict[str, str], url: str, corpus: Corpus, copied: frozenset[str]) -> dict[str, str]:
    """Size and copies of a picture of the desk; an editor's own width or height wins."""
    typed = unescape(has.get("src", ""))
    path = posixpath.normpath(posixpath.join(corpus.desk.content_folder, posixpath.dirname(unquote(url)), unquote(typed)))
    if path not in corpus.desk.pictures or ":" in typed:
        return {}
    picture = of_file(typed, path, corpus)
    is_sized = "width" in has or "height" in has or not picture.width
    known = {} if is_sized else {"width": str(picture.width), "height": str(picture.height)}
    if picture.srcset and path in copied:
        across = has.get("width", "")
        known |= {"srcset": picture.srcset, "sizes": f"{across}px" if across.isdecimal() else COLUMN}
    return known
